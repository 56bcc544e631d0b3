from collections import Counter

import pytest
import yaml
from pydantic import ValidationError

from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.definitions import DEFINITIONS
from domain.facts.reading import InvalidFactsError
from domain.rules.definition import Definition, Status, Verdict
from tests.domain.vignette import Vignette, every_vignette, read_vignettes
from tests.domain.vignette_check import check

VIGNETTES = every_vignette()
EXPECTED = [vignette.expect.model_dump(exclude_unset=True) for vignette in VIGNETTES]


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda vignette: vignette.name)
def test_the_rules_say_of_a_case_what_its_vignette_expects(vignette: Vignette) -> None:
    check(vignette)


def test_no_two_vignettes_have_the_same_name() -> None:
    assert [
        name for name, times in Counter(each.name for each in VIGNETTES).items() if times > 1
    ] == []


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.id)
def test_a_definition_has_a_vignette_for_each_verdict(definition: Definition) -> None:
    told = [each[definition.id] for each in EXPECTED if definition.id in each]
    assert {each["verdict"] for each in told} == set(Verdict)


@pytest.mark.parametrize(
    ("definition", "criterion"),
    [(each.id, criterion.id) for each in DEFINITIONS for criterion in each.criteria],
)
def test_a_criterion_has_a_vignette_for_each_status(definition: str, criterion: str) -> None:
    told = [each[definition].get("criteria", {}) for each in EXPECTED if definition in each]
    assert {each[criterion] for each in told if criterion in each} == set(Status)


SCOPED_CAVEATS = [
    *[("", caveat.id) for caveat in REPORT_CAVEATS + STAGING_CAVEATS],
    *[(each.id, caveat.id) for each in DEFINITIONS for caveat in each.caveats],
]


@pytest.mark.parametrize(("definition", "caveat"), SCOPED_CAVEATS)
def test_a_caveat_has_a_vignette_with_it_and_one_without(definition: str, caveat: str) -> None:
    scopes = [each.get(definition, {}) if definition else each for each in EXPECTED]
    told = {scope["caveats"][caveat] for scope in scopes if caveat in scope.get("caveats", {})}
    always = caveat == "survival_is_multifactorial"
    assert told == ({"present"} if always else {"present", "absent"})


GOOD = """
- name: A case that says nothing
  case: {}
  expect: {warnings: []}
"""


def test_a_vignette_that_is_right_passes() -> None:
    (vignette,) = read_vignettes(GOOD)
    check(vignette)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("warnings: []", "warning: []"),
        ("warnings: []", ""),
        ("warnings: []", "caveats: {stop_and_convert: shown}"),
        ("warnings: []", "cci_2022: {possible: []}"),
        ("warnings: []", "refused_for: tace_sessions"),
        ("case: {}", "facts: {}"),
        ("A case that says nothing", "vignette"),
    ],
)
def test_a_vignette_of_another_form_cannot_be_read(right: str, wrong: str) -> None:
    with pytest.raises(ValidationError):
        read_vignettes(GOOD.replace(right, wrong))


def test_a_key_given_twice_cannot_be_read() -> None:
    with pytest.raises(yaml.YAMLError, match="a key is given twice"):
        read_vignettes(GOOD.replace("{}", "{ecog: 1, ecog: 2}"))


@pytest.mark.parametrize(
    ("right", "wrong", "error"),
    [
        ("case: {}", "case: {ecog_grade: 1}", InvalidFactsError),
        ("warnings: []", "caveats: {stop_and_convert: absent}", KeyError),
        ("warnings: []", "cci_2022: {verdict: indeterminate, criteria: {pd: unknown}}", KeyError),
        ("warnings: []", "cci_2022: {verdict: refractory}", AssertionError),
        ("warnings: []", "cnlc: {stage: Ia, tace: not_listed}", AssertionError),
        ("warnings: []", "refused_for: [ecog]", AssertionError),
        ("case: {}", "case: {tace_sessions: 0, target_response: SD}", KeyError),
    ],
)
def test_a_vignette_with_a_slip_of_the_pen_fails(
    right: str, wrong: str, error: type[Exception]
) -> None:
    (vignette,) = read_vignettes(GOOD.replace(right, wrong))
    with pytest.raises(error):
        check(vignette)
