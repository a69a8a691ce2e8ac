"""One send as the window follows it: which rows wait, which one is at it, how each ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.outcome import AtStep, Outcome, Step
from robexact_desktop.services.refresh import send_chosen
from robexact_desktop.services.send_entries import Sent
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.words import words
from robexact_desktop.workers.lane import Failed, Job, Progressed


class Came(StrEnum):
    """What came of an invoice, as the result page groups it."""

    BOOKED = "booked"
    UNSURE = "unsure"
    REFUSED = "refused"
    TO_DECIDE = "to_decide"
    LEFT = "left"


def came_of(outcome: Outcome | None) -> Came:
    """Nothing came of what was not taken any more: it is left, and still ready."""
    if outcome is None or outcome.held:
        return Came.LEFT
    return _CAME.get(outcome.state, Came.LEFT)


_CAME = {
    InvoiceState.BOOKED: Came.BOOKED,
    InvoiceState.DONE: Came.BOOKED,
    InvoiceState.UNKNOWN: Came.UNSURE,
    InvoiceState.REFUSED: Came.REFUSED,
    InvoiceState.CONFLICT: Came.TO_DECIDE,
}


@dataclass(frozen=True, slots=True)
class Ended:
    """A send that is over. `before` is each invoice as it was when it was confirmed; the outcomes in that order."""

    chosen: tuple[InvoiceId, ...]
    outcomes: Mapping[InvoiceId, Outcome]
    before: Mapping[InvoiceId, Invoice]
    began: datetime
    who: str
    stopped: RobExactError | None = None
    interrupted: bool = False

    def came(self, invoice: InvoiceId) -> Came:
        return came_of(self.outcomes.get(invoice))

    def counts(self) -> dict[Came, int]:
        found = dict.fromkeys(Came, 0)
        for invoice in self.chosen:
            found[self.came(invoice)] += 1
        return found


@dataclass(frozen=True, slots=True)
class LogLine:
    """What happened to an invoice, and when; `outcome` where that ended it, else the step that it is at."""

    when: datetime
    invoice: InvoiceId
    number: str
    step: Step | None = None
    entry_number: int | None = None
    outcome: Outcome | None = None


class SendingRun(QObject):
    """From the press of the button to the last answer. `row_told`: this row says something else now."""

    told = Signal()
    logged = Signal(object)  # LogLine
    row_told = Signal(object)  # InvoiceId
    ended = Signal(object)  # Ended

    def __init__(self, shell: Shell, chosen: tuple[InvoiceId, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.chosen = chosen
        work = shell.reading.work
        found = {name: work.stores.invoices.get(name) for name in chosen}
        self._before = {name: invoice for name, invoice in found.items() if invoice is not None}
        self._began, self._who = work.clock(), work.who
        self.outcomes: dict[InvoiceId, Outcome] = {}
        self.seconds_left: float | None = None
        self.stopping = False
        self.at_step: AtStep | None = None
        self.log: list[LogLine] = []
        self._at_it = False
        self._over = False
        self._job: Job | None = None
        shell.lane.noted.connect(self._on_noted)
        shell.lane.progressed.connect(self._on_progressed)
        shell.lane.idle.connect(self._on_idle)
        shell.failed.connect(self._on_failed)

    def start(self) -> None:
        chosen = self.chosen
        changes = Changed.INVOICES | Changed.RELATIONS | Changed.CONNECTION
        self._job = self._shell.do(
            words("job.send"), lambda work: send_chosen(work, chosen), changes=changes, then=self._on_sent
        )

    def stop(self) -> None:
        """The present call ends, what it made is recorded, the rest stays ready."""
        self.stopping = True
        self._shell.lane.cancel()
        self.told.emit()

    # what the rows and the bar ask

    @property
    def is_over(self) -> bool:
        return self._over

    @property
    def present(self) -> InvoiceId | None:
        if not self._at_it or self._over:
            return None
        return next((name for name in self.chosen if name not in self.outcomes), None)

    @property
    def began(self) -> datetime:
        return self._began

    @property
    def step(self) -> Step | None:
        """Of the present invoice."""
        at = self.at_step
        return at.step if at is not None and at.invoice == self.present else None

    def present_invoice(self) -> Invoice | None:
        name = self.present
        return self._before.get(name) if name is not None else None

    def waits(self, invoice: InvoiceId) -> bool:
        return not self._over and invoice in self._before and invoice not in self.outcomes

    def counts(self) -> dict[Came, int]:
        """Of what has ended so far."""
        found = dict.fromkeys(Came, 0)
        for outcome in self.outcomes.values():
            found[came_of(outcome)] += 1
        return found

    # the lane

    def _on_progressed(self, told: Progressed) -> None:
        if self._job is None or told.job is not self._job:
            return
        self.seconds_left = told.seconds_left
        if not self._at_it and told.total == len(self._before):
            self._at_it = True
            self._tell_present()
        self.told.emit()

    def _on_noted(self, what: object) -> None:
        if isinstance(what, AtStep) and what.invoice in self._before and not self._over:
            self._on_step(what)
            return
        if not isinstance(what, Outcome) or what.invoice not in self._before or self._over:
            return
        self._at_it = True
        self._write(LogLine(self._now(), what.invoice, self._number(what.invoice), outcome=what))
        self.outcomes[what.invoice] = what
        self.row_told.emit(what.invoice)
        self._tell_present()
        self.told.emit()

    def _on_step(self, at: AtStep) -> None:
        """A booked entry is written at once: its document may take a while."""
        booked_before = self.at_step is not None and self.at_step.invoice == at.invoice and self.at_step.number
        self._at_it, self.at_step = True, at
        if at.number is not None and not booked_before:
            self._write(LogLine(self._now(), at.invoice, self._number(at.invoice), at.step, at.number))
        self.row_told.emit(at.invoice)
        self.told.emit()

    def _write(self, line: LogLine) -> None:
        self.log.insert(0, line)
        self.logged.emit(line)

    def _now(self) -> datetime:
        return self._shell.reading.work.clock()

    def _number(self, invoice: InvoiceId) -> str:
        return self._before[invoice].number or invoice

    def _tell_present(self) -> None:
        if (present := self.present) is not None:
            self.row_told.emit(present)

    def _on_sent(self, result: object) -> None:
        assert isinstance(result, Sent)
        self.outcomes.update({outcome.invoice: outcome for outcome in result.outcomes})
        self._end(result.stopped, interrupted=result.interrupted)

    def _on_failed(self, told: Failed) -> None:
        if told.job is self._job:
            self._end(told.error)

    def _on_idle(self) -> None:
        """The lane dropped the job before it began: somebody pressed Stop while another one ran."""
        if not self._over:
            self._end(None, interrupted=True)

    def _end(self, stopped: RobExactError | None, *, interrupted: bool = False) -> None:
        if self._over:
            return
        self._over = True
        known = tuple(name for name in self.chosen if name in self._before)
        self.ended.emit(Ended(known, dict(self.outcomes), self._before, self._began, self._who, stopped, interrupted))
