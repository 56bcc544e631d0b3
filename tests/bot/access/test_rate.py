"""The bucket behind the rate limit."""

from bot.access.rate import MOST_PEOPLE, Pace, RateLimit


class Seconds:
    """Stands still until the test says that time has passed."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_as_many_as_a_minute_holds_may_come_at_once_and_then_no_more() -> None:
    rate = RateLimit(3, Seconds())

    assert [rate.take(7, update) for update in range(5)] == [
        Pace.FINE,
        Pace.FINE,
        Pace.FINE,
        Pace.TOO_FAST,
        Pace.STILL_TOO_FAST,
    ]


def test_the_bucket_fills_evenly_and_never_beyond_its_brim() -> None:
    seconds = Seconds()
    rate = RateLimit(3, seconds)
    for update in range(3):
        rate.take(7, update)
    seconds.now += 20

    assert [rate.take(7, update) for update in (3, 4)] == [Pace.FINE, Pace.TOO_FAST]
    seconds.now += 3600
    assert [rate.take(7, update) for update in (5, 6, 7, 8)] == [
        Pace.FINE,
        Pace.FINE,
        Pace.FINE,
        Pace.TOO_FAST,
    ]


def test_it_is_said_at_most_once_a_minute_though_some_are_taken_in_between() -> None:
    seconds = Seconds()
    rate = RateLimit(60, seconds)
    paces = []
    for update in range(600):
        paces.append(rate.take(7, update))
        seconds.now += 0.25

    assert paces.count(Pace.TOO_FAST) == 3
    assert paces.count(Pace.FINE) > 180


def test_an_update_that_is_tried_again_costs_nothing_more() -> None:
    rate = RateLimit(2, Seconds())

    assert [rate.take(7, update) for update in (1, 1, 1, 2, 2, 3)] == [Pace.FINE] * 5 + [
        Pace.TOO_FAST
    ]


def test_zero_is_no_limit() -> None:
    rate = RateLimit(0, Seconds())

    assert {rate.take(7, update) for update in range(1000)} == {Pace.FINE}


def test_people_beyond_what_the_memory_holds_are_forgotten_longest_quiet_first() -> None:
    rate = RateLimit(1, Seconds())
    rate.take(-1, 1)
    for user_id in range(MOST_PEOPLE):
        rate.take(user_id, 1)

    assert rate.take(MOST_PEOPLE - 1, 2) is Pace.TOO_FAST
    assert rate.take(-1, 2) is Pace.FINE
