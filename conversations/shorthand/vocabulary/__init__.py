"""The words that are no facts themselves: what modifies a finding, and what says nothing."""
