"""Measures everything that can be measured in this process, five times over."""

from statistics import median

from tests.benchmarks.appraisal import appraisal_microseconds, tap_microseconds
from tests.benchmarks.taps import report

RUNS = 5


def main() -> None:
    for name, measure in (
        ("appraisal of a random partial case, and what is worth asking", appraisal_microseconds),
        ("a tap: decode, advance, appraise, render, encode", tap_microseconds),
    ):
        runs = [measure() for _ in range(RUNS)]
        print(
            f"{name}: median {median(runs):.0f} µs (of {RUNS} runs {min(runs):.0f}–{max(runs):.0f})"
        )
    print(report())


if __name__ == "__main__":
    main()
