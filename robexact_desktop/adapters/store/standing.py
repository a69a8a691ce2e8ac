"""An entry put together from its lines in the feed: pure, no database."""

from collections.abc import Sequence
from decimal import Decimal

from robexact_desktop.domain.ledger import StandingEntry, TransactionLine
from robexact_desktop.domain.money import ZERO, total

HEADER, VAT_SUMMARY = 0, 9999
"""Line numbers of the receivable or payable and of the VAT summary (facts: exact-online 4.12)."""

CREDIT_NOTES = frozenset({21, 31})
"""`Type` of sales and purchase credit notes (facts: exact-online 4.7, 4.8)."""


def standing_entry(lines: Sequence[TransactionLine]) -> StandingEntry:
    """`lines` are all of one entry, at least one. Signs follow its type, whatever sign the feed uses for debit."""
    ordered = sorted(lines, key=lambda line: line.line_number)
    first = ordered[0]  # the header, where the feed has given it already
    sign = -1 if first.type in CREDIT_NOTES else 1
    return StandingEntry(
        id=first.entry_id,
        journal=first.journal,
        year=first.year,
        period=first.period,
        entry_number=first.entry_number,
        your_ref=next((line.your_ref for line in ordered if line.your_ref), ""),
        account=next((line.account for line in ordered if line.account), None),
        amount=sign * _size(ordered),
        entry_date=next((line.date for line in ordered if line.date), None),
        vat=_vat(ordered, sign),
        type=first.type,
    )


def _size(lines: Sequence[TransactionLine]) -> Decimal:
    """The total including VAT: what the header owes, else what the lines and their VAT add up to."""
    header = total(line.amount for line in lines if line.line_number == HEADER)
    if header:
        return abs(header)
    booked = _booked(lines)
    return abs(total(line.amount for line in booked)) + abs(total(line.vat_amount for line in booked))


def _vat(lines: Sequence[TransactionLine], sign: int) -> dict[str, Decimal]:
    """Per code: from the lines, or from the VAT summary where no line tells an amount."""
    booked = _booked(lines)
    per_code = {line.vat_code: ZERO for line in booked if line.vat_code}
    net = total(line.amount for line in booked)
    telling = booked
    if not any(line.vat_amount for line in booked):
        telling = [line for line in lines if line.line_number == VAT_SUMMARY]
    for line in telling:
        if line.vat_code:
            per_code[line.vat_code] = per_code.get(line.vat_code, ZERO) + (line.vat_amount or _summary(line))
    turned = sign if (total(per_code.values()) or net) >= 0 else -sign
    return {code: turned * amount for code, amount in per_code.items()}


def _booked(lines: Sequence[TransactionLine]) -> list[TransactionLine]:
    return [line for line in lines if HEADER < line.line_number < VAT_SUMMARY]


def _summary(line: TransactionLine) -> Decimal:
    """A summary line books the VAT itself as its amount."""
    return line.amount if line.line_number == VAT_SUMMARY else ZERO
