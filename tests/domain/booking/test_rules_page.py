"""docs/booking_rules.md says what the program does, and nothing else."""

import re
from importlib import import_module
from pathlib import Path

import code_facts
import pytest

from robexact_desktop.domain.problems import ProblemCode

PAGE = (Path(__file__).parents[3] / "docs" / "booking_rules.md").read_text(encoding="utf-8")
RULES = code_facts.rules()
NAMED = set(re.findall(r"`([^`\n]+)`", PAGE))
DOTTED = sorted(name for name in NAMED if name.startswith("robexact_desktop."))


@pytest.mark.parametrize("name", DOTTED)
def test_every_function_on_the_page_exists(name: str) -> None:
    parts = name.split(".")
    depth = next(index for index, part in enumerate(parts) if part[0].isupper()) if "Books" in parts else -1
    thing: object = import_module(".".join(parts[:depth]))
    for part in parts[depth:]:
        thing = getattr(thing, part)
    assert callable(thing)


def test_every_rule_of_the_program_stands_on_the_page() -> None:
    assert not RULES - NAMED


def test_the_page_names_no_rule_that_the_program_lacks() -> None:
    keys = {name for name in NAMED if re.fullmatch(r"[a-z_]+\.[a-z_]+", name)}
    assert keys - RULES == set()


def test_every_problem_of_the_program_stands_on_the_page() -> None:
    assert {code.value for code in ProblemCode} - NAMED == set()


def test_the_page_names_no_problem_that_the_program_lacks() -> None:
    plain = {name for name in NAMED if re.fullmatch(r"[a-z]+(_[a-z]+)*", name)}
    assert plain - {code.value for code in ProblemCode} == set()


def test_the_rules_are_numbered_without_gaps() -> None:
    numbers = [tuple(map(int, found)) for found in re.findall(r"^(?:### |\| )(\d+)\.(\d+) ", PAGE, re.MULTILINE)]
    for chapter in range(1, 10):
        of_chapter = [rule for number, rule in numbers if number == chapter]
        assert of_chapter == list(range(1, len(of_chapter) + 1)), f"chapter {chapter}"
        assert of_chapter
