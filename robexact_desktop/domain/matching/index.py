"""Exact's accounts by the keys that relations are matched on. Built once for an import, read by every rule."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching.likeness import Likeness
from robexact_desktop.domain.matching.name_keys import exact_name
from robexact_desktop.domain.matching.normal import account_code, company_number, country, postcode, vat_number
from robexact_desktop.domain.names import AccountId
from robexact_desktop.domain.relation import Relation


class Keys(NamedTuple):
    """What identifies a party, in one spelling for both sides.

    `company` falls back on a Belgian VAT number, which is the enterprise number; `country` on the VAT number's prefix.
    """

    vat: str
    company: str
    country: str


class AccountKeys(NamedTuple):
    id: AccountId
    keys: Keys
    postcode: str
    account: Account


def keys_of_relation(relation: Relation) -> Keys:
    return _keys(relation.vat_number, relation.company_number, relation.country)


def keys_of_account(account: Account) -> AccountKeys:
    keys = _keys(account.vat_number, account.chamber_of_commerce, account.country)
    return AccountKeys(account.id, keys, postcode(account.postcode), account)


def _keys(vat_text: str, company_text: str, country_text: str) -> Keys:
    vat = vat_number(vat_text, country_text)
    land = (country(country_text) if country_text else "") or vat[:2]
    company = company_number(company_text, land) if company_text else ""
    return Keys(vat, company or (vat if vat.startswith("BE") else ""), land)


class Index:
    """Each key leads to all accounts that carry it: more than one is a question, never a choice made here."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self.accounts = tuple(keys_of_account(account) for account in accounts)
        self.by_code: dict[str, list[AccountKeys]] = {}
        self.by_vat: dict[str, list[AccountKeys]] = {}
        self.by_company: dict[str, list[AccountKeys]] = {}
        self.by_name: dict[str, list[AccountKeys]] = {}
        for found in self.accounts:
            _file(self.by_code, account_code(found.account.code), found)
            _file(self.by_vat, found.keys.vat, found)
            _file(self.by_company, found.keys.company, found)
            _file(self.by_name, exact_name(found.account.name), found)
        self._add_enterprise_numbers()

    def _add_enterprise_numbers(self) -> None:
        """A Belgian account that carries the digits only as its company number is under the VAT number too."""
        for number, held in self.by_company.items():
            if number in self.by_vat and number.startswith("BE"):
                known = {found.id for found in self.by_vat[number]}
                self.by_vat[number] += [found for found in held if found.id not in known]

    @cached_property
    def likeness(self) -> Likeness:
        """Only suggestions need it; the rules do not wait for it."""
        return Likeness((found.account.name, found.postcode) for found in self.accounts)


def _file(drawer: dict[str, list[AccountKeys]], key: str, found: AccountKeys) -> None:
    if not key:
        return
    if (held := drawer.get(key)) is None:
        drawer[key] = [found]
    else:
        held.append(found)
