"""What stands in the way of a booking, as codes and facts; `texts` holds the sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    BLOCKING = "blocking"
    WARNING = "warning"


class ProblemCode(StrEnum):
    DRAFT = "draft"
    VAT_UNMAPPED = "vat_unmapped"
    VAT_BLOCKED = "vat_blocked"
    VAT_DIRECTION = "vat_direction"
    VAT_INCLUSIVE = "vat_inclusive"
    GL_MISSING = "gl_missing"
    GL_BLOCKED = "gl_blocked"
    GL_TYPE = "gl_type"
    JOURNAL_MISSING = "journal_missing"
    JOURNAL_BLOCKED = "journal_blocked"
    JOURNAL_TYPE = "journal_type"
    RELATION_UNLINKED = "relation_unlinked"
    RELATION_AMBIGUOUS = "relation_ambiguous"
    RELATION_ROLE = "relation_role"
    RELATION_BLOCKED = "relation_blocked"
    PERIOD_MISSING = "period_missing"
    PERIOD_CLOSED = "period_closed"
    NUMBER_TAKEN = "number_taken"
    NUMBER_NOT_INTEGER = "number_not_integer"
    ALREADY_IN_EXACT = "already_in_exact"
    TOTALS_DIFFER = "totals_differ"
    COST_CENTER_REQUIRED = "cost_center_required"
    COST_CENTER_FORBIDDEN = "cost_center_forbidden"
    COST_CENTER_CODE = "cost_center_code"
    COST_UNIT_REQUIRED = "cost_unit_required"
    CURRENCY_UNKNOWN = "currency_unknown"
    PAYMENT_REFERENCE_INVALID = "payment_reference_invalid"
    PAYMENT_CONDITION_UNMAPPED = "payment_condition_unmapped"
    DOCUMENT_MISSING = "document_missing"
    DOCUMENT_TYPE = "document_type"
    APPROVAL_OPEN = "approval_open"
    IBAN_DIFFERS = "iban_differs"


WARNINGS = frozenset(
    {
        ProblemCode.ALREADY_IN_EXACT,
        ProblemCode.COST_CENTER_FORBIDDEN,
        ProblemCode.PAYMENT_REFERENCE_INVALID,
        ProblemCode.PAYMENT_CONDITION_UNMAPPED,
        ProblemCode.DOCUMENT_MISSING,
        ProblemCode.IBAN_DIFFERS,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """`facts` fill the sentence: figures, codes and names, never sentences of their own.

    `variant` picks among the sentences of one code (`number_not_integer`: no digits, too large, colliding).
    """

    code: ProblemCode
    severity: Severity
    facts: Mapping[str, str] = field(default_factory=dict)
    variant: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the invoice stays here. What already stands in Exact is offered to be linked, never sent."""
        return self.severity is Severity.BLOCKING or self.code is ProblemCode.ALREADY_IN_EXACT


def problem(code: ProblemCode, variant: str = "", /, **facts: object) -> Problem:
    """A problem with the severity that product.md section 4 gives its code."""
    severity = Severity.WARNING if code in WARNINGS else Severity.BLOCKING
    return Problem(code, severity, {name: str(value) for name, value in facts.items()}, variant)


def warning(code: ProblemCode, variant: str = "", /, **facts: object) -> Problem:
    """The same code told only as a warning: `totals_differ` within the cents of S9."""
    return Problem(code, Severity.WARNING, {name: str(value) for name, value in facts.items()}, variant)
