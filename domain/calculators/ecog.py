"""ECOG performance status (Oken 1982): the grades that can be given to a living patient.

The words of each grade are wording and live with it.
"""

from domain.facts.catalogue import ECOG
from domain.rules.source import Source

SOURCE = Source.OKEN_1982
GRADES = range(ECOG.ticks(ECOG.low), ECOG.ticks(ECOG.high) + 1)
