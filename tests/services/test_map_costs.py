"""Projects to cost centers: the project's own number, a code by hand, and who waits for it."""

from robexact_desktop.domain.ledger import CostCenter
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.problems import ProblemCode
from robexact_desktop.services.ledger_changes import invoices_blocked_by, use_cost_centers
from robexact_desktop.services.map_costs import (
    PROBLEMS,
    Dimension,
    KnownProject,
    MappedProject,
    Match,
    map_cost,
    mapped_projects,
    note_projects,
)
from robexact_desktop.services.workplace import Workplace

CENTER = Dimension.COST_CENTER


def mapped(work: Workplace) -> list[MappedProject]:
    blocked = invoices_blocked_by(work, PROBLEMS)
    return mapped_projects(work, work.stores.books.read(), CENTER, blocked)


def without_code(work: Workplace) -> list[InvoiceId]:
    return invoices_blocked_by(work, [ProblemCode.COST_CENTER_CODE])


def projects_of(work: Workplace, invoice: InvoiceId) -> set[str]:
    found = work.stores.invoices.get(invoice)
    assert found is not None
    return {line.project.id for line in found.lines if line.project}


def waited_for(work: Workplace) -> MappedProject:
    return next(row for row in mapped(work) if row.waiting and row.cost is None)


def a_code(work: Workplace) -> str:
    return next(row.code for row in work.stores.master.all(CostCenter) if row.end_date is None)


def problem_of(work: Workplace, invoice: InvoiceId) -> str:
    listed = work.stores.listed
    number = listed.number_of(invoice)
    assert number is not None
    return listed.rows([number])[number].problem


def test_a_project_finds_the_code_of_its_own_number(work: Workplace) -> None:
    own = [row for row in mapped(work) if row.match is Match.OWN_NUMBER]
    assert own
    assert all(row.cost is not None and row.code == row.project.code for row in own)


def test_what_waits_is_released_by_a_code_by_hand_and_held_again_without(work: Workplace) -> None:
    row, code = waited_for(work), a_code(work)
    (invoice, *_) = [name for name in without_code(work) if row.project.id in projects_of(work, name)]
    map_cost(work, CENTER, row.project.id, code)
    after = next(found for found in mapped(work) if found.project == row.project)
    assert (after.code, after.match, after.waiting) == (code, Match.BY_HAND, 0)
    assert problem_of(work, invoice) != ProblemCode.COST_CENTER_CODE
    map_cost(work, CENTER, row.project.id, None)
    assert problem_of(work, invoice) == ProblemCode.COST_CENTER_CODE


def test_a_long_job_does_not_undo_the_mapping_made_meanwhile(work: Workplace) -> None:
    """`work` holds the settings as they were when its job began."""
    one, other = [row.project.id for row in mapped(work)][:2]
    code = a_code(work)
    map_cost(work, CENTER, one, code)
    map_cost(work, CENTER, other, code)
    centers = work.stores.settings.load(work.settings.environment).cost_centers
    assert (centers[one], centers[other]) == (code, code)


def test_a_code_by_hand_that_is_gone_is_told_as_such(work: Workplace) -> None:
    project, code = waited_for(work).project.id, a_code(work)
    map_cost(work, CENTER, project, code)
    rows = [row for row in work.stores.master.all(CostCenter) if row.code != code]
    work.stores.master.replace(CostCenter, rows)
    row = next(found for found in mapped(work) if found.project.id == project)
    assert (row.code, row.cost, row.match) == (code, None, Match.BY_HAND)


def test_projects_are_known_as_far_as_lines_name_them(work: Workplace) -> None:
    named = {line.project.id for invoice in work.stores.invoices.all() for line in invoice.lines if line.project}
    note_projects(work)
    held = [row.project.id for row in work.stores.master.all(KnownProject) if row.dimension is CENTER]
    assert sorted(held) == sorted(named)


def test_without_cost_centers_no_project_holds_an_invoice(work: Workplace) -> None:
    assert without_code(work)
    use_cost_centers(work, on=False)
    assert not without_code(work)
