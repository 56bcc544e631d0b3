"""The screens of the helpers: Child-Pugh from labs, mRECIST from diameters."""

from collections.abc import Iterator
from dataclasses import replace

from conversations.flow.actions import Give, GiveSums, Open
from conversations.flow.views import Page, View
from conversations.helpers.labs import ITEMS, Labs, labs_named, subject_of
from conversations.helpers.sums import assess_tenths, sums_named
from conversations.screens.phrases import label, said
from conversations.screens.scene import Scene
from conversations.screens.screen import Button, Line, Screen, Style, in_rows
from domain.calculators.child_pugh import SCALES, Ascites, Encephalopathy, Item
from domain.facts.catalogue import CHILD_PUGH_CLASS, PROGRESSED_FROM_BASELINE, TARGET_RESPONSE

_POINTS = (1, 2, 3)
_GIVEN = "✓ "
_FINDINGS: dict[Item, tuple[Ascites | Encephalopathy, ...]] = {
    Item.ASCITES: tuple(Ascites),
    Item.ENCEPHALOPATHY: tuple(Encephalopathy),
}


def labs_screen(subject: str, scene: Scene) -> Screen:
    """Return the items with what was entered, and the class once only one is possible."""
    labs, wording = labs_named(subject), scene.wording
    score = labs.score
    classes = wording("list.or").join(score.classes)
    least, most = score.least, score.most
    total = str(least) if least == most else f"{least}–{most}"
    lines = [
        Line(wording("labs.title"), Style.STRONG),
        Line(wording("labs.how", example=_example(labs, scene)), Style.QUIET),
        *(Line(_told(item, labs, scene)) for item in ITEMS),
        Line(wording("labs.possible", classes=classes, points=total)),
    ]
    rows = [tuple(_band_button(item, points, labs, scene) for points in _POINTS) for item in ITEMS]
    return Screen(tuple(lines), (*_use(labs, scene), *rows, *_below(labs, scene)))


def _use(labs: Labs, scene: Scene) -> tuple[tuple[Button, ...], ...]:
    """Return the button that takes the class over, once there is only one."""
    classes = labs.score.classes
    if len(classes) > 1:
        return ()
    fact = CHILD_PUGH_CLASS.name
    text = scene.wording("labs.use", value=label(scene.wording, fact, classes[0]))
    return ((Button(text, Give(fact, classes[0])),),)


def _band_button(item: Item, points: int, labs: Labs, scene: Scene) -> Button:
    if item in _FINDINGS:
        text = scene.wording(f"labs.tap.{item}.{_FINDINGS[item][points - 1]}")
    else:
        text = _band(item, points, labs, scene)
    if points == _POINTS[0]:
        short = "seconds" if item is Item.COAGULATION and not labs.by_inr else item
        text = f"{scene.wording(f'labs.short.{short}')} {text}"
    mark = _GIVEN if labs.points.get(item) == points else ""
    return Button(mark + text, _open(labs.with_points(item, points)))


def _example(labs: Labs, scene: Scene) -> str:
    return scene.wording("labs.example." + ("international" if labs.international else "american"))


def _told(item: Item, labs: Labs, scene: Scene) -> str:
    """Return one item, the unit its bands are in, and the band that was given."""
    points = labs.points.get(item)
    value = scene.wording("labs.open") if points is None else _band(item, points, labs, scene)
    return scene.wording("labs.line", name=_name(item, labs, scene), value=value)


def _name(item: Item, labs: Labs, scene: Scene) -> str:
    unit = labs.units.get(item)
    if unit is None:
        return scene.wording(f"child_pugh.{item}")
    if item is Item.COAGULATION:
        return scene.wording("child_pugh.inr" if labs.by_inr else "child_pugh.pt")
    measured = scene.wording(f"child_pugh.{item}")
    return scene.wording("labs.measured", name=measured, unit=scene.wording(f"unit.{unit}"))


def _band(item: Item, points: int, labs: Labs, scene: Scene) -> str:
    """Return which values score so many points."""
    if item in _FINDINGS:
        finding = _FINDINGS[item][points - 1]
        return scene.wording(f"child_pugh.{item}.{finding}")
    scale = SCALES[labs.units[item]]
    low, high = (f"{float(bound):g}" for bound in scale.bounds)
    bands = (f"<{low}", f"{low}–{high}", f">{high}")
    return (bands[::-1] if scale.high_is_better else bands)[points - 1]


def _below(labs: Labs, scene: Scene) -> tuple[tuple[Button, ...], ...]:
    wording = scene.wording
    units = "labs.american" if labs.international else "labs.international"
    measure = "labs.by_seconds" if labs.by_inr else "labs.by_inr"
    # Points already given stay: they are the same in either unit. Not so INR and seconds.
    points: dict[Item, int] = {
        item: given for item, given in labs.points.items() if item is not Item.COAGULATION
    }
    other = replace(labs, by_inr=not labs.by_inr, points=points)
    switches = (
        Button(wording(units), _open(replace(labs, international=not labs.international))),
        Button(wording(measure), _open(other)),
    )
    back = Button(wording("button.back"), Open(View(Page.QUESTION, CHILD_PUGH_CLASS.name)))
    return (switches, (back,))


def _open(labs: Labs) -> Open:
    return Open(View(Page.LABS, subject_of(labs)))


def sums_screen(subject: str, scene: Scene) -> Screen:
    """Return what is to be typed, or what the three sums come to."""
    wording, fact = scene.wording, TARGET_RESPONSE.name
    lines = [Line(wording("sums.title"), Style.STRONG), Line(wording("sums.how"), Style.QUIET)]
    buttons: list[Button] = []
    if subject:
        before, smallest, now = sums_named(subject)
        found = assess_tenths(before, smallest, now)
        told = [said(wording, fact, found.response)]
        if found.progressed_from_baseline is not None:
            told.append(
                said(wording, PROGRESSED_FROM_BASELINE.name, found.progressed_from_baseline)
            )
        result = wording("list.comma").join(told)
        lines += [Line(text) for text in _sums(before, smallest, now, scene)]
        lines.append(Line(result, Style.STRONG))
        buttons.append(Button(wording("labs.use", value=result), GiveSums(before, smallest, now)))
    buttons.append(Button(wording("button.back"), Open(View(Page.QUESTION, fact))))
    return Screen(tuple(lines), in_rows(buttons, 1))


def _sums(before: int, smallest: int, now: int, scene: Scene) -> Iterator[str]:
    for name, tenths in (("before", before), ("smallest", smallest), ("now", now)):
        yield scene.wording(
            "labs.line", name=scene.wording(f"mrecist.{name}"), value=f"{tenths / 10:g} mm"
        )
