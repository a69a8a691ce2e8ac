"""What every tab is given: the lane for jobs, the reading for what is here, and word of what changed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from robexact_desktop.domain.changes import EVERYTHING, Changed
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.domain.matching import Sheet
from robexact_desktop.services.change_settings import SettingsDesk
from robexact_desktop.services.reading import Reading
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.preferences import Preferences
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
Otherwise = Callable[[RobExactError], None]


class Shell(QObject):
    """`changed` tells every tab what is different; `go_to` opens the place where a problem is mended."""

    changed = Signal(object)  # Changed
    go_to = Signal(object)  # Place
    failed = Signal(object)  # Failed
    unsure = Signal(str)  # how many are looked up and when, in words; empty where none are

    def __init__(
        self,
        lane: Lane,
        reading: Reading,
        desk: SettingsDesk | None = None,
        preferences: Preferences | None = None,
        parent: QObject | None = None,
        *,
        read_codes: Callable[[Path], Sheet] | None = None,
    ) -> None:
        """`read_codes` reads a sheet of codes from Excel, inside a job."""
        super().__init__(parent)
        self.read_codes = read_codes
        self.lane = lane
        self.reading = reading
        self.desk = desk
        self.preferences = preferences
        self._then: dict[int, Then] = {}
        self._otherwise: dict[int, Otherwise] = {}
        self._closed = False
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

    def errand(
        self,
        name: str,
        run: Callable[[], object],
        *,
        changes: Changed = Changed.NOTHING,
        urgent: bool = False,
        then: Then | None = None,
        otherwise: Otherwise | None = None,
    ) -> Job:
        """A job that needs no workplace. `otherwise` is called on the main thread with what went wrong."""
        job = Job(name, lambda _: None, changes, urgent, run)
        if then is not None:
            self._then[id(job)] = then
        if otherwise is not None:
            self._otherwise[id(job)] = otherwise
        self.lane.submit(job)
        return job

    def close(self) -> None:
        """The lane ends after its present call. What it still tells afterwards reaches nobody: there is no reading."""
        self._closed = True
        self.lane.close()
        self.reading.close()

    def forget_everything(self) -> None:
        self.reading.forget()
        self.changed.emit(EVERYTHING)

    def _on_finished(self, told: Finished) -> None:
        if self._closed:
            return
        self._otherwise.pop(id(told.job), None)
        if told.job.changes:
            self.reading.forget(told.books)
            self.changed.emit(told.job.changes)
        if then := self._then.pop(id(told.job), None):
            then(told.result)

    def _on_failed(self, told: Failed) -> None:
        if self._closed:
            return
        self._then.pop(id(told.job), None)
        self.reading.forget()
        self.changed.emit(told.job.changes)
        if otherwise := self._otherwise.pop(id(told.job), None):
            otherwise(told.error)
        self.failed.emit(told)
