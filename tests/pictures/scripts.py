"""The three consults that the pictures show, as the answers to whatever is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from conversations.consult.format_a import Plain
from conversations.flow.actions import Action, Give, GiveUsual, Open, SetAside
from conversations.flow.views import Page, View
from conversations.helpers.labs import EMPTY, labs_named, subject_of
from domain.facts.vocabulary import (
    ChildPughClass,
    ImagingTiming,
    MarkerTrend,
    Occurrence,
    TargetResponse,
    TreatmentIntent,
    ViabilityRange,
)

LABS_OF_CLASS_C = (
    "bilirubin 60 umol/L, albumin 26 g/L, INR 1.8, moderate ascites, no encephalopathy"
)
IN_SECONDS = subject_of(replace(labs_named(EMPTY), by_inr=False))


@dataclass(frozen=True)
class Typed:
    """A typed answer."""

    text: str


Step = Action | Typed


@dataclass(frozen=True)
class Script:
    """What is done on the screens that ask for each fact or group, one step a screen.

    "labs" and "sums" are the helpers. `afterwards` is done on the report, at the end.
    """

    name: str
    steps: Mapping[str, tuple[Step, ...]]
    afterwards: tuple[Step, ...] = ()


def _give(fact: str, answer: Plain) -> tuple[Step]:
    return (Give(fact, answer),)


def _not_known(fact: str) -> tuple[Step]:
    return (SetAside(fact),)


def _question(fact: str) -> Action:
    return Open(View(Page.QUESTION, fact))


STABLE = Script(
    "stable",
    {
        "tace_sessions": _give("tace_sessions", 3),
        "target_response": (
            Open(View(Page.MORE, "target_response")),
            Give("target_response", TargetResponse.SD),
        ),
        # Typed, so that it is asked whether area or diameter was meant.
        "residual_viability_percent": (Typed("60%"), Give("residual_viability_percent", 60.0)),
        "appeared": (GiveUsual("appeared"),),
        "tumor_marker_trend": _give("tumor_marker_trend", MarkerTrend.NOT_RISING),
        "sessions_within_6_months": _give("sessions_within_6_months", 3),
        "imaging_timing": _give("imaging_timing", ImagingTiming.WITHIN_1_TO_3_MONTHS),
        "technique_reassessed": _give("technique_reassessed", answer=True),
        "standardized_technique": _give("standardized_technique", answer=True),
        "treatment_intent": _give("treatment_intent", TreatmentIntent.PALLIATIVE),
        "child_pugh_class": (Typed("A6"),),
        "ecog": _give("ecog", 1),
        "against": (GiveUsual("against"),),
    },
)

INVASION = Script(
    "invasion",
    {
        "tace_sessions": (Typed("hello"), Typed("TACE x3, ?PD, tense ascites")),
        "target_response": (
            Open(View(Page.SUMS)),
            Give("target_response", TargetResponse.PD),
        ),
        "sums": (Typed("60 50"), Typed("60 50 80"), _question("target_response")),
        "progressed_from_baseline": _give("progressed_from_baseline", answer=True),
        "residual_viability_percent": _give("residual_viability_percent", ViabilityRange.OVER_50),
        "appeared": (Give("vascular_invasion", Occurrence.NEW), GiveUsual("appeared")),
        "tumor_marker_trend": _give("tumor_marker_trend", MarkerTrend.RISING),
        "sessions_within_6_months": _give("sessions_within_6_months", 2),
        "imaging_timing": _give("imaging_timing", ImagingTiming.WITHIN_1_TO_3_MONTHS),
        "technique_reassessed": _give("technique_reassessed", answer=True),
        "standardized_technique": _give("standardized_technique", answer=True),
        "treatment_intent": _give("treatment_intent", TreatmentIntent.PALLIATIVE),
        "child_pugh_class": (Open(View(Page.LABS, EMPTY)),),
        "labs": (Typed(LABS_OF_CLASS_C), Give("child_pugh_class", ChildPughClass.C)),
        "ecog": _give("ecog", 2),
        "against": (Give("refractory_ascites", answer=True), GiveUsual("against")),
    },
)

COMPLETE_RESPONSE = Script(
    "complete-response",
    {
        "tace_sessions": _give("tace_sessions", 1),
        "target_response": _give("target_response", TargetResponse.CR),
        "appeared": (Give("vascular_invasion", Occurrence.PREEXISTING), SetAside("appeared")),
        "tumor_marker_trend": _not_known("tumor_marker_trend"),
        "child_pugh_class": (Open(View(Page.LABS, EMPTY)), SetAside("child_pugh_class")),
        # A number without its unit; then prothrombin time in place of INR.
        "labs": (
            Typed("bili 28"),
            Open(View(Page.LABS, IN_SECONDS)),
            _question("child_pugh_class"),
        ),
        "ecog": (Open(View(Page.MORE, "ecog")), Give("ecog", 0)),
        "against": (SetAside("against"),),
    },
    # No session after all: every answer about what TACE led to is dropped.
    afterwards=(Open(View(Page.CHANGE)), _question("tace_sessions"), Give("tace_sessions", 0)),
)

SCRIPTS = (STABLE, INVASION, COMPLETE_RESPONSE)
