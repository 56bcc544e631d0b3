import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import domain.definitions
from domain.definitions import DEFINITIONS
from domain.facts.catalogue import FACTS
from domain.rules.definition import Definition
from domain.rules.source import Source

BY_ID = {definition.id: definition for definition in DEFINITIONS}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(
        domain.definitions, "__path__", [*domain.definitions.__path__, str(tmp_path)]
    )
    before = set(sys.modules)
    yield tmp_path
    for added in set(sys.modules) - before:
        del sys.modules[added]


def test_the_four_definitions_stand_oldest_first_under_the_names_of_the_contract() -> None:
    assert list(BY_ID) == ["epoihcc_2013", "jsh_lcsgj_2014", "european_2014", "cci_2022"]
    assert [each.year for each in DEFINITIONS] == [2013, 2014, 2014, 2022]


def test_the_report_shows_the_most_used_definition_and_then_the_most_recent_first() -> None:
    shown = sorted(DEFINITIONS, key=lambda definition: definition.report_place)
    assert [each.id for each in shown[:2]] == ["jsh_lcsgj_2014", "cci_2022"]
    assert len({each.report_place for each in DEFINITIONS}) == len(DEFINITIONS)


@pytest.mark.parametrize(
    ("definition", "criteria"),
    [
        ("epoihcc_2013", ["no_response"]),
        (
            "jsh_lcsgj_2014",
            [
                "residual_viability",
                "new_lesions",
                "vascular_invasion",
                "extrahepatic_spread",
                "tumor_markers",
            ],
        ),
        ("european_2014", ["response_for_intent"]),
        ("cci_2022", ["progression_after_refined_tace"]),
    ],
)
def test_a_definition_has_the_criteria_of_the_specification(
    definition: str, criteria: list[str]
) -> None:
    assert [each.id for each in BY_ID[definition].criteria] == criteria


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.id)
def test_a_definition_names_the_article_first_and_reads_only_facts_of_the_catalogue(
    definition: Definition,
) -> None:
    assert definition.sources[0] is Source.ARTICLE
    assert len(set(definition.sources)) == len(definition.sources)
    assert definition.facts
    assert definition.facts <= FACTS.keys()


def test_the_primary_papers_are_those_that_may_be_printed() -> None:
    papers = {name: definition.sources[1:] for name, definition in BY_ID.items()}
    assert papers == {
        "epoihcc_2013": (Source.PARK_2013,),
        "jsh_lcsgj_2014": (Source.KUDO_2014,),
        "european_2014": (Source.RAOUL_2014,),
        "cci_2022": (),
    }


def test_a_file_put_into_the_folder_is_a_definition(folder: Path) -> None:
    written = Path(domain.definitions.__path__[0], "european_2014.py").read_text(encoding="utf-8")
    adapted = written.replace('id="european_2014"', 'id="lisbon_2031"').replace("=2014", "=2031")
    (folder / "lisbon_2031.py").write_text(adapted, encoding="utf-8")
    assert [each.id for each in domain.definitions._declared()] == [*BY_ID, "lisbon_2031"]


def test_two_definitions_of_one_name_are_refused(folder: Path) -> None:
    shutil.copy(Path(domain.definitions.__path__[0], "cci_2022.py"), folder / "cci_again.py")
    with pytest.raises(ValueError, match="two definitions have the same id"):
        domain.definitions._declared()
