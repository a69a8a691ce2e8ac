"""Plants the whole firm in both services, the same each time for the same day and seed."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm import books, chart, numbers, parties, relations, settings, sites, slots, vat
from robexact_desktop.demo.firm.ground import MAIN, SECOND, Ground
from robexact_desktop.demo.firm.invoices import Office
from robexact_desktop.demo.robaws import RobawsState
from robexact_desktop.demo.robaws.state import stamp

DAYS = 730
FIRMS = {
    "1": ("Bouwwerken Peeters BV", "Industrieweg 14", 1),
    "2": ("Peeters Vastgoed BV", "Industrieweg 16", 2),
}


@dataclass(frozen=True)
class Firm:
    """What was planted. Ids of invoices are "sales/12", "purchase/7"; of relations "client/3", "supplier/9"."""

    name: str
    divisions: tuple[int, int]
    """The calendar-year one, to which the invoices go, and the one with the broken book year."""
    settings: Mapping[str, Any]
    second_settings: Mapping[str, Any]
    booked: Mapping[str, str]
    """Invoice -> EntryID, of those that both services hold."""
    to_send: tuple[str, ...]
    """Waiting, without a fault and without a warning."""
    to_create: tuple[str, ...]
    """Of those, the ones whose relation Exact does not know."""
    defects: Mapping[str, str]
    """Waiting, with a fault -> its problem code."""
    warnings: frozenset[str]
    """Of the defects, those that only warn: they may be sent. (`already_in_exact` is not among them: it never is.)"""
    photographed: str
    login_page: str
    """Waiting; no check can see that its document answers with the login page."""
    relations: Mapping[str, str]
    """Relation -> what links it: a rule's name, or "ambiguous", "other_vat", "prospect", "blocked", "none"."""


def plant(exact: ExactState, robaws: RobawsState, today: date, *, seed: int = 1) -> Firm:
    with _no_collection(), exact.transaction(), robaws.transaction():
        ground = Ground(exact, robaws, today, Random(seed))
        begin = today - timedelta(days=DAYS)
        founded = stamp(datetime(begin.year, begin.month, begin.day, 7, tzinfo=UTC))
        periods = _plant_administrations(ground)
        _plant_lists(ground, founded)
        _plant_relations(ground, founded)
        office = Office(ground)
        for slot in slots.slots(ground.dice, today):
            office.write(slot)
        first_open = slots.first_waiting_day(today).replace(day=1)
        for division, table in periods.items():
            books.close_periods(exact, division, table, first_open)
        return _firm(ground, office, begin)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Thirty thousand rows and none of them garbage: the collector's rounds took a seventh of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _plant_administrations(ground: Ground) -> dict[int, list[tuple[int, int, date]]]:
    periods = {}
    for division, (name, street, serial), first_month in zip((MAIN, SECOND), FIRMS.values(), (1, 7), strict=True):
        number = numbers.enterprise_number(serial)
        facts = {"VATNumber": f"BE{number}", "ChamberOfCommerceNumber": number, "AddressLine1": street}
        place = {"Postcode": "3999", "City": "Waterhoven", "DefaultPaymentCondition": "30"}
        ground.exact.add_division(division, name, Hid=division, IsMainDivision=division == MAIN, **facts, **place)
        gl_guids = chart.plant_chart(ground.exact, division)
        vat.plant_codes(ground.exact, division, gl_guids)
        books.plant_frame(ground.exact, division, gl_guids, ground.today)
        periods[division] = books.plant_periods(ground.exact, division, ground.today, first_month)
        if division == MAIN:
            ground.gl_guids = gl_guids
    return periods


def _plant_lists(ground: Ground, founded: str) -> None:
    for key, (name, street, serial) in FIRMS.items():
        address = {"addressLine1": street, "postalCode": "3999", "city": "Waterhoven", "country": "BE"}
        number = f"BE {numbers.dotted(numbers.enterprise_number(serial))}"
        bank = {"iban": numbers.iban(700_000 + serial), "bic": "PEETBEBB"}
        ground.robaws.put(
            "companies", id=key, name=name, vatIdNumber=number, address=address, updatedAt=founded, **bank
        )
    books.plant_lists_in_robaws(ground.robaws, founded)
    vat.plant_tariffs(ground.robaws, founded)
    ground.gl_ids = chart.plant_ledger_in_robaws(ground.robaws, founded)
    ground.gl_codes = {key: code for code, key in ground.gl_ids.items()}
    sites.plant_sites(ground, founded)
    sites.plant_articles(ground, founded)


def _plant_relations(ground: Ground, founded: str) -> None:
    customers, suppliers = parties.customers(ground.dice), parties.suppliers(ground.dice)
    relations.plant_accounts(ground.exact, SECOND, customers[:40], supplier=False, dice=ground.dice)
    relations.plant_accounts(ground.exact, SECOND, suppliers[:15], supplier=True, dice=ground.dice)
    ground.customers = relations.plant_parties(ground, customers, founded, supplier=False)
    ground.suppliers = relations.plant_parties(ground, suppliers, founded, supplier=True)
    relations.plant_strangers(ground.exact, MAIN, 40)


def _firm(ground: Ground, office: Office, begin: date) -> Firm:
    found = office.found
    links = {f"client/{party.id}": party.link.value for party in ground.customers}
    return Firm(
        name=FIRMS["1"][0],
        divisions=(MAIN, SECOND),
        settings=settings.main_settings(ground, begin),
        second_settings=settings.second_settings(begin),
        booked=found.booked,
        to_send=tuple(found.to_send),
        to_create=tuple(found.to_create),
        defects=found.defects,
        warnings=frozenset(found.warnings),
        photographed=found.photographed,
        login_page=found.login_page,
        relations=links | {f"supplier/{party.id}": party.link.value for party in ground.suppliers},
    )
