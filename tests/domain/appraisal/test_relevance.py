import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.appraisal.appraise import appraise
from domain.appraisal.findings import DefinitionFinding
from domain.appraisal.judgement import judge
from domain.definitions import DEFINITIONS
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import FACTS
from domain.facts.reading import read_case
from domain.rules.definition import Definition
from tests.strategies import THOROUGH, Facts, admissible_facts, answers_to

ABOUT_THE_PATIENT = (
    "child_pugh_class",
    "ecog",
    "hepatic_artery_occluded",
    "severe_jaundice",
    "hepatic_encephalopathy",
    "refractory_ascites",
    "hepatorenal_syndrome",
    "diffuse_arteriovenous_fistula",
    "tumor_count",
    "largest_tumor_cm",
)
ABOUT_TACE = tuple(fact for fact in FACTS if fact not in ABOUT_THE_PATIENT)


@THOROUGH
@given(admissible_facts(*ABOUT_TACE), admissible_facts(*ABOUT_THE_PATIENT))
def test_no_definition_heeds_what_is_not_about_tace_and_its_result(
    about_tace: Facts, about_the_patient: Facts
) -> None:
    alone = appraise(read_case(about_tace)).definitions
    assert appraise(read_case(about_tace | about_the_patient)).definitions == alone


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.id)
@THOROUGH
@given(data=st.data())
def test_once_all_that_a_definition_reads_is_answered_no_other_answer_changes_it(
    definition: Definition, data: st.DataObject
) -> None:
    read = {"tace_sessions", *definition.facts}
    facts = data.draw(st.fixed_dictionaries({fact: answers_to(fact) for fact in sorted(read)}))
    other = data.draw(st.sampled_from([fact for fact in FACTS if fact not in read]))
    try:
        case = read_case(facts)
        richer = read_case({**facts, other: data.draw(answers_to(other))})
    except ContradictoryCaseError:
        assume(condition=False)
    assert judge(definition, case).settled
    assert found(judge(definition, richer)) == found(judge(definition, case))


def found(finding: DefinitionFinding) -> tuple[object, ...]:
    return finding.verdict, finding.possible, finding.undecided_by, finding.criteria
