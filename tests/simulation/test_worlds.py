"""Seeded worlds of faults, crashes and people: never twice, never lost, never stuck (product.md S10)."""

import itertools
import os
import shutil
from pathlib import Path

import pytest

from simulation.office import furnish
from simulation.worlds import SOUND, Broken, Lived, live

BY_DEFAULT = 60
"""Seeds of the default suite; ROBEXACT_SEEDS says otherwise."""

SEEDS = int(os.environ.get("ROBEXACT_SEEDS", "5000"))
BATCH = 250
RED_WITHIN = 400
"""Seeds within which a protocol with a part taken out must have done harm."""


class Worlds:
    """Templates of data folders, and a place for each world, removed behind it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = itertools.count()

    def live(self, seed: int, broken: Broken = SOUND) -> Lived:
        assigned = bool(seed % 2)  # by turns Exact gives the number, and nothing but the protocol guards
        template = self._folder / f"template-{assigned}"
        if not template.exists():
            furnish(template, assigned=assigned)
        place = self._folder / f"world-{next(self._count)}"
        try:
            return live(seed, place, template, broken)
        finally:
            shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    return Worlds(tmp_path_factory.mktemp("worlds"))


def harmed(worlds: Worlds, seeds: range, broken: Broken = SOUND) -> dict[int, tuple[str, ...]]:
    return {seed: lived.wrong for seed in seeds if (lived := worlds.live(seed, broken)).wrong}


@pytest.mark.parametrize("first", range(0, BY_DEFAULT, 20))
def test_nothing_is_booked_twice_lost_or_stuck(worlds: Worlds, first: int) -> None:
    assert harmed(worlds, range(first, first + 20)) == {}


@pytest.mark.parametrize("seed", range(1000, 1010))
def test_a_seed_lives_the_same_life_twice(worlds: Worlds, seed: int) -> None:
    assert worlds.live(seed) == worlds.live(seed)


def _first_harm(worlds: Worlds, broken: Broken) -> str | None:
    found = (worlds.live(seed, broken).wrong for seed in range(RED_WITHIN))
    return next((what for wrong in found for what in wrong if what.startswith("double")), None)


def test_without_the_intent_written_first_it_books_twice(worlds: Worlds) -> None:
    assert _first_harm(worlds, Broken(intent=True))


def test_without_durable_commits_it_books_twice(worlds: Worlds) -> None:
    assert _first_harm(worlds, Broken(durable=True))


def test_without_the_settle_time_it_books_twice(worlds: Worlds) -> None:
    assert _first_harm(worlds, Broken(settle=True))


@pytest.mark.faults
@pytest.mark.parametrize("first", range(BY_DEFAULT, SEEDS, BATCH))
def test_many_seeds(worlds: Worlds, first: int) -> None:
    assert harmed(worlds, range(first, min(first + BATCH, SEEDS))) == {}
