"""From an entry to the body that Exact takes, and why each value is what it is: one table tells both.

Fills the port `Payloads`, together with `papers` for what goes around an entry. Amounts leave as JSON numbers, digit
for digit as they were decided.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

import simplejson

from robexact_desktop.adapters.exact.papers import (
    account_payload,
    attachment_payload,
    cost_payload,
    document_payload,
    release_payload,
)
from robexact_desktop.domain.booking import Decided, Entry, EntryLine
from robexact_desktop.domain.money import ZERO, cents
from robexact_desktop.domain.names import AccountId, Kind
from robexact_desktop.domain.outbox import EntryKey

__all__ = [
    "account_payload",
    "attachment_payload",
    "causes_of",
    "cost_payload",
    "decode",
    "document_payload",
    "encode",
    "entry_payload",
    "key_of",
    "pending",
    "release_payload",
    "vat_of",
    "why",
    "with_account",
]

Part = TypeVar("Part", Entry, EntryLine)


@dataclass(frozen=True, slots=True)
class _Key(Generic[Part]):
    """One key of a body. A mandatory one is null where its value is not known; another is left out."""

    name: str
    decided: Callable[[Part], Decided[Any]]
    as_sent: Callable[[Any], object] = lambda value: value
    mandatory: bool = False


def _money(amount: Decimal) -> Decimal:
    """Two decimals; adding zero turns -0.00 into 0.00."""
    return cents(amount) + ZERO


def _day(day: date) -> str:
    return f"{day.isoformat()}T00:00:00"


HEADER: tuple[_Key[Entry], ...] = (
    _Key("Journal", lambda entry: entry.journal, mandatory=True),
    _Key("EntryDate", lambda entry: entry.entry_date, _day, mandatory=True),
    _Key("DueDate", lambda entry: entry.due_date, _day),
    _Key("EntryNumber", lambda entry: entry.entry_number),
    _Key("YourRef", lambda entry: entry.your_ref, mandatory=True),
    _Key("Description", lambda entry: entry.description),
    _Key("Currency", lambda entry: entry.currency),
    _Key("PaymentCondition", lambda entry: entry.payment_condition),
    _Key("PaymentReference", lambda entry: entry.payment_reference),
    _Key("ReportingYear", lambda entry: entry.period, lambda period: period.year, mandatory=True),
    _Key("ReportingPeriod", lambda entry: entry.period, lambda period: period.period, mandatory=True),
)
"""After the account, in the order in which a body is written."""

LINE: tuple[_Key[EntryLine], ...] = (
    _Key("AmountFC", lambda line: line.net, _money, mandatory=True),
    _Key("Description", lambda line: line.description),
    _Key("GLAccount", lambda line: line.gl_account, lambda account: account.id, mandatory=True),
    _Key("VATCode", lambda line: line.vat_code, lambda code: code.code, mandatory=True),
    _Key("VATAmountFC", lambda line: line.vat_amount, _money),
    _Key("CostCenter", lambda line: line.cost_center),
    _Key("CostUnit", lambda line: line.cost_unit),
)


def account_key(side: Kind) -> str:
    return "Customer" if side is Kind.SALES else "Supplier"


def lines_key(side: Kind) -> str:
    return "SalesEntryLines" if side is Kind.SALES else "PurchaseEntryLines"


def entry_payload(entry: Entry) -> dict[str, object]:
    """The body of an entry, also of one that is not complete yet."""
    lines = [{name: value for name, value, _ in _known(LINE, line)} for line in entry.lines]
    header = {name: value for name, value, _ in _known(_header(entry), entry)}
    return {**header, lines_key(entry.kind): lines}


def why(entry: Entry) -> dict[str, dict[str, str]]:
    """For each path of that body the rule and the source."""
    reasons = {name: _reason(decided) for name, _, decided in _known(_header(entry), entry)}
    for index, line in enumerate(entry.lines):
        for name, _, decided in _known(LINE, line):
            reasons[f"{lines_key(entry.kind)}[{index}].{name}"] = _reason(decided)
    return reasons


def pending(entry: Entry) -> list[str]:
    """The keys that only sending can know: null in the body."""
    return [account_key(entry.kind)] if entry.creates_account else []


def encode(payload: Mapping[str, object]) -> bytes:
    text = simplejson.dumps(payload, use_decimal=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def decode(payload: bytes) -> dict[str, object]:
    told = simplejson.loads(payload.decode(), use_decimal=True)
    return dict(told)


def with_account(payload: bytes, side: Kind, account: AccountId) -> bytes:
    """The same body, its account filled in; nothing else changes."""
    return encode({**decode(payload), account_key(side): account})


def vat_of(payload: bytes, side: Kind) -> dict[str, Decimal]:
    """The VAT per code that a body states, signed; a code of type N carries none."""
    found: dict[str, Decimal] = {}
    for line in _lines(decode(payload), side):
        found[line["VATCode"]] = found.get(line["VATCode"], ZERO) + Decimal(line.get("VATAmountFC") or 0)
    return found


def causes_of(payload: bytes, side: Kind) -> frozenset[str]:
    """What a refusal of this body may be about: the values that other bodies may share with it."""
    body = decode(payload)
    keys = (account_key(side), "Journal", "PaymentCondition", "Currency", "ReportingPeriod", "ReportingYear")
    header = {f"{key} {body[key]}" for key in keys if body.get(key)}
    of_lines = ("GLAccount", "VATCode", "CostCenter", "CostUnit")
    lines = {f"{key} {line[key]}" for line in _lines(body, side) for key in of_lines if line.get(key)}
    return frozenset(header | lines)


def _lines(body: Mapping[str, Any], side: Kind) -> list[dict[str, Any]]:
    return list(body[lines_key(side)])


def key_of(payload: bytes, side: Kind) -> EntryKey:
    """What an unanswered entry is looked up by. The year is the one it was sent with."""
    body: dict[str, Any] = decode(payload)
    day = date.fromisoformat(str(body["EntryDate"])[:10])
    amounts = (Decimal(line["AmountFC"]) + Decimal(line.get("VATAmountFC") or 0) for line in body[lines_key(side)])
    return EntryKey(
        journal=body["Journal"],
        year=body.get("ReportingYear") or day.year,
        period=body.get("ReportingPeriod"),
        entry_number=body.get("EntryNumber"),
        your_ref=body["YourRef"],
        account=AccountId(body[account_key(side)] or ""),
        amount=sum(amounts, ZERO),
        entry_date=day,
    )


def _header(entry: Entry) -> tuple[_Key[Entry], ...]:
    account: _Key[Entry] = _Key(account_key(entry.kind), lambda entry: entry.account, mandatory=True)
    return (account, *HEADER)


def _known(keys: tuple[_Key[Part], ...], part: Part) -> Iterator[tuple[str, object, Decided[Any]]]:
    """The keys that the body has. A value that a problem stands in the way of shows as null, not as left out."""
    for key in keys:
        decided = key.decided(part)
        if decided.value not in (None, ""):
            yield key.name, key.as_sent(decided.value), decided
        elif key.mandatory or any(problem.blocks for problem in decided.problems):
            yield key.name, None, decided


def _reason(decided: Decided[Any]) -> dict[str, str]:
    return {"rule": decided.rule, "source": decided.source}
