"""One value of the settings, and the tree that says one change: as the settings file has them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from robexact_desktop.adapters.settings_file import as_tree, merge
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.settings import SettingsRows
from robexact_desktop.domain.settings import BookingSettings, Settings
from robexact_desktop.services.change_settings import Path as Where
from robexact_desktop.services.change_settings import tree_of, value_at

SETTINGS = Settings("x", booking=BookingSettings(book_from=date(2026, 10, 1)), journals={"W.N": "72"})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("active",), True),
        (("exact", "division"), ""),
        (("booking", "book_from"), "2026-10-01"),
        (("booking", "approval"), "wait"),
        (("journals", "W.N"), "72"),
        (("journals", "79"), ""),
    ],
)
def test_a_value_is_read_as_the_file_writes_it(path: Where, value: object) -> None:
    assert value_at(SETTINGS, path) == value


def test_what_was_read_and_put_back_changes_nothing() -> None:
    paths: list[Where] = [("booking", "book_from"), ("exact", "division"), ("journals", "W.N"), ("journals", "79")]
    before = {path: value_at(SETTINGS, path) for path in paths}
    changed, _ = merge(SETTINGS, tree_of({("booking", "book_from"): "", ("journals", "79"): "70"}))
    assert changed != SETTINGS
    assert merge(changed, tree_of(before))[0] == SETTINGS


def test_each_value_keeps_who_set_it_last(tmp_path: Path) -> None:
    first, later = datetime(2026, 10, 1, 8, tzinfo=UTC), datetime(2026, 11, 2, 9, tzinfo=UTC)
    with Database(tmp_path) as database:
        rows = SettingsRows(database)
        rows.save(SETTINGS, "An", first)
        rows.save(merge(SETTINGS, tree_of({("journals", "W.N"): "73"}))[0], "Bo", later)
        touched = rows.touched("x")
    assert touched["journals", "W.N"] == ("Bo", later)
    assert touched["booking", "book_from"] == ("An", first)
    assert ("booking", "approval") in touched
    assert as_tree(SETTINGS)["journals"] == {"W.N": "72"}
