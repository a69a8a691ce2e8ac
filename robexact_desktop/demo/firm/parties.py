"""Customers and suppliers before they stand anywhere: who they are, and how each can be found in Exact."""

from dataclasses import dataclass, replace
from enum import Enum
from itertools import cycle, product
from random import Random

from robexact_desktop.demo.firm import numbers, words


class Link(Enum):
    """What joins the relation in Robaws to the account in Exact."""

    VAT = "vat_number"
    COMPANY = "company_number"
    NAME = "name"
    AMBIGUOUS = "ambiguous"
    OTHER_VAT = "other_vat"
    PROSPECT = "prospect"
    BLOCKED = "blocked"
    NONE = "none"


CERTAIN = (Link.VAT, Link.COMPANY, Link.NAME)


@dataclass(frozen=True)
class Party:
    name: str
    country: str
    street: str
    postcode: str
    city: str
    link: Link = Link.VAT
    vat: str = ""
    """Normalised: BE0999000129."""
    company_number: str = ""
    iban: str = ""
    currency: str = "EUR"
    condition: str = "4"
    gl_code: str = ""
    """A supplier's cost account."""
    id: str = ""
    account: str = ""
    """Guid of the account in Exact; empty where there is none."""

    @property
    def is_private(self) -> bool:
        return not self.vat and not self.company_number


def customers(dice: Random) -> list[Party]:
    found = _firms(dice, 178) + _persons(dice, 72) + _public(dice, 32) + _foreign(dice)
    found = _with_odd_links(found)
    return [replace(party, condition=dice.choice("334445")) for party in found]


def suppliers(dice: Random) -> list[Party]:
    """A dozen trades; the last three from abroad, four are found by company number, five by nothing."""
    trades = cycle(words.PURCHASE_WORK.items())
    found = []
    for at in range(117):
        gl_code, (trade, _) = next(trades)
        surname = words.SURNAMES[(at // 12 * 5 + at * 3) % len(words.SURNAMES)]  # never twice within a trade
        name = f"{trade} {surname} {words.LEGAL_FORMS[at % 5]}"
        number = numbers.enterprise_number(4000 + at)
        party = Party(name, "BE", *_address(dice), vat=f"BE{number}", company_number=number, gl_code=gl_code)
        found.append(replace(party, iban=numbers.iban(at), condition=dice.choice("34445")))
    for at, country in enumerate(("NL", "DE", "NL")):
        name = f"Baumarkt {words.SURNAMES[at]} {words.FOREIGN_FORMS[country]}"
        vat = numbers.german_vat_number(900) if country == "DE" else numbers.dutch_vat_number(900 + at)
        found.append(Party(name, country, "Hauptstrasse 9", *words.FOREIGN_TOWNS[country], vat=vat, gl_code="600000"))
    return _with_odd_supplier_links(found)


def _with_odd_links(found: list[Party]) -> list[Party]:
    """By place in the list, so that every firm of the demo has the same."""
    odd = dict.fromkeys(range(4, 170, 17), Link.COMPANY)
    odd |= {10: Link.AMBIGUOUS, 11: Link.AMBIGUOUS, 12: Link.AMBIGUOUS}
    odd |= {
        20: Link.OTHER_VAT,
        23: Link.OTHER_VAT,
        24: Link.OTHER_VAT,
        30: Link.PROSPECT,
        31: Link.PROSPECT,
        33: Link.BLOCKED,
    }
    odd |= dict.fromkeys(range(160, 178, 2), Link.NONE) | dict.fromkeys(range(240, 245), Link.NONE)
    return [_linked(party, odd.get(at, Link.NAME if party.is_private else Link.VAT)) for at, party in enumerate(found)]


def _with_odd_supplier_links(found: list[Party]) -> list[Party]:
    odd = {15: Link.COMPANY, 28: Link.COMPANY, 41: Link.COMPANY, 54: Link.COMPANY, 12: Link.AMBIGUOUS, 25: Link.BLOCKED}
    odd |= dict.fromkeys(range(108, 113), Link.NONE)
    return [_linked(party, odd.get(at, Link.VAT)) for at, party in enumerate(found)]


def _linked(party: Party, link: Link) -> Party:
    """Found by company number: no VAT number was typed in Robaws."""
    return replace(party, link=link, vat="" if link is Link.COMPANY else party.vat)


def _firms(dice: Random, count: int) -> list[Party]:
    names = [f"{trade} {surname}" for trade, surname in product(words.TRADES, words.SURNAMES)]
    dice.shuffle(names)
    return [_firm(dice, f"{name} {words.LEGAL_FORMS[at % 5]}", 17 + at) for at, name in enumerate(names[:count])]


def _firm(dice: Random, name: str, serial: int) -> Party:
    number = numbers.enterprise_number(serial)
    return Party(
        name, "BE", *_address(dice), vat=f"BE{number}", company_number=number, iban=numbers.iban(5000 + serial)
    )


def _persons(dice: Random, count: int) -> list[Party]:
    names = [f"{given} {surname}" for given, surname in product(words.GIVEN, words.SURNAMES)]
    names += [f"Fam. {first}-{second}" for first, second in zip(words.SURNAMES, words.SURNAMES[7:], strict=False)]
    dice.shuffle(names)
    return [Party(name, "BE", *_address(dice)) for name in names[:count]]


def _public(dice: Random, count: int) -> list[Party]:
    names = [pattern.format(place) for pattern, place in product(words.PUBLIC, words.PLACES)]
    dice.shuffle(names)
    return [_firm(dice, name, 1000 + at) for at, name in enumerate(names[:count])]


def _foreign(dice: Random) -> list[Party]:
    makers = {
        "NL": numbers.dutch_vat_number,
        "DE": numbers.german_vat_number,
        "FR": numbers.french_vat_number,
        "LU": numbers.luxembourg_vat_number,
    }
    found = []
    for at, country in enumerate(("NL",) * 7 + ("DE", "DE", "FR", "FR", "LU", "LU", "LU", "US", "US", "GB", "GB")):
        name = f"{dice.choice(words.TRADES)} {words.SURNAMES[-1 - at]} {words.FOREIGN_FORMS[country]}"
        vat = makers[country](at + 1) if country in makers else ""
        currency = {"US": "USD", "GB": "GBP"}.get(country, "EUR")
        found.append(Party(name, country, f"Road {at + 1}", *words.FOREIGN_TOWNS[country], vat=vat, currency=currency))
    return found


def _address(dice: Random) -> tuple[str, str, str]:
    city = dice.choice(words.PLACES)
    return f"{dice.choice(words.STREETS)} {dice.randint(1, 140)}", words.POSTCODES[city], city
