"""The parties as rows: in Robaws as the office typed them, in Exact as the accountant did, each in his own way."""

from dataclasses import replace
from random import Random
from typing import Any

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm import numbers
from robexact_desktop.demo.firm.ground import MAIN, Ground, guid
from robexact_desktop.demo.firm.parties import Link, Party

FIRST_CUSTOMER, FIRST_SUPPLIER = 1001, 5001
DIFFERING_IBAN = 3
"""Place of the supplier whose account number in Robaws is not the one in Exact."""


def plant_parties(ground: Ground, found: list[Party], founded: str, *, supplier: bool) -> list[Party]:
    """The same parties with their Robaws id and, where Exact has them, their account."""
    accounts = plant_accounts(ground.exact, MAIN, found, supplier=supplier, dice=ground.dice)
    planted = []
    for at, (party, account) in enumerate(zip(found, accounts, strict=True)):
        row = _row(party, at, account, supplier=supplier, dice=ground.dice)
        row["generalLedgerAccountId"] = ground.gl_ids.get(party.gl_code)
        stored = ground.robaws.put("suppliers" if supplier else "clients", updatedAt=founded, **row)
        planted.append(replace(party, id=str(stored["id"]), account=account))
    return planted


def plant_accounts(exact: ExactState, division: int, found: list[Party], *, supplier: bool, dice: Random) -> list[str]:
    return [_account(exact, division, party, at, supplier=supplier, dice=dice) for at, party in enumerate(found)]


def _row(party: Party, at: int, account: str, *, supplier: bool, dice: Random) -> dict[str, Any]:
    first = FIRST_SUPPLIER if supplier else FIRST_CUSTOMER
    has_code = bool(account) and at % 29 == 7
    address = {"addressLine1": party.street, "addressLine2": "", "postalCode": party.postcode, "city": party.city}
    return {
        "logicId": f"{'L' if supplier else 'K'}{at + 1:05}",
        "name": party.name,
        "vatIdNumber": _typed(party.vat, dice),
        "companyNumber": numbers.dotted(party.company_number) if party.company_number else None,
        "language": "nl" if party.country in {"BE", "NL"} else "en",
        "currency": party.currency,
        "email": f"facturen{at + 1}@voorbeeld.example",
        "tel": f"011 00 {at // 100:02} {at % 100:02}",
        "address": {**address, "country": party.country},
        "iban": _spaced(party.iban) if at % 2 else party.iban or None,
        "paymentConditionId": party.condition,
        "exactOnlineCode": str(first + at) if has_code else None,
    }


def _account(exact: ExactState, division: int, party: Party, at: int, *, supplier: bool, dice: Random) -> str:
    """Guid of the account that an invoice of this party is booked on, "" where there is none."""
    if party.link is Link.NONE:
        return ""
    key = guid(division, "supplier" if supplier else "customer", at)
    exact.put(division, "crm/Accounts", **_facts(party, at, key, supplier=supplier, dice=dice))
    if party.link is Link.AMBIGUOUS:
        branch = _facts(party, at + 4000, guid(key, "branch"), supplier=supplier, dice=dice)
        exact.put(division, "crm/Accounts", **{**branch, "Name": f"{party.name} (filiaal)"})
    if party.iban and supplier:
        number = numbers.iban(900_000) if at == DIFFERING_IBAN else party.iban
        bank = {"BankAccount": number, "IBAN": number, "Main": True}
        exact.put(division, "crm/BankAccounts", ID=guid(key, "bank"), Account=key, AccountName=party.name, **bank)
    return key


def _facts(party: Party, at: int, key: str, *, supplier: bool, dice: Random) -> dict[str, Any]:
    first = FIRST_SUPPLIER if supplier else FIRST_CUSTOMER
    number = numbers.enterprise_number(9000 + at) if party.link is Link.OTHER_VAT else party.company_number
    vat = f"BE{number}" if party.link is Link.OTHER_VAT else party.vat
    by_number = party.link is Link.COMPANY
    return {
        "ID": key,
        "Code": str(first + at),
        "Name": _renamed(party, at) if party.link in {Link.VAT, Link.COMPANY} else party.name,
        "Status": "P" if party.link is Link.PROSPECT else "A" if supplier else "C",
        "IsSupplier": supplier,
        "Blocked": party.link is Link.BLOCKED,
        "VATNumber": _typed(f"BE{number}" if by_number else vat, dice),
        "ChamberOfCommerce": number or None,
        "Country": party.country,
        "AddressLine1": party.street,
        "Email": f"{'info' if at % 7 == 3 else 'facturen'}{at + 1}@voorbeeld.example",
        "Phone": None if at % 11 == 5 else f"+32 11 00 {at // 100:02} {at % 100:02}",
        "Postcode": party.postcode,
        "City": party.city,
        "Language": "NL",
        "PaymentConditionPurchase" if supplier else "PaymentConditionSales": "30",
        "SearchCode": party.name.upper()[:12],
    }


def _renamed(party: Party, at: int) -> str:
    """The law renamed the BVBA to BV in 2019; the accounts did not all follow."""
    old = party.name.removesuffix(" BV")
    if old == party.name or at % 5:
        return party.name
    return f"{old} BVBA".upper() if at % 2 else f"{old} BVBA"


def _typed(vat: str, dice: Random) -> str | None:
    """As people type it."""
    if not vat.startswith("BE"):
        return vat or None
    digits, points = vat[2:], numbers.dotted(vat[2:])
    return dice.choice(
        (f"BE {points}", f"BE{digits}", f"BE {points}", digits, points, f"be {digits[:4]} {digits[4:7]} {digits[7:]}")
    )


def _spaced(iban: str) -> str | None:
    return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4)) or None


def plant_strangers(exact: ExactState, division: int, count: int) -> None:
    """Accounts that Robaws does not know: banks, an accountant, old customers."""
    for at in range(count):
        number = numbers.enterprise_number(7000 + at)
        facts = {"Name": f"Oude klant {at + 1}", "Code": str(8001 + at), "VATNumber": f"BE{number}", "Country": "BE"}
        key = guid(division, "stranger", at)
        exact.put(division, "crm/Accounts", ID=key, Status="C", IsSupplier=at % 5 == 0, Blocked=False, **facts)
