"""Where a rule or a caveat comes from. Citations are wording and live with it."""

from enum import StrEnum


class Source(StrEnum):
    """A source that may be cited."""

    ARTICLE = "article"
    """The 2024 article that summarises all four definitions; it follows CCI 2022."""
    ARTICLE_OPINION = "article_opinion"
    """What that article's author holds, rather than reports."""
    ARTICLE_READING = "article_reading"
    """What this tool reads into that article where it leaves room."""
    KUDO_2014 = "kudo_2014"
    LENCIONI_2010 = "lencioni_2010"
    OKEN_1982 = "oken_1982"
    PARK_2013 = "park_2013"
    RAOUL_2014 = "raoul_2014"
    TACTICS_2020 = "tactics_2020"
    ZHONG_2021 = "zhong_2021"
    MSD_CHILD_PUGH = "msd_child_pugh"
    GUIDELINE_2024 = "guideline_2024"


VOICES = frozenset((Source.ARTICLE_OPINION, Source.ARTICLE_READING))
"""In whose voice the article is cited: no works to look up."""
