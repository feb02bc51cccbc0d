"""Lists of known names in messages: the nearest one, or as many as a person reads."""

from __future__ import annotations

from generator.load.unknown import known_words, some_of


def test_a_name_like_the_unknown_one_is_suggested() -> None:
    assert known_words("subjekt", ["shelf", "subject"]) == "Did you mean subject?"


def test_all_of_a_few_names_are_listed_in_their_order() -> None:
    assert known_words("zzz", ["shelf", "subject"], said="Fields") == "Fields: shelf, subject."


def test_of_many_names_the_nearest_come_first_and_the_rest_are_counted() -> None:
    names = [f"name{number:02}" for number in range(40)]
    shown = some_of([*names, "code"], "c")
    assert shown.startswith("code, name00, ") and shown.endswith(", name13 and 26 more")


def test_what_can_be_added_to_is_listed_in_full() -> None:
    names = [f"kind{number:02}" for number in range(20)]
    assert known_words("zzz", names, "Add one.") == f"Known: {', '.join(names)}. Add one."
