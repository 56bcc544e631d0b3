"""The screens of whole consults as pictures of a phone, to be looked at before a release."""
