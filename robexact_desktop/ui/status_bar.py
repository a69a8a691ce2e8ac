"""Below: both services in words, what waits, how many calls are left today; a long job with name, count and cancel."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar, QWidget

from robexact_desktop.domain.errors import RobExactError, Service
from robexact_desktop.texts import error_message, progress_name
from robexact_desktop.ui.actions import Act
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
        layout = row_layout(self, margins=(16, 0, 16, 0), spacing=8)
        self._lights = {service: icon_label("light_off", "text3", 14) for service in Service}
        self._said = {service: PlainLabel(size="small", colour="text2", name=f"light_{service}") for service in Service}
        for service in Service:
            layout.addWidget(self._lights[service])
            layout.addWidget(self._said[service])
            layout.addSpacing(12)
            self._show(service, ok=None)
        layout.addStretch(1)
        self._job = PlainLabel(size="small", colour="text2", name="job")
        self._bar = QProgressBar()
        self._bar.setObjectName("job_bar")
        self._bar.setAccessibleName(words("job"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = button(words("cancel"), "cancel_job", shell.lane.cancel, kind="link")
        keys = button("F1 " + words("keys"), "keys_below", acts[Act.KEYS].trigger, kind="link")
        self._unsure = PlainLabel(size="small", colour="unk", name="unsure")
        self._unsure.hide()
        shell.unsure.connect(self._on_unsure)
        for widget in (self._unsure, self._job, self._bar, self._cancel, keys):
            layout.addWidget(widget)
        self._idle()
        lane = shell.lane
        lane.started.connect(self._on_started)
        lane.progressed.connect(self._on_progressed)
        lane.finished.connect(self._on_finished)
        lane.failed.connect(self._on_failed)
        lane.idle.connect(self._idle)

    def _idle(self) -> None:
        self._job.setText(words("nothing_queued"))
        self._bar.hide()
        self._cancel.hide()

    def _on_unsure(self, told: str) -> None:
        self._unsure.setText(told)
        self._unsure.setVisible(bool(told))

    def _on_started(self, job: Job) -> None:
        if not job.urgent:
            self._job.setText(job.name)
            self._bar.setRange(0, 0)
            self._bar.show()
            self._cancel.show()

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
        shape, colour = {True: ("light_ok", "ok"), False: ("light_bad", "bad"), None: ("light_off", "text3")}[ok]
        self._lights[service].show_icon(shape, colour, "window")
        key = {True: "connected", False: "not_reached", None: "not_asked"}[ok]
        self._said[service].setText(words(f"light.{key}", service=service.value.title()))
