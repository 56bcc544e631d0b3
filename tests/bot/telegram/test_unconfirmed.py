"""How far what is done can be confirmed."""

from bot.telegram.unconfirmed import Unconfirmed


def came(*numbers: int) -> Unconfirmed:
    unconfirmed = Unconfirmed()
    assert all(unconfirmed.note(number) for number in numbers)
    return unconfirmed


def test_before_the_first_update_whatever_there_is_is_asked_for() -> None:
    assert came().confirm() == 0


def test_the_offset_stays_at_the_oldest_update_that_is_not_done() -> None:
    unconfirmed = came(7, 8, 9)
    offsets = []
    for number in (8, 7, 9):
        unconfirmed.done(number)
        offsets.append(unconfirmed.offset)

    assert offsets == [7, 9, 10]


def test_the_offset_can_move_only_once_the_oldest_update_is_done() -> None:
    unconfirmed = came(7, 8, 9)
    unconfirmed.confirm()
    can_move = []
    for number in (8, 7, 9):
        unconfirmed.done(number)
        can_move.append(unconfirmed.can_move)
        unconfirmed.confirm()

    assert can_move == [False, True, True]


def test_an_update_that_came_to_a_bot_that_waited_lets_it_confirm_nothing_yet() -> None:
    unconfirmed = came(7)
    unconfirmed.done(7)
    unconfirmed.confirm()
    could_move = unconfirmed.can_move
    unconfirmed.note(9)  # a number may be left out

    assert could_move
    assert not unconfirmed.can_move


def test_all_is_done_once_nothing_is_left() -> None:
    unconfirmed = came(7, 8)
    left = []
    for number in (7, 8):
        left.append(not unconfirmed.all_done)
        unconfirmed.done(number)

    assert left == [True, True]
    assert unconfirmed.all_done


def test_what_comes_again_before_it_could_be_confirmed_is_known() -> None:
    unconfirmed = came(7, 8, 9)
    asked_from = unconfirmed.confirm()
    for number in (7, 8):
        unconfirmed.done(number)

    assert asked_from == 7
    assert [unconfirmed.note(number) for number in (7, 8, 9, 10)] == [False, False, False, True]


def test_telegram_sends_again_what_came_from_the_offset_on_done_or_not() -> None:
    unconfirmed = came(*range(1, 8))
    for number in (1, 2, 5):
        unconfirmed.done(number)

    assert len(unconfirmed) == 5
    assert len(came()) == 0


def test_numbers_may_go_on_from_a_lower_one() -> None:
    unconfirmed = came(900)
    unconfirmed.done(900)
    unconfirmed.confirm()

    assert unconfirmed.note(5)
    assert unconfirmed.offset == 5
    unconfirmed.done(5)
    assert unconfirmed.confirm() == 6
