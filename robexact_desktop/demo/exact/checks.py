"""Why Exact refuses an entry: each rule a function, its sentences in Exact's Dutch (facts section 3).

Sentences marked * were not seen anywhere; they follow the pattern of those that were.
"""

from collections.abc import Iterator
from typing import Final

from robexact_desktop.demo.exact import periods
from robexact_desktop.demo.exact.errors import PROCESSED
from robexact_desktop.demo.exact.line_checks import LINE_CHECKS, has_ended
from robexact_desktop.demo.exact.proposal import Proposal
from robexact_desktop.demo.exact.values import is_guid
from robexact_desktop.demo.rows import Row

LONGEST_REFERENCE: Final = 50
LONGEST_DESCRIPTION: Final = 60
"""Both unproven: live clients cut at 50, a vendor's model says 60 (facts section 6). To be tried on a real one."""

LARGEST_NUMBER: Final = 2**31 - 1


def entry_is_open(entry: Proposal) -> Iterator[str]:
    if entry.held and entry.held.get("Status") == 50:
        yield PROCESSED


def account_is_usable(entry: Proposal) -> Iterator[str]:
    word = entry.side.account_word
    account = entry.account
    if not entry.header.get(entry.side.account_field):
        yield f"Verplicht: {word}"
    elif account is None:
        yield f"Ongeldige referentie: {word}"  # *
    elif not _has_role(entry, account):
        yield f"Ongeldig: {word} (Type)"
    elif account.get("Blocked") or has_ended(account, entry):
        yield f"Geblokkeerd: {word}"  # *


def _has_role(entry: Proposal, account: Row) -> bool:
    return account.get("Status") == "C" if entry.side.journal_type == 20 else bool(account.get("IsSupplier"))


def journal_is_usable(entry: Proposal) -> Iterator[str]:
    code = entry.header.get("Journal")
    if not code:
        yield "Verplicht: Dagboek"
    elif is_guid(code) or entry.journal is None:
        yield "Ongeldige referentie: Journals"  # picqer #31: the guid was sent instead of the code
    elif entry.journal.get("Type") != entry.side.journal_type:
        yield "Ongeldig: Dagboek (type)"
    elif entry.journal.get("IsBlocked"):
        yield "Geblokkeerd: Dagboek"  # *


def control_account_is_the_journals(entry: Proposal) -> Iterator[str]:
    if entry.side.journal_type != 20 or not entry.account or not entry.journal:
        return
    own = entry.account.get("GLAR")
    if own and own != entry.journal.get("GLAccount"):
        yield "De klantenrekening van deze relatie is niet gelijk aan de rekening van het gebruikte verkoopdagboek"


def period_is_open(entry: Proposal) -> Iterator[str]:
    if entry.period is None:
        yield "Onbekend: Boekjaar (Periode-datumtabel)"
    elif entry.journal and periods.is_closed(entry.state, entry.division, entry.journal["Code"], *entry.period):
        yield "Periode is afgesloten: {}-{:02}".format(*entry.period)


def condition_is_known(entry: Proposal) -> Iterator[str]:
    if not entry.condition_code:
        yield "Verplicht: Betalingsconditie"  # no default in the settings (coachview)
    elif entry.condition is None:
        yield "Ongeldige referentie: Betalingsconditie"


def currency_is_active(entry: Proposal) -> Iterator[str]:
    """A currency is active when general/Currencies lists it."""
    if entry.currency != entry.own_currency and not entry.by_code("general/Currencies", entry.currency):
        yield "Ongeldige referentie: Valuta"  # *
    elif entry.journal and _is_barred_currency(entry, entry.journal):
        yield "Ongeldig: Valuta"  # *
    elif entry.rate is None or entry.rate <= 0:
        yield "Ongeldig: Wisselkoers"  # *


def _is_barred_currency(entry: Proposal, journal: Row) -> bool:
    fixed = journal.get("AllowVariableCurrency") is False
    return fixed and entry.currency != (journal.get("Currency") or entry.own_currency)


def texts_fit(entry: Proposal) -> Iterator[str]:
    if len(entry.header.get("YourRef") or "") > LONGEST_REFERENCE:
        yield f"Ongeldig: Uw ref. (maximaal {LONGEST_REFERENCE} tekens)"  # *
    texts = [entry.header.get("Description"), *(line.body.get("Description") for line in entry.lines)]
    if any(len(text or "") > LONGEST_DESCRIPTION for text in texts):
        yield f"Ongeldig: Omschrijving (maximaal {LONGEST_DESCRIPTION} tekens)"  # *


def document_exists(entry: Proposal) -> Iterator[str]:
    key = entry.header.get("Document")
    if key and entry.state.get(entry.division, "documents/Documents", key) is None:
        yield "Ongeldige referentie: Document"  # *


def number_is_positive(entry: Proposal) -> Iterator[str]:
    if any(not 0 < entry.header.get(name, 1) <= LARGEST_NUMBER for name in _numbers(entry)):
        yield "Ongeldig: Boekstuknummer"  # *


def _numbers(entry: Proposal) -> list[str]:
    return [name for name in ("EntryNumber", "InvoiceNumber") if entry.header.get(name) is not None]


def lines_are_usable(entry: Proposal) -> Iterator[str]:
    if not entry.lines:
        yield "Verplicht: Boekingsregels"  # *
    for line in entry.lines:
        for check in LINE_CHECKS:
            yield from check(entry, line)


CHECKS: Final = (
    entry_is_open,
    account_is_usable,
    journal_is_usable,
    control_account_is_the_journals,
    period_is_open,
    condition_is_known,
    currency_is_active,
    texts_fit,
    document_exists,
    number_is_positive,
    lines_are_usable,
)
