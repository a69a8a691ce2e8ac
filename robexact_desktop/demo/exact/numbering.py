"""Entry numbers: unique per journal and year; sent, or the next of the journal's series YYJJnnnn."""

from robexact_desktop.demo.exact.errors import business
from robexact_desktop.demo.exact.proposal import Proposal

NUMBER_IN_USE = "In gebruik: Boekstuknummer"


def number_for(entry: Proposal) -> int:
    """The number sent, kept (also when it leaves a gap). In use: refused, or replaced where the state says so.

    Both were reported: refused (onFact, bookzo), silently replaced (ossobv). InvoiceNumber is copied to
    EntryNumber (official text).
    """
    sent = entry.header.get("EntryNumber")
    if sent is None and entry.side.journal_type == 20:
        sent = entry.header.get("InvoiceNumber")
    if sent is None:
        return _next_number(entry)
    if not _is_used(entry, sent):
        return int(sent)
    if entry.state.silent_renumber:
        return _next_number(entry)
    raise business(NUMBER_IN_USE)


def series_key(entry: Proposal, number: int) -> str:
    assert entry.journal
    assert entry.period
    return f"{entry.journal['Code']}/{entry.period[0]}/{number}"


def _is_used(entry: Proposal, number: int) -> bool:
    """Another entry of the journal and year has it; a changed entry keeps its own."""
    own = (entry.held or {}).get("EntryID")
    holders = entry.state.find(entry.division, entry.side.entries, "_Number", series_key(entry, number))
    return any(holder["EntryID"] != own for holder in holders)


def _next_number(entry: Proposal) -> int:
    assert entry.journal
    assert entry.period
    year = entry.period[0]
    journal = "".join(letter for letter in entry.journal["Code"] if letter.isdigit())[-2:] or "0"
    series = f"{entry.state.scope(entry.division)} {entry.journal['Code']}/{year}"
    while True:
        number = (year % 100 * 100 + int(journal)) * 10_000 + entry.state.store.counter(series)
        if not _is_used(entry, number):
            return number
