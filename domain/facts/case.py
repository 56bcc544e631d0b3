"""A case: the answered facts of one patient's judged scan, checked and frozen."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from domain.facts.admissibility import ContradictoryCaseError, contradictions
from domain.facts.fact import Answer
from domain.facts.implication import implied_answers, known_from, with_implications
from domain.facts.vocabulary import (
    ChildPughClass,
    ImagingTiming,
    MarkerTrend,
    NewLesions,
    Occurrence,
    TargetResponse,
    TreatmentIntent,
    ViabilityRange,
)
from domain.logic.knowledge import Known


def _number(value: object) -> object:
    """Refuse what Python would silently count as a number: yes and no, and text."""
    if isinstance(value, (bool, str)):
        raise ValueError("a number is needed")  # noqa: TRY004 - what pydantic reports
    return value


def _at_most_one_decimal(value: float) -> int | float:
    """Refuse a second decimal, and write whole numbers as such."""
    # Rounding gives back exactly what was read from one decimal, and nothing else.
    if round(value, 1) != value:
        raise ValueError("at most one decimal")
    return int(value) if value.is_integer() else value


_Measured = Annotated[
    float,
    Field(allow_inf_nan=False),
    BeforeValidator(_number),
    AfterValidator(_at_most_one_decimal),
]
_Count = Annotated[int, Field(strict=True, ge=0, le=50)]
_Flag = Annotated[bool, Field(strict=True)]


class Case(BaseModel):
    """One case. `None` means unanswered, which is never "no".

    Each field is one fact of the data contract; `domain.facts.catalogue` says what each
    means. Building a case raises `pydantic.ValidationError` for an unknown fact, a wrong
    type or a value out of range, and `ContradictoryCaseError` for answers that exclude
    each other; `domain.facts.reading` turns the first into plain data.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    tace_sessions: _Count | None = None
    sessions_within_6_months: _Count | None = None
    treatment_intent: TreatmentIntent | None = None
    target_response: TargetResponse | None = None
    progressed_from_baseline: _Flag | None = None
    residual_viability_percent: Annotated[
        ViabilityRange | Annotated[_Measured, Field(ge=0, le=500)] | None,
        # No answer is both, so that whichever takes it first is right.
        Field(union_mode="left_to_right"),
    ] = None
    imaging_timing: ImagingTiming | None = None
    new_intrahepatic_lesions: NewLesions | None = None
    vascular_invasion: Occurrence | None = None
    extrahepatic_spread: Occurrence | None = None
    tumor_marker_trend: MarkerTrend | None = None
    technique_reassessed: _Flag | None = None
    standardized_technique: _Flag | None = None
    child_pugh_class: ChildPughClass | None = None
    ecog: Annotated[int, Field(strict=True, ge=0, le=4)] | None = None
    hepatic_artery_occluded: _Flag | None = None
    severe_jaundice: _Flag | None = None
    hepatic_encephalopathy: _Flag | None = None
    refractory_ascites: _Flag | None = None
    hepatorenal_syndrome: _Flag | None = None
    diffuse_arteriovenous_fistula: _Flag | None = None
    tumor_count: Annotated[int, Field(strict=True, ge=1, le=99)] | None = None
    largest_tumor_cm: Annotated[_Measured, Field(ge=0.1, le=50)] | None = None

    @model_validator(mode="after")
    def _refuse_contradictions(self) -> Self:
        broken = contradictions(self.answers, self.said)
        if broken:
            raise ContradictoryCaseError(broken)
        return self

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """The answered facts, in catalogue order."""
        given = self.__dict__
        return MappingProxyType(
            {name: answer for name in _FACT_NAMES if (answer := given[name]) is not None}
        )

    @cached_property
    def said(self) -> Mapping[str, Known]:
        """What the answers say by themselves."""
        # Only its type keeps this, like what is known, from being changed: every rule looks facts
        # up in it, and a view that kept it at run time would take half as long again to read.
        return known_from(self.answers)

    @cached_property
    def implied(self) -> Mapping[str, Answer]:
        """The unanswered facts whose answer follows from the others, in catalogue order."""
        return MappingProxyType(implied_answers(self.answers))

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """What the answers say, together with what follows from them."""
        return with_implications(self.answers, self.said, self.implied)

    def with_answer(self, fact: str, answer: Answer | None) -> Self:
        """Return the case with one answer changed, or taken back where `answer` is `None`.

        Raises what building a case raises.
        """
        return type(self).model_validate({**self.answers, fact: answer})


_FACT_NAMES = tuple(Case.model_fields)
