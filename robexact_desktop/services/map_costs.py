"""Projects to cost centers, activities to cost units (M7): the project's own number, or a code chosen by hand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.invoice import Invoice, InvoiceLine, Project
from robexact_desktop.domain.ledger import CostCenter
from robexact_desktop.domain.ledger_changes import has_ended
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.services.list_invoices import list_again
from robexact_desktop.services.workplace import Workplace


class Dimension(StrEnum):
    COST_CENTER = "cost_center"
    COST_UNIT = "cost_unit"


class Match(StrEnum):
    """How a project finds its code."""

    BY_HAND = "by_hand"
    OWN_NUMBER = "own_number"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class KnownProject:
    """A project or activity as far as invoice lines name it: Robaws' own list is not read (cache.db)."""

    dimension: Dimension
    project: Project


@dataclass(frozen=True, slots=True)
class MappedProject:
    """`code` is what would be booked; `cost` is None where Exact does not hold it. `waiting` invoices are blocked."""

    project: Project
    code: str
    cost: CostCenter | None
    match: Match
    waiting: int = 0


PROBLEMS = ("cost_center_code", "cost_center_required", "cost_unit_required")


def note_projects(work: Workplace) -> None:
    """After the invoices were read, in the lane: a walk over all lines is too long for the window."""
    found: dict[tuple[Dimension, str], Project] = {}
    for invoice in work.stores.invoices.all():
        for line in invoice.lines:
            for dimension in Dimension:
                if project := project_of(line, dimension):
                    found[dimension, project.id] = project
    rows = [KnownProject(dimension, project) for (dimension, _), project in found.items()]
    work.stores.master.replace(KnownProject, sorted(rows, key=lambda row: (row.dimension, row.project.code)))


def project_of(line: InvoiceLine, dimension: Dimension) -> Project | None:
    return line.project if dimension is Dimension.COST_CENTER else line.activity


def mapped_projects(
    work: Workplace, books: Books, dimension: Dimension, blocked: Iterable[InvoiceId]
) -> list[MappedProject]:
    """Each project with its code, as booking decides it: by hand before the project's own number."""
    waiting = _waiting(work, dimension, blocked)
    mapping, standing = _mapping(books, dimension), standing_costs(books, dimension)
    found = []
    for known in work.stores.master.all(KnownProject):
        if known.dimension is dimension:
            project = known.project
            code = mapping.get(project.id) or project.code
            cost = standing.get(code)
            match = Match.BY_HAND if project.id in mapping else Match.OWN_NUMBER if cost else Match.NONE
            found.append(MappedProject(project, code, cost, match, waiting[project.id]))
    return found


def _waiting(work: Workplace, dimension: Dimension, blocked: Iterable[InvoiceId]) -> Counter[str]:
    """How many of these invoices name each project."""
    counted: Counter[str] = Counter()
    for name in blocked:
        invoice = work.stores.invoices.get(name)
        counted.update(_projects(invoice, dimension) if invoice else ())
    return counted


def _projects(invoice: Invoice, dimension: Dimension) -> set[str]:
    return {found.id for line in invoice.lines if (found := project_of(line, dimension))}


def _mapping(books: Books, dimension: Dimension) -> Mapping[str, str]:
    return books.settings.cost_centers if dimension is Dimension.COST_CENTER else books.settings.cost_units


def standing_costs(books: Books, dimension: Dimension) -> Mapping[str, CostCenter]:
    return books.ledger.cost_centers if dimension is Dimension.COST_CENTER else books.ledger.cost_units


def why_unusable(cost: CostCenter, on: date) -> str:
    """The key of the reason for which a code cannot be chosen; empty where it can."""
    return "ended" if has_ended(cost, on) else ""


def map_cost(work: Workplace, dimension: Dimension, project: str, code: str | None) -> None:
    """Map by hand, or with None leave it to the project's own number. What names the project is judged again."""
    settings = work.stores.settings.load(work.settings.environment)  # a long job's may be older than the last mapping
    before = settings.cost_centers if dimension is Dimension.COST_CENTER else settings.cost_units
    after = {key: value for key, value in {**before, project: code or ""}.items() if value}
    if dimension is Dimension.COST_CENTER:
        changed = replace(settings, cost_centers=after)
    else:
        changed = replace(settings, cost_units=after)
    work.stores.settings.save(changed, work.who, work.clock())
    waiting = [invoice for invoice in work.stores.invoices.all() if not invoice.sent_to_accountant]
    list_again(work, [invoice.id for invoice in waiting if project in _projects(invoice, dimension)])
