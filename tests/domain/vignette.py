# Reading vignettes: a case as a clinician would tell it, and what the rules must say of it. A
# key that does not exist, or is given twice, is an error, so that a slip of the pen in an
# expectation cannot pass for a test.

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from tests.examples import read_examples

FOLDER = Path(__file__).parent / "vignettes"

Plain = bool | int | float | str
Shown = dict[str, Literal["present", "absent"]]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ExpectedFlip(_Strict):
    fact: str
    to: Plain
    verdict: str


class ExpectedDefinition(_Strict):
    verdict: str
    possible: list[str] = []
    undecided_by: list[str] = []
    criteria: dict[str, str] = {}
    missing: dict[str, list[str]] = {}
    unmet_conditions: dict[str, list[str]] = {}
    flips: list[ExpectedFlip] = []
    caveats: Shown = {}


class ExpectedUnsuitability(_Strict):
    verdict: str
    reasons: list[str] = []
    unknown: list[str] = []


class ExpectedStage(_Strict):
    stage: str
    tace: str


class ExpectedImplication(_Strict):
    fact: str
    answer: Plain


class ExpectedWarning(_Strict):
    code: str
    facts: list[str]


class Expected(_Strict):
    epoihcc_2013: ExpectedDefinition | None = None
    jsh_lcsgj_2014: ExpectedDefinition | None = None
    european_2014: ExpectedDefinition | None = None
    cci_2022: ExpectedDefinition | None = None
    unsuitability: ExpectedUnsuitability | None = None
    cnlc: ExpectedStage | None = None
    implied: list[ExpectedImplication] = []
    warnings: list[ExpectedWarning] = []
    caveats: Shown = {}
    split_on: list[str] = []
    refused_for: list[str] = []

    @model_validator(mode="after")
    def _expects_something(self) -> "Expected":
        if not self.model_fields_set:
            raise ValueError("a vignette expects something")
        return self


class Vignette(_Strict):
    name: str = Field(pattern=r"^[A-Z]\S* .*[^.\s]$")
    case: dict[str, Any]
    expect: Expected


_VIGNETTES = TypeAdapter(list[Vignette])


def read_vignettes(text: str) -> list[Vignette]:
    return _VIGNETTES.validate_python(read_examples(text))


def every_vignette() -> list[Vignette]:
    files = sorted(FOLDER.glob("*.yaml"))
    return [each for file in files for each in read_vignettes(file.read_text(encoding="utf-8"))]
