"""Worlds without pytest: the same firm, the same command line."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from world import World, plant, world

FREE = {"calls_a_minute": 100_000, "calls_a_second": 10_000, "per_day": 100_000}
"""Limits that no measure meets: pace has its own."""


@contextmanager
def free_world() -> Iterator[World]:
    """A world of its own in a folder that goes with it."""
    with (
        tempfile.TemporaryDirectory() as name,
        world(Path(name) / "world", plant(Path(name) / "planted"), **FREE) as made,
    ):
        yield made
