"""What every tab is given: the lane for jobs, the reading for what is here, and word of what changed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from robexact_desktop.domain.changes import EVERYTHING, Changed
from robexact_desktop.domain.matching import Sheet
from robexact_desktop.services.reading import Reading
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.workers.lane import Failed, Finished, Job, Lane


class Tab(StrEnum):
    INVOICES = "invoices"
    RELATIONS = "relations"
    VAT = "vat"
    LEDGER = "ledger"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something can be mended: a tab, a page of it, and what to show there (a relation, a tariff, a code)."""

    tab: Tab
    page: str = ""
    what: str = ""


Then = Callable[[object], None]


class Shell(QObject):
    """`changed` tells every tab what is different; `go_to` opens the place where a problem is mended."""

    changed = Signal(object)  # Changed
    go_to = Signal(object)  # Place
    failed = Signal(object)  # Failed

    def __init__(
        self,
        lane: Lane,
        reading: Reading,
        parent: QObject | None = None,
        *,
        read_codes: Callable[[Path], Sheet] | None = None,
    ) -> None:
        """`read_codes` reads a sheet of codes from Excel, inside a job."""
        super().__init__(parent)
        self.read_codes = read_codes
        self.lane = lane
        self.reading = reading
        self._then: dict[int, Then] = {}
        lane.finished.connect(self._on_finished)
        lane.failed.connect(self._on_failed)

    def do(
        self,
        name: str,
        run: Callable[[Workplace], object],
        *,
        changes: Changed = Changed.NOTHING,
        urgent: bool = False,
        then: Then | None = None,
    ) -> Job:
        """Hand a job to the lane. `then` is called on the main thread with what it gave, after `changed`."""
        job = Job(name, run, changes, urgent)
        if then is not None:
            self._then[id(job)] = then
        self.lane.submit(job)
        return job

    def forget_everything(self) -> None:
        self.reading.forget()
        self.changed.emit(EVERYTHING)

    def _on_finished(self, told: Finished) -> None:
        if told.job.changes:
            self.reading.forget()
            self.changed.emit(told.job.changes)
        if then := self._then.pop(id(told.job), None):
            then(told.result)

    def _on_failed(self, told: Failed) -> None:
        self._then.pop(id(told.job), None)
        self.reading.forget()
        self.changed.emit(told.job.changes)
        self.failed.emit(told)
