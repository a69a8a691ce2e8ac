"""The head of the booking: journal, number, period, due date and the like, each with its why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from robexact_desktop.domain.booking import Books, Decided, Entry
from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.domain.booking.parties import is_ogm
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.texts import formats, rule_sentence
from robexact_desktop.ui.preview.booking import hand_words, vat_words
from robexact_desktop.ui.preview.sent import Body, sent_lines
from robexact_desktop.ui.words import language, words


class FactName(StrEnum):
    """In the order of the grid: left, right, left, right."""

    JOURNAL = "journal"
    NUMBER = "number"
    PERIOD = "period"
    DUE = "due"
    COST_CENTER = "cost_center"
    CONDITION = "condition"
    REFERENCE = "reference"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Fact:
    value: str
    why: str = ""
    by_hand: bool = False
    lacks: bool = False


Facts = dict[FactName, Fact]


def planned_facts(prepared: Prepared, books: Books, by_hand: Sequence[Override]) -> Facts:
    entry, ledger = prepared.entry, books.ledger
    hand = {override.field: override for override in by_hand if override.line is None}
    journal = ledger.journals.get(entry.journal.value or "")
    condition = ledger.payment_conditions.get(entry.payment_condition.value or "")
    due = entry.due_date.value
    return {
        FactName.JOURNAL: _fact(entry.journal, f"{journal.code} {journal.description}" if journal else ""),
        FactName.NUMBER: _number(entry),
        FactName.PERIOD: _fact(entry.period, _period(entry), override=hand.get(Field.PERIOD)),
        FactName.DUE: _fact(entry.due_date, formats.day(due) if due else "", lacking="-"),
        FactName.COST_CENTER: _cost_centers(entry),
        FactName.CONDITION: _fact(
            entry.payment_condition,
            condition.description or condition.code if condition else "",
            lacking=words("preview.condition_of_relation"),
            override=hand.get(Field.PAYMENT_CONDITION),
        ),
        FactName.REFERENCE: _fact(entry.payment_reference, reference(entry.payment_reference.value or ""), lacking="-"),
    }


def sent_facts(prepared: Prepared, body: Body, books: Books) -> Facts:
    """From the body; the number is the one that Exact gave."""
    journal = books.ledger.journals.get(str(body.get("Journal") or ""))
    operation = prepared.operation
    number = operation.remote_number if operation and operation.remote_number else body.get("EntryNumber")
    centers = {str(line["CostCenter"]) for line in sent_lines(body, prepared.invoice.kind) if line.get("CostCenter")}
    condition = books.ledger.payment_conditions.get(str(body.get("PaymentCondition") or ""))
    due = str(body.get("DueDate") or "")[:10]
    return {
        FactName.JOURNAL: Fact(f"{journal.code} {journal.description}" if journal else str(body.get("Journal") or "-")),
        FactName.NUMBER: Fact(str(number) if number else words("preview.number_by_exact")),
        FactName.PERIOD: Fact(f"{body.get('ReportingYear')}/{body.get('ReportingPeriod')}"),
        FactName.DUE: Fact(formats.day(date.fromisoformat(due)) if due else "-"),
        FactName.COST_CENTER: Fact(", ".join(sorted(centers)) or words("preview.nothing")),
        FactName.CONDITION: Fact(condition.description if condition else words("preview.condition_of_relation")),
        FactName.REFERENCE: Fact(reference(str(body.get("PaymentReference") or "")) or "-"),
    }


def reasons(prepared: Prepared, facts: Facts) -> list[tuple[str, str]]:
    """The why of what is not a line: name with value, and the sentence. Each VAT code once."""
    entry = prepared.entry
    told = [(f"{words(f'preview.fact.{name}')} {fact.value}", fact.why) for name, fact in facts.items() if fact.why]
    told.insert(0, (words("preview.fact.relation"), _sentence(entry.account)))
    for line in entry.lines:
        if line.vat_code.value is not None and not line.vat_code.is_by_hand:
            shown = words("preview.fact.vat", code=vat_words(line.vat_code.value)), _sentence(line.vat_code)
            if shown not in told:
                told.append(shown)
    if entry.lines:
        told.append((words("preview.fact.vat_amount"), _sentence(entry.lines[0].vat_amount)))
    return told


def reference(text: str) -> str:
    """A Belgian structured communication as banks print it, whatever stood around its digits."""
    if is_ogm(text):
        digits = "".join(character for character in text if character.isdigit())
        return f"+++{digits[:3]}/{digits[3:7]}/{digits[7:]}+++"
    return text


def _number(entry: Entry) -> Fact:
    """A draft has none yet; where Exact assigns it, that is told."""
    by_exact = entry.entry_number.rule in ("entry_number.exact", "entry_number.no_own_number")
    return _fact(entry.entry_number, lacking=words("preview.number_by_exact" if by_exact else "preview.number_none"))


def _period(entry: Entry) -> str:
    return str(entry.period.value) if entry.period.value else ""


def _cost_centers(entry: Entry) -> Fact:
    found = {line.cost_center.value for line in entry.lines}
    if len(found) > 1:
        return Fact(words("preview.per_line"))
    if not entry.lines:
        return Fact(words("preview.nothing"))
    return _fact(entry.lines[0].cost_center, lacking=words("preview.nothing"))


def _fact(decided: Decided[Any], shown: str = "", lacking: str = "", override: Override | None = None) -> Fact:
    value = shown or (str(decided.value) if decided.value is not None else lacking or words("preview.lacks"))
    if decided.is_by_hand and override is not None:
        return Fact(value, hand_words(override), by_hand=True, lacks=bool(decided.problems))
    return Fact(value, _sentence(decided), lacks=bool(decided.problems) or (decided.value is None and not lacking))


def _sentence(decided: Decided[Any]) -> str:
    return rule_sentence(decided.rule, decided.source, language())
