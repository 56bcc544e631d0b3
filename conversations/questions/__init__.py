"""What is asked, in which order, and while which answers can still matter."""
