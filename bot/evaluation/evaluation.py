"""Judges every case of a stream."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO

from bot.evaluation.csv_results import csv_header, csv_row
from bot.evaluation.csv_rows import read_csv
from bot.evaluation.formats import InputFormat, OutputFormat
from bot.evaluation.json_lines import read_json_lines
from bot.evaluation.json_results import json_line
from bot.evaluation.judging import judge
from bot.evaluation.outcomes import Outcome
from bot.evaluation.records import BrokenRecord, Record

Read = Callable[[BinaryIO], Iterator[Record | BrokenRecord]]
Write = Callable[[Outcome], str]

_READERS: Mapping[InputFormat, Read] = MappingProxyType(
    {InputFormat.JSONL: read_json_lines, InputFormat.CSV: read_csv}
)


def evaluated(
    source: BinaryIO, target: BinaryIO, *, written: InputFormat, wanted: OutputFormat
) -> Iterator[Outcome]:
    """Judge the cases in order, and yield each outcome once its line is out.

    No case is read before the one ahead of it is answered, so that whoever feeds cases in slowly
    gets an answer to each. Raises `bot.evaluation.csv_rows.HeaderError` before anything is
    written, and `OSError` where reading or writing fails.
    """
    records = _READERS[written](source)
    write = _writer(wanted)
    if wanted is OutputFormat.CSV:
        target.write(csv_header().encode())
    for record in records:
        outcome = judge(record)
        target.write(write(outcome).encode())
        target.flush()
        yield outcome


def _writer(wanted: OutputFormat) -> Write:
    match wanted:
        case OutputFormat.JSONL:
            return json_line
        case OutputFormat.CSV:
            return csv_row
        case OutputFormat.TEXT:
            # The wording is slow to load, and the formats for programs do without.
            from bot.evaluation.text_results import text_report  # noqa: PLC0415 - see above

            return text_report
