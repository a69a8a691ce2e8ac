"""Why Exact refuses an entry: each rule a function, its sentences in Exact's Dutch (facts section 3).

Sentences marked * were not seen anywhere; they follow the pattern of those that were.
"""

from collections.abc import Iterator
from typing import Final

from robexact_desktop.demo.exact import periods
from robexact_desktop.demo.exact.errors import PROCESSED
from robexact_desktop.demo.exact.proposal import LineProposal, Proposal
from robexact_desktop.demo.exact.values import is_guid, moment
from robexact_desktop.demo.rows import Row

BARRED_GL_TYPES: Final = {10, 12, 14, 16, 20, 22, 24}
"""Cash, bank, credit card, payment service, receivable, payable, VAT: never on a line (picqer #121)."""

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
    elif account.get("Blocked") or _ended(account, entry):
        yield f"Geblokkeerd: {word}"  # *


def _has_role(entry: Proposal, account: Row) -> bool:
    return account.get("Status") == "C" if entry.side.journal_type == 20 else bool(account.get("IsSupplier"))


def _ended(row: Row, entry: Proposal) -> bool:
    return bool(row.get("EndDate")) and row["EndDate"] < moment(entry.entry_date)


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


def amount_is_given(_: Proposal, line: LineProposal) -> Iterator[str]:
    if line.body.get("AmountFC") is None:
        yield "Verplicht: Bedrag"  # *


def gl_account_is_usable(_: Proposal, line: LineProposal) -> Iterator[str]:
    if not line.body.get("GLAccount"):
        yield "Verplicht: Grootboekrekening"  # *
    elif line.gl is None:
        yield "Ongeldige referentie: Grootboekrekening"  # *
    elif line.gl.get("IsBlocked"):
        yield "Geblokkeerd: Grootboekrekening"  # *
    elif line.gl.get("Type") in BARRED_GL_TYPES:
        yield "Ongeldig: Grootboekrekeningtype"


def vat_code_is_usable(entry: Proposal, line: LineProposal) -> Iterator[str]:
    if not line.vat_code:
        return
    if (
        line.vat is None
        or line.vat.get("IsBlocked")
        or line.vat.get("VATTransactionType", "B") not in ("B", entry.side.vat_letter)
    ):
        yield "Ongeldige referentie: Btw-code"
    elif line.vat.get("Type") == "N" and line.body.get("VATAmountFC") is not None:
        yield 'Een btw bedrag is niet toegestaan als u gebruikmaakt van een btw-code van het type "geen btw"'
    elif line.body.get("VATPercentage") is not None and float(line.body["VATPercentage"]) <= 0:
        yield "Ongeldig: Btw-percentage []"  # accepted only above 0 (ossobv)


def cost_center_is_usable(entry: Proposal, line: LineProposal) -> Iterator[str]:
    yield from _dimension(entry, line.gl, "UseCostcenter", line.cost_center, "hrm/Costcenters", "Kostenplaats")


def cost_unit_is_usable(entry: Proposal, line: LineProposal) -> Iterator[str]:
    yield from _dimension(entry, line.gl, "UseCostunit", line.cost_unit, "hrm/Costunits", "Kostendrager")


def _dimension(
    entry: Proposal, gl: Row | None, use_field: str, code: str | None, resource: str, word: str
) -> Iterator[str]:
    """0 optional, 1 mandatory, 2 not allowed (facts 4.3)."""
    use = (gl or {}).get(use_field, 0)
    if use == 1 and not code:
        yield f"Verplicht: {word}"
    elif use == 2 and code:
        yield f"Niet toegestaan: {word}"  # *
    elif code:
        row = entry.by_code(resource, code)
        if row is None or _ended(row, entry):
            yield f"Ongeldige referentie: {word}"


def project_exists(entry: Proposal, line: LineProposal) -> Iterator[str]:
    key = line.body.get("Project")
    if key and entry.state.get(entry.division, "project/Projects", key) is None:
        yield "Ongeldige referentie: Project"  # *


LINE_CHECKS: Final = (
    amount_is_given,
    gl_account_is_usable,
    vat_code_is_usable,
    cost_center_is_usable,
    cost_unit_is_usable,
    project_exists,
)

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
