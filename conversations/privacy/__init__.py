"""What must not be typed into the consult: who the patient is."""
