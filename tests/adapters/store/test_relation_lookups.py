"""The pencil's search among Exact's accounts."""

import pytest

from robexact_desktop.adapters.store.account import AccountRows
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.relation_list import RelationLookups

from .store_examples import HERE, THERE, account


@pytest.fixture
def lookups(database: Database) -> RelationLookups:
    rows = AccountRows(database, HERE)
    rows.put(
        [
            account("dotted", 1, name="Tegels Tack", code="801", vat_number="0999.014.777"),
            account("spaced", 2, name="Hout 50%_af", code="802", vat_number="BE 0999 014 888"),
            account("plain", 3, name="801 Nachten", code="803", vat_number="BE0999014999"),
            account("accents", 4, name="Zoë Desœuvre", code="804", vat_number="", city="Liège"),
        ]
    )
    AccountRows(database, THERE).put([account("theirs", 4, name="Tegels Tack", vat_number="0999.014.777")])
    return RelationLookups(database, HERE)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("0999.014.777", ["dotted"]),
        ("0999014777", ["dotted"]),
        ("BE0999014888", ["spaced"]),
        ("0999-014-999", ["plain"]),
        ("tegels 777", ["dotted"]),
        ("801", ["dotted", "plain"]),  # the one whose code it is first
        ("50%_", ["spaced"]),  # no wildcards
        ("tegels 888", []),
        ("zoe", ["accents"]),
        ("ZOË", ["accents"]),
        ("desoeuvre liege", ["accents"]),
        ("", []),
    ],
)
def test_a_number_is_found_however_it_is_written(lookups: RelationLookups, typed: str, found: list[str]) -> None:
    assert [row.id for row in lookups.find_accounts(typed, 10)] == found


def test_what_an_older_program_read_is_found_until_it_is_read_again(database: Database) -> None:
    AccountRows(database, HERE).put([account("old", 1, name="Tegels Tack", code="801")])
    with database.writing_cache() as db:
        db.execute("UPDATE account SET search = ''")
    lookups = RelationLookups(database, HERE)
    assert [row.id for row in lookups.find_accounts("tack 801", 10)] == ["old"]
