from hypothesis import given

from domain.facts.plausibility import Doubt, doubts
from domain.facts.reading import read_case
from tests.strategies import THOROUGH, Facts, admissible_facts


def stated(facts: Facts) -> list[Doubt]:
    found = []
    signs = ("severe_jaundice", "refractory_ascites")
    if facts.get("child_pugh_class") == "A" and any(facts.get(sign) is True for sign in signs):
        present = [sign for sign in signs if facts.get(sign) is True]
        found.append(Doubt("child_pugh_a_unlikely", ("child_pugh_class", *present)))
    viability = facts.get("residual_viability_percent")
    if isinstance(viability, int | float):
        if facts.get("progressed_from_baseline") is True and viability <= 100:
            concerned = ("progressed_from_baseline", "residual_viability_percent")
            found.append(Doubt("viability_unlikely", concerned))
        if facts.get("target_response") == "PR" and viability > 70:
            concerned = ("target_response", "residual_viability_percent")
            found.append(Doubt("viability_unlikely", concerned))
    return found


FACTS_IN_DOUBT = (
    "child_pugh_class",
    "severe_jaundice",
    "refractory_ascites",
    "target_response",
    "progressed_from_baseline",
    "residual_viability_percent",
)


@THOROUGH
@given(facts=admissible_facts(*FACTS_IN_DOUBT))
def test_a_case_is_doubted_exactly_where_the_specification_warns(facts: Facts) -> None:
    assert list(doubts(read_case(facts).known)) == stated(facts)


def test_a_doubted_case_is_accepted_and_both_signs_make_one_doubt() -> None:
    case = read_case({"child_pugh_class": "A", "severe_jaundice": True, "refractory_ascites": True})
    assert doubts(case.known) == (
        Doubt(
            "child_pugh_a_unlikely", ("child_pugh_class", "severe_jaundice", "refractory_ascites")
        ),
    )
