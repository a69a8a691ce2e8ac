"""Rules 5: cost center and cost unit of a line (product.md M7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from robexact_desktop.domain.booking.books import Books, Field
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.invoice import Invoice, Project
from robexact_desktop.domain.ledger import FORBIDDEN, MANDATORY, CostCenter, GLAccount
from robexact_desktop.domain.problems import ProblemCode, problem, warning


@dataclass(frozen=True, slots=True)
class _Dimension:
    """What is the same for both: where it is mapped, what Exact holds, what the GL account wants."""

    name: str  # cost_center, cost_unit
    by_hand: Field
    source: str  # the key on the Robaws line
    mapped: Mapping[str, str]
    standing: Mapping[str, CostCenter]
    required: ProblemCode


def cost_center(invoice: Invoice, index: int, account: GLAccount | None, books: Books) -> Decided[str | None]:
    """By hand > mapping of the project > the project's own number; left out where the GL account forbids one."""
    dimension = _Dimension(
        "cost_center",
        Field.COST_CENTER,
        f"lines[{index}].project",
        books.settings.cost_centers,
        books.ledger.cost_centers,
        ProblemCode.COST_CENTER_REQUIRED,
    )
    wanted = _wanted(dimension, invoice, index, invoice.lines[index].project, books)
    use, default = (account.use_cost_center, account.default_cost_center) if account else (0, None)
    return _as_the_account_wants(dimension, wanted, use, default, account)


def cost_unit(invoice: Invoice, index: int, account: GLAccount | None, books: Books) -> Decided[str | None]:
    """The same for the activity of the line."""
    dimension = _Dimension(
        "cost_unit",
        Field.COST_UNIT,
        f"lines[{index}].activity",
        books.settings.cost_units,
        books.ledger.cost_units,
        ProblemCode.COST_UNIT_REQUIRED,
    )
    wanted = _wanted(dimension, invoice, index, invoice.lines[index].activity, books)
    use, default = (account.use_cost_unit, account.default_cost_unit) if account else (0, None)
    return _as_the_account_wants(dimension, wanted, use, default, account)


def _wanted(
    dimension: _Dimension, invoice: Invoice, index: int, project: Project | None, books: Books
) -> Decided[str | None]:
    name = dimension.name
    if override := books.by_hand(invoice.id, dimension.by_hand, index):
        return _known(dimension, override.value, f"{name}.hand", f"by hand: {override.who}", invoice.date)
    if not books.settings.booking.use_cost_centers:
        return Decided(None, f"{name}.unused", "settings: booking.use_cost_centers")
    if project is None:
        return Decided(None, f"{name}.none", dimension.source)
    if mapped := dimension.mapped.get(project.id):
        return _known(dimension, mapped, f"{name}.mapping", f"settings: {name}s.{project.id}", invoice.date)
    return _known(dimension, project.code, f"{name}.code", dimension.source, invoice.date)


def _known(dimension: _Dimension, code: str, rule: str, source: str, on: date) -> Decided[str | None]:
    found = dimension.standing.get(code)
    if found is None:
        return Decided(None, rule, source, (problem(ProblemCode.COST_CENTER_CODE, dimension.name, code=code),))
    if found.end_date is not None and found.end_date < on:
        ended = problem(ProblemCode.COST_CENTER_CODE, "ended", code=code, end=found.end_date.isoformat())
        return Decided(code, rule, source, (ended,))
    return Decided(code, rule, source)


def _as_the_account_wants(
    dimension: _Dimension, wanted: Decided[str | None], use: int, default: str | None, account: GLAccount | None
) -> Decided[str | None]:
    if account is None:
        return wanted
    if use == FORBIDDEN and (wanted.value or wanted.problems):
        code = wanted.value or wanted.problems[0].facts["code"]  # an unknown one is left out all the same
        left_out = warning(ProblemCode.COST_CENTER_FORBIDDEN, dimension.name, account=account.code, code=code)
        return Decided(None, f"{dimension.name}.forbidden", f"GL account {account.code}", (left_out,))
    if use == MANDATORY and wanted.value is None and not wanted.problems:
        if default:
            return Decided(default, f"{dimension.name}.account_default", f"GL account {account.code}")
        required = problem(dimension.required, account=account.code, name=account.description)
        return Decided(None, wanted.rule, wanted.source, (required,))
    return wanted
