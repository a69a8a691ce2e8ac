"""Why Exact refuses a line of an entry; sentences as in checks.py, * where the words were not seen."""

from collections.abc import Iterator
from typing import Final

from robexact_desktop.demo.exact.proposal import LineProposal, Proposal
from robexact_desktop.demo.exact.values import moment
from robexact_desktop.demo.rows import Row

BARRED_GL_TYPES: Final = {10, 12, 14, 16, 20, 22, 24}
"""Cash, bank, credit card, payment service, receivable, payable, VAT: never on a line (picqer #121)."""


def has_ended(row: Row, entry: Proposal) -> bool:
    return bool(row.get("EndDate")) and row["EndDate"] < moment(entry.entry_date)


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
        if row is None or has_ended(row, entry):
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
