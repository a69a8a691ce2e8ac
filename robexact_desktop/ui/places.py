"""Where each problem is mended: one table for pills, previews and the result page."""

from collections.abc import Callable
from dataclasses import dataclass

from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import RelationId
from robexact_desktop.domain.problems import Problem, ProblemCode
from robexact_desktop.ui.shell import Place, Tab

PREVIEW = "preview"
"""The page of Facturen where a value is set by hand; `what` is the invoice."""

Finds = Callable[[Invoice, Problem | None], str]


@dataclass(frozen=True, slots=True)
class _Mends:
    tab: Tab
    page: str = ""
    what: Finds = lambda invoice, problem: ""  # noqa: ARG005 - the shape of a finder


def _fact(name: str) -> Finds:
    return lambda invoice, problem: problem.facts.get(name, "") if problem else ""  # noqa: ARG005 - the same shape


def _invoice(invoice: Invoice, problem: Problem | None) -> str:  # noqa: ARG001 - the same shape
    return invoice.id


def _relation(invoice: Invoice, problem: Problem | None) -> str:  # noqa: ARG001 - the same shape
    return invoice.relation or RelationId("")


def _tariff(invoice: Invoice, problem: Problem | None) -> str:
    """That of the problem; of a refusal, which names none, that of the first line."""
    if problem is not None and "tariff" in problem.facts:
        return problem.facts["tariff"]
    return next((line.vat_tariff for line in invoice.lines if line.vat_tariff), "")


def _side(invoice: Invoice) -> str:
    return invoice.kind.value


_BY_HAND = _Mends(Tab.INVOICES, PREVIEW, _invoice)
_VAT = _Mends(Tab.VAT, "", _tariff)
_RELATION = _Mends(Tab.RELATIONS, "", _relation)
_JOURNALS = _Mends(Tab.SETTINGS, "journals", _fact("journal"))
_PERIODS = _Mends(Tab.SETTINGS, "periods", _fact("period"))
_ACCOUNT = _Mends(Tab.LEDGER, "gl_accounts", _fact("account"))
_COST_CENTERS = _Mends(Tab.LEDGER, "cost_centers", _fact("code"))
_CONDITIONS = _Mends(Tab.SETTINGS, "payment_conditions", _fact("condition"))

MENDED: dict[ProblemCode, _Mends] = {
    ProblemCode.VAT_UNMAPPED: _VAT,
    ProblemCode.VAT_BLOCKED: _VAT,
    ProblemCode.VAT_DIRECTION: _VAT,
    ProblemCode.VAT_INCLUSIVE: _VAT,
    ProblemCode.GL_MISSING: _Mends(Tab.SETTINGS, "accounts"),
    ProblemCode.GL_BLOCKED: _ACCOUNT,
    ProblemCode.GL_TYPE: _ACCOUNT,
    ProblemCode.JOURNAL_MISSING: _JOURNALS,
    ProblemCode.JOURNAL_BLOCKED: _JOURNALS,
    ProblemCode.JOURNAL_TYPE: _JOURNALS,
    ProblemCode.RELATION_UNLINKED: _RELATION,
    ProblemCode.RELATION_AMBIGUOUS: _RELATION,
    ProblemCode.RELATION_ROLE: _RELATION,
    ProblemCode.RELATION_BLOCKED: _RELATION,
    ProblemCode.PERIOD_MISSING: _PERIODS,
    ProblemCode.PERIOD_CLOSED: _PERIODS,
    ProblemCode.NUMBER_NOT_INTEGER: _Mends(Tab.SETTINGS, "journals"),
    ProblemCode.COST_CENTER_REQUIRED: _BY_HAND,
    ProblemCode.COST_CENTER_FORBIDDEN: _BY_HAND,
    ProblemCode.COST_CENTER_CODE: _COST_CENTERS,
    ProblemCode.COST_UNIT_REQUIRED: _BY_HAND,
    ProblemCode.CURRENCY_UNKNOWN: _BY_HAND,
    ProblemCode.PAYMENT_CONDITION_UNMAPPED: _CONDITIONS,
    ProblemCode.IBAN_DIFFERS: _RELATION,
    ProblemCode.DRAFT: _BY_HAND,
    ProblemCode.NUMBER_TAKEN: _BY_HAND,
    ProblemCode.ALREADY_IN_EXACT: _BY_HAND,
    ProblemCode.TOTALS_DIFFER: _BY_HAND,
    ProblemCode.PAYMENT_REFERENCE_INVALID: _BY_HAND,
    ProblemCode.DOCUMENT_MISSING: _BY_HAND,
    ProblemCode.DOCUMENT_TYPE: _BY_HAND,
    ProblemCode.APPROVAL_OPEN: _BY_HAND,
}
"""Every code has its place. What only Robaws or Exact can mend opens the preview, which says what to do there."""

_RIGHTS = _Mends(Tab.SETTINGS, "rights")
_CONNECTION = _Mends(Tab.SETTINGS, "connection")
REFUSED: dict[str, _Mends] = {
    "period_closed": _PERIODS,
    "period_missing": _PERIODS,
    "vat_inclusive": _VAT,
    "vat_amount_not_allowed": _VAT,
    "vat_code": _VAT,
    "vat_journal": _JOURNALS,
    "journal": _JOURNALS,
    "gl_type": _ACCOUNT,
    "gl_unknown": _ACCOUNT,
    "relation_role": _RELATION,
    "relation_gone": _RELATION,
    "relation_data": _RELATION,
    "receivable_account": _RELATION,
    "payment_condition": _CONDITIONS,
    "cost_center": _COST_CENTERS,
    "rights": _RIGHTS,
    "division": _CONNECTION,
    "login": _CONNECTION,
}
"""By the cause of Exact's words (`texts.refusals`)."""


def place_of(problem: Problem, invoice: Invoice) -> Place:
    """Where this problem of this invoice is mended."""
    mends = MENDED[problem.code]
    if mends is _VAT and "tariff" not in problem.facts:  # a line without one, or a code that was set by hand
        return _place(_BY_HAND, invoice, problem)
    return _place(mends, invoice, problem)


def place_of_refusal(cause: str, invoice: Invoice) -> Place:
    """Where the cause of a refusal is mended; the booking itself where the cause is not known."""
    return _place(REFUSED.get(cause, _BY_HAND), invoice, None)


def _place(mends: _Mends, invoice: Invoice, problem: Problem | None) -> Place:
    page = _side(invoice) if mends is _VAT else mends.page
    return Place(mends.tab, page, mends.what(invoice, problem))
