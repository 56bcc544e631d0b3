"""Every way an unfinished case can be completed, and what all of them have in common."""
