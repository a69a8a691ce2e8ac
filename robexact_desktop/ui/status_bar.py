"""Below: both services in words, what waits, how many calls are left today; a long job with name, count and cancel."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.errors import RobExactError, Service
from robexact_desktop.services.change_settings import Held
from robexact_desktop.services.note_standing import calls_today, fetched_at
from robexact_desktop.texts import error_message, progress_name
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, button, icon_label, row_layout
from robexact_desktop.ui.words import language, words
from robexact_desktop.workers.lane import Failed, Finished, Job, Progressed


class StatusBar(QWidget):
    def __init__(self, shell: Shell, acts: Mapping[Act, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statusbar")
        self.setFixedHeight(30)
        self._shell = shell
        self._login = ""
        self._ok: dict[Service, bool | None] = dict.fromkeys(Service)
        layout = row_layout(self, margins=(16, 0, 16, 0), spacing=8)
        self._lights = {service: icon_label("light_off", "text3", 14) for service in Service}
        self._said = {service: PlainLabel(size="small", colour="text2", name=f"light_{service}") for service in Service}
        for service in (Service.ROBAWS, Service.EXACT):
            layout.addWidget(self._lights[service])
            layout.addWidget(self._said[service])
            layout.addSpacing(12)
            self._show(service, ok=None)
        layout.addStretch(1)
        self._job = PlainLabel(size="small", colour="text2", name="job")
        self._bar = _bar("job_bar", words("job"), 140)
        self._cancel = button(words("cancel"), "cancel_job", shell.lane.cancel, kind="link")
        self._fetched = PlainLabel(size="small", colour="text2", name="fetched")
        self._after_fetched = _separator()
        self._calls_title = PlainLabel(words("calls_today"), size="small", colour="text2", name="calls_title")
        self._calls_bar = _bar("calls_bar", words("calls_today"), 80)
        self._calls = PlainLabel(size="small", strong=True, name="calls_today")
        self._before_calls = _separator()
        keys = button("F1 " + words("keys"), "keys_below", acts[Act.KEYS].trigger, kind="link")
        self._unsure = PlainLabel(size="small", colour="unk", name="unsure")
        self._after_unsure = _separator()
        self._on_unsure("")
        shell.unsure.connect(self._on_unsure)
        parts = (
            self._fetched,
            self._after_fetched,
            self._unsure,
            self._after_unsure,
            self._job,
            self._bar,
            self._cancel,
        )
        calls = (self._before_calls, self._calls_title, self._calls_bar, self._calls)
        for widget in (*parts, *calls, _separator(), keys):
            layout.addWidget(widget)
        self._connect()
        self.show_standing()
        self._idle()
        self._ask_login()

    def _connect(self) -> None:
        lane = self._shell.lane
        lane.started.connect(self._on_started)
        lane.progressed.connect(self._on_progressed)
        lane.finished.connect(self._on_finished)
        lane.failed.connect(self._on_failed)
        lane.idle.connect(self._idle)
        self._shell.changed.connect(self._on_changed)

    # what stands

    def show_standing(self) -> None:
        """What was noted at the last reading; what is not known is not shown, and never as zero."""
        work = self._shell.reading.work
        fetched, calls = fetched_at(work), calls_today(work)
        if fetched is not None:
            today = _day(fetched.at) == _day(work.clock())
            self._fetched.setText(
                words("fetched.today", time=fetched.at) if today else words("fetched", when=fetched.at)
            )
        if calls is not None:
            self._calls.setText(words("calls_of", used=count(calls.used), limit=count(calls.limit)))
            self._calls_bar.setRange(0, calls.limit)
            self._calls_bar.setValue(calls.used)
        for widget in (self._before_calls, self._calls_title, self._calls_bar, self._calls):
            widget.setVisible(calls is not None)
        self._show_fetched()

    def _login_fits(self, service: Service) -> bool:
        """It makes room for a long job, as the moment of the import does."""
        return service is Service.EXACT and bool(self._login) and self._bar.isHidden()

    def _show_fetched(self) -> None:
        """It makes room for a long job."""
        self._show(Service.EXACT, ok=self._ok[Service.EXACT])
        shown = bool(self._fetched.text()) and self._bar.isHidden()
        self._fetched.setVisible(shown)
        self._after_fetched.setVisible(shown)

    def _on_changed(self, changed: Changed) -> None:
        self.show_standing()
        if changed & Changed.SETTINGS:
            self._ask_login()

    def _ask_login(self) -> None:
        """The key store is asked in the lane: it may be slow, or ask for a password itself."""
        if self._shell.desk is not None:
            self._shell.errand(words("job"), self._shell.desk.held, urgent=True, then=self._on_held)

    def _on_held(self, held: object) -> None:
        until = held.login_until if isinstance(held, Held) else None
        self._login = "" if until is None else self._login_words(until)
        self._show(Service.EXACT, ok=self._ok[Service.EXACT])

    def _login_words(self, until: datetime) -> str:
        days = (until - self._shell.reading.work.clock()).days
        if days < 0:
            return ""
        return {0: words("login.today", time=until), 1: words("login.day")}.get(days, words("login.days", days=days))

    # the lane

    def _idle(self) -> None:
        self._job.setText(words("nothing_queued"))
        self._bar.hide()
        self._cancel.hide()
        self._show_fetched()

    def _on_unsure(self, told: str) -> None:
        self._unsure.setText(told)
        self._unsure.setVisible(bool(told))
        self._after_unsure.setVisible(bool(told))

    def _on_started(self, job: Job) -> None:
        if not job.urgent:
            self._job.setText(job.name)
            self._bar.setRange(0, 0)
            self._bar.show()
            self._cancel.show()
            self._show_fetched()

    def _on_progressed(self, told: Progressed) -> None:
        name = progress_name(told.name, language())
        of = f" {told.done} / {told.total}" if told.total else f" {told.done}"
        left = words("seconds_left", seconds=round(told.seconds_left)) if told.seconds_left else ""
        self._job.setText(f"{told.job.name}: {name}{of}  {left}".rstrip())
        self._bar.setRange(0, told.total or 0)
        self._bar.setValue(told.done if told.total else 0)

    def _on_finished(self, told: Finished) -> None:
        if not told.job.urgent and told.job.errand is None:
            for service in Service:
                self._show(service, ok=True)

    def _on_failed(self, told: Failed) -> None:
        error: RobExactError = told.error
        self._job.setText(error_message(error, language()))
        for service in Service:
            if error.facts.get("service") == service.value:
                self._show(service, ok=False)

    def _show(self, service: Service, *, ok: bool | None) -> None:
        self._ok[service] = ok
        shape, colour = {True: ("light_ok", "ok"), False: ("light_bad", "bad"), None: ("light_off", "text3")}[ok]
        self._lights[service].show_icon(shape, colour, "window")
        key = {True: "connected", False: "not_reached", None: "not_asked"}[ok]
        said = words(f"light.{key}", service=service.value.title())
        self._said[service].setText(f"{said} · {self._login}" if self._login_fits(service) else said)


def _bar(name: str, accessible: str, width: int) -> QProgressBar:
    made = QProgressBar()
    made.setObjectName(name)
    made.setAccessibleName(accessible)
    made.setTextVisible(False)
    made.setFixedWidth(width)
    return made


def _separator() -> QFrame:
    made = QFrame()
    made.setProperty("separator", "true")
    made.setFixedSize(1, 14)
    return made


def _day(moment: datetime) -> object:
    return moment.astimezone().date()
