"""What is said above a screen about the line of shorthand that led to it."""

from collections.abc import Iterator

from conversations.flow.hearing import Heard
from conversations.screens.phrases import names, said
from conversations.screens.screen import Line, Style
from conversations.shorthand.saying import told, why
from conversations.wording import Wording


def heard_lines(heard: Heard, wording: Wording) -> Iterator[Line]:
    """Yield what was recorded, what was left out and why, and what contradicts earlier answers."""
    facts = heard.understood.facts
    if heard.recorded:
        answers = [said(wording, fact, facts[fact]) for fact in heard.recorded]
        listed = wording("list.semicolon").join(answers)
        yield Line(wording("heard.recorded", answers=listed), Style.STRONG)
    else:
        yield Line(wording("heard.nothing"), Style.STRONG)
    if heard.contradicting:
        yield Line(wording("heard.contradicting", facts=names(wording, heard.contradicting)))
    for note in heard.understood.notes:
        yield Line(wording("heard.note", text=note.text, told=told(note, wording)), Style.FOLDED)
    if heard.recorded and heard.understood.ignored:
        yield Line(wording.count("heard.left_out_title", len(heard.understood.ignored)))
    for each in heard.understood.ignored:
        reason = why(each, wording)
        yield Line(wording("heard.left_out", text=each.text, why=reason), Style.FOLDED)
