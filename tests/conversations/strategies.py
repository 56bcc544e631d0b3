# Hypothesis strategies for consults: any case, with any of its open facts set aside.

from hypothesis import settings
from hypothesis import strategies as st

from conversations.consult.state import Consult
from conversations.flow.views import View
from domain.facts.catalogue import FACTS
from tests.conversations.showing import EVERY_VIEW
from tests.strategies import THOROUGH, cases

BRIEF = settings(THOROUGH, max_examples=120)

VIEWS: st.SearchStrategy[View] = st.sampled_from(EVERY_VIEW)


@st.composite
def consults(draw: st.DrawFn) -> Consult:
    case = draw(cases())
    unanswered = [fact for fact in FACTS if fact not in case.answers and fact not in case.implied]
    # One bit for each fact, drawn as one number: a draw costs far more than a bit.
    bits = draw(st.integers(0, (1 << len(unanswered)) - 1))
    return Consult(
        case, frozenset(fact for place, fact in enumerate(unanswered) if bits >> place & 1)
    )
