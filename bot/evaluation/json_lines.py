"""Reads cases from JSON Lines: one object with `id` and `facts` a line."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TypeGuard

from bot.evaluation.lines import read_lines
from bot.evaluation.quoting import quoted
from bot.evaluation.records import BrokenRecord, Id, LineFault, Record

_MEMBERS = {"id", "facts"}


class _Repeating(dict[str, object]):
    """An object that names a member more than once, so that nobody can say what it means."""

    def __init__(self, members: list[tuple[str, object]]) -> None:
        super().__init__(members)
        counts = Counter(name for name, _ in members)
        self.repeated = tuple(sorted(name for name, count in counts.items() if count > 1))


def read_json_lines(stream: BinaryIO) -> Iterator[Record | BrokenRecord]:
    """Yield what each line says."""
    for line in read_lines(stream):
        yield line if isinstance(line, BrokenRecord) else _read(*line)


def _read(line: int, text: str) -> Record | BrokenRecord:
    try:
        written = _DECODER.decode(text)
        if "\\u" in text:
            # An escape may be half a character, which nothing behind this could print.
            json.dumps(written, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        return BrokenRecord(line, LineFault.NOT_JSON, details={"position": error.pos + 1})
    except UnicodeEncodeError:
        return BrokenRecord(line, LineFault.HALF_CHARACTER)
    except (RecursionError, ValueError):
        return BrokenRecord(line, LineFault.EXCESSIVE)
    if not isinstance(written, dict):
        return BrokenRecord(line, LineFault.NOT_AN_OBJECT)
    return _record(line, written)


def _record(line: int, written: dict[str, object]) -> Record | BrokenRecord:
    identity = written.get("id")
    if not _is_id(identity):
        return BrokenRecord(line, LineFault.ID_NOT_SCALAR)
    if isinstance(written, _Repeating):
        names = written.repeated
        known = None if "id" in names else identity
        return BrokenRecord(line, LineFault.REPEATED, known, {"names": _listed(names)})
    if unknown := written.keys() - _MEMBERS:
        details = {"names": _listed(sorted(unknown))}
        return BrokenRecord(line, LineFault.UNKNOWN_MEMBER, identity, details)
    facts = written.get("facts")
    if not isinstance(facts, dict):
        return BrokenRecord(line, LineFault.FACTS_NOT_AN_OBJECT, identity)
    if isinstance(facts, _Repeating):
        names = facts.repeated
        return BrokenRecord(line, LineFault.REPEATED, identity, {"names": _listed(names)}, names)
    return Record(line, identity, facts)


def _is_id(value: object) -> TypeGuard[Id]:
    if isinstance(value, float):
        return math.isfinite(value)  # 1e999 is JSON, but no number here
    return value is None or isinstance(value, (str, int))


def _object(members: list[tuple[str, object]]) -> dict[str, object]:
    unique = dict(members)
    return unique if len(unique) == len(members) else _Repeating(members)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


# NaN and Infinity are read, though JSON has neither, to be refused under the name of their fact.
_DECODER = json.JSONDecoder(object_pairs_hook=_object)
