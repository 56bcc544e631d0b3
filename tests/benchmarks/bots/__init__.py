"""The bots that are measured, each the way its makers mean it to be run."""
