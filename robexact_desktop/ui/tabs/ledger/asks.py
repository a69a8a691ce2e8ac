"""How many things ask for a person in the tab Grootboek: codes and projects that are linked here and nowhere else."""

from robexact_desktop.services.ledger_changes import live_hurts
from robexact_desktop.services.reading import Reading
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.ledger.notices import place_of_hurt
from robexact_desktop.ui.tabs.ledger.rows import DIMENSIONS, projects_of


def asks_here(reading: Reading) -> int:
    """Projects that invoices wait for, and mappings to a code that has ended or is gone; each project once."""
    books = reading.books()
    if not books.settings.booking.use_cost_centers:
        return 0
    found = {
        (name, row.project.id)
        for name in DIMENSIONS
        for row in projects_of(name, reading)
        if row.waiting and row.cost is None
    }
    stopping = {(row.list, row.key) for row in live_hurts(reading.work, books) if place_of_hurt(row).tab is Tab.LEDGER}
    return len(found | stopping)
