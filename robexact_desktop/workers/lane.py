"""The lane: one QThread in which every job that calls a service or writes a database runs, one after the other.

One lane makes a double refresh of the login and a reordering of bookings impossible. What a person waits for (a search,
a value set by hand) goes between two calls of a long job, so the window never waits for an import.
"""

import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal, Slot

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.office import Office
from robexact_desktop.services.workplace import Workplace

TELL_EVERY = 0.05
"""Seconds between two tellings of progress: a bar that repaints at each of a thousand rows costs frames."""


@dataclass(frozen=True, slots=True)
class Job:
    """`run` gets the workplace and gives what the window wants to know. `urgent` goes between the calls of others.

    An `errand` runs in its stead and gets none: settings are mended where no workplace opens without them.
    """

    name: str
    run: Callable[[Workplace], object]
    changes: Changed = Changed.NOTHING
    urgent: bool = False
    errand: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Progressed:
    job: Job
    name: str
    done: int
    total: int | None
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Finished:
    """`books` as they are after it, where it changed them and they could be read."""

    job: Job
    result: object
    books: Books | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A person can act on `error`; our own bugs go to the excepthook."""

    job: Job
    error: RobExactError


class _Worker(QObject):
    """Lives in the lane's thread."""

    progressed = Signal(object)
    noted = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)  # Job

    def __init__(self, office: Office, environment: str) -> None:
        super().__init__()
        self._office = office
        self._environment = environment
        self._waiting: deque[Job] = deque()
        self._urgent: deque[Job] = deque()
        self._stop = threading.Event()
        self._taking = threading.Lock()
        self._work: Workplace | None = None
        self._began = 0.0
        self._told_at = 0.0
        self._job: Job | None = None

    # called from any thread

    def queue(self, job: Job) -> None:
        (self._urgent if job.urgent else self._waiting).append(job)

    def cancel(self) -> None:
        """After the present call; what waits behind is dropped."""
        with self._taking:
            self._stop.set()
            self._waiting.clear()

    # in the lane's thread

    @Slot()
    def serve(self) -> None:
        """Everything that waits, the urgent first."""
        while (job := self._next()) is not None:
            self._one(job)

    def _next(self) -> Job | None:
        """Taken in one piece with the stop of the job before: a stop meant for this one is never lost."""
        with self._taking:
            queue = self._urgent or self._waiting
            if not queue:
                return None
            self._stop.clear()
            return queue.popleft()

    def _one(self, job: Job) -> None:
        self._job, self._began, self._told_at = job, time.monotonic(), 0.0
        try:
            with self._office.alone():
                self.finished.emit(Finished(job, job.errand()) if job.errand else self._at_work(job))
        except RobExactError as error:
            self.failed.emit(Failed(job, error))
        except Exception:
            self.crashed.emit(job)  # our bug: the hook of the process reports it, and the lane goes on
            raise
        finally:
            self._work = None

    def _at_work(self, job: Job) -> Finished:
        with self._office.workplace(
            self._environment, progress=self._tell, stop=self._stop.is_set, note=self.noted.emit
        ) as work:
            self._work = work
            return _done(job, work)

    def _tell(self, name: str, done: int, total: int | None) -> None:
        """Between two calls: tell how far it is, and let go first what a person waits for."""
        now = time.monotonic()
        if self._job is not None and (now - self._told_at >= TELL_EVERY or done == total):
            self._told_at = now
            left = (now - self._began) / done * (total - done) if total and done else None
            self.progressed.emit(Progressed(self._job, name, done, total, left))
        while self._urgent and self._work is not None:
            self._between(self._urgent.popleft(), self._work)

    def _between(self, job: Job, work: Workplace) -> None:
        """A bug in it is reported and does not end the long job that it stepped into."""
        try:
            self.finished.emit(Finished(job, job.errand()) if job.errand else _done(job, work))
        except RobExactError as error:
            self.failed.emit(Failed(job, error))
        except Exception:
            self.crashed.emit(job)
            sys.excepthook(*sys.exc_info())


def _done(job: Job, work: Workplace) -> Finished:
    """The window asks for the books right after: read here, they cost it no frame."""
    result = job.run(work)
    try:
        return Finished(job, result, work.stores.books.read() if job.changes else None)
    except RobExactError:
        return Finished(job, result)  # the job is done; who asks for the books is told what is wrong with them


class Lane(QObject):
    """The handle on the main thread. Its signals are delivered there: connect bound methods of QObjects to them."""

    started = Signal(object)  # Job
    progressed = Signal(object)  # Progressed
    noted = Signal(object)  # what the job tells of on its way: an Outcome
    finished = Signal(object)  # Finished
    failed = Signal(object)  # Failed
    idle = Signal()
    _wanted = Signal()

    def __init__(self, office: Office, environment: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._worker = _Worker(office, environment)
        self._worker.moveToThread(self._thread)
        self._wanted.connect(self._worker.serve)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.noted.connect(self._on_noted)
        self._worker.finished.connect(self._on_finished)
        self._worker.failed.connect(self._on_failed)
        self._worker.crashed.connect(self._on_crashed)
        self._open: list[Job] = []
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        return bool(self._open)

    @property
    def waiting(self) -> int:
        return len(self._open)

    def submit(self, job: Job) -> None:
        self._open.append(job)
        self.started.emit(job)
        self._worker.queue(job)
        self._wanted.emit()

    def cancel(self) -> None:
        """The present job ends after its call and reports what it did."""
        self._worker.cancel()
        self._open = self._open[:1]

    def close(self) -> None:
        """Ask the job to stop and wait for the thread: a running QThread that is destroyed aborts the process."""
        self._worker.cancel()
        self._thread.quit()
        self._thread.wait()
        self.blockSignals(True)  # what the thread told last still waits for delivery: nobody is there to show it

    @Slot(object)
    def _on_progressed(self, told: Progressed) -> None:
        self.progressed.emit(told)

    @Slot(object)
    def _on_noted(self, what: object) -> None:
        self.noted.emit(what)

    @Slot(object)
    def _on_finished(self, told: Finished) -> None:
        self._ended(told.job)
        self.finished.emit(told)
        self._tell_idle()

    @Slot(object)
    def _on_failed(self, told: Failed) -> None:
        self._ended(told.job)
        self.failed.emit(told)
        self._tell_idle()

    @Slot(object)
    def _on_crashed(self, job: Job) -> None:
        self._ended(job)
        self._tell_idle()

    def _ended(self, job: Job) -> None:
        self._open = [other for other in self._open if other is not job]

    def _tell_idle(self) -> None:
        if not self._open:
            self.idle.emit()
