"""What things cost. Figures are printed, never asserted: machines differ."""
