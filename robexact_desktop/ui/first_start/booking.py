"""The steps that say how it is booked: journals and accounts, VAT, and from which day."""

from robexact_desktop.domain.names import Kind
from robexact_desktop.ui.first_start.page import StepPage
from robexact_desktop.ui.first_start.steps import Step, tariffs
from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.tabs.settings.booking import default_account
from robexact_desktop.ui.tabs.settings.fields import DaySetting
from robexact_desktop.ui.tabs.settings.journals import default_journal
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.tabs.settings.switch import Switch
from robexact_desktop.ui.widgets.basics import PlainLabel, button, card, column_layout, row_layout
from robexact_desktop.ui.words import words

BOOK_FROM = ("booking", "book_from")


class JournalsStep(StepPage):
    step = Step.JOURNALS

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "first_journals")
        self.head()
        frame, layout = card(words("settings.default_journals"))
        for name in ("sales_journal", "sales_credit_journal", "purchase_journal", "purchase_credit_journal"):
            self.add(layout, default_journal(self, name))
        self.body.addWidget(frame)
        frame, layout = card(words("settings.accounts"))
        for side in ("sales", "purchase"):
            self.add(layout, default_account(self, side))
        self.body.addWidget(frame)
        self.body.addStretch(1)


class VatStep(StepPage):
    step = Step.VAT

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "first_vat")
        self._has_tariffs = False
        self.head()
        frame, layout = card()
        self._counts = {kind: PlainLabel(strong=True, name=f"first_vat_{kind}") for kind in Kind}
        for label in self._counts.values():
            layout.addWidget(label)
        self._waiting = PlainLabel(colour="text2", wrap=True, name="first_vat_waiting")
        layout.addWidget(self._waiting)
        row = row_layout()
        self._open = button(words("first.vat.open"), "first_vat_open", self._on_open, icon_name="open")
        row.addWidget(self._open)
        row.addStretch(1)
        layout.addLayout(row)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def reload(self) -> None:
        super().reload()
        rows = tariffs(self.shell.reading)
        for kind, label in self._counts.items():
            mapped = sum(not row.of(kind).why for row in rows)
            label.setText(words(f"first.vat.{kind}", mapped=mapped, count=len(rows)))
            label.setVisible(bool(rows))
        waiting = {name for row in rows for kind in Kind for name in row.of(kind).waiting}
        key = "first.vat.unread" if not rows else "first.vat.waiting" if waiting else "first.vat.none_waiting"
        self._waiting.setText(words(key, count=len(waiting)))
        self._has_tariffs = bool(rows)

    def act_words(self, *, done: bool) -> str:
        return words("first.next" if done else "first.vat.open")

    def can_act(self, *, done: bool) -> bool:
        """Nothing can be mapped before the tariffs are here. The blue button opens the tab until it goes on."""
        self._open.setVisible(done)
        return done or self._has_tariffs

    def act(self, *, done: bool) -> None:
        if done:
            self.passed()
        else:
            self._on_open()

    def _on_open(self) -> None:
        self.shell.go_to.emit(Place(Tab.VAT))


class FirstDayStep(StepPage):
    """The day can be chosen once it is said that nobody else books these invoices: a chosen day is that answer."""

    step = Step.FIRST_DAY

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "first_first_day")
        self.head()
        frame, layout = card()
        self._switched_off = Switch("first_coupling_off", words("first.coupling"))
        self._switched_off.clicked.connect(self._look)
        row = row_layout(spacing=12)
        row.addWidget(self._switched_off)
        said = column_layout(spacing=2)
        said.addWidget(PlainLabel(words("first.coupling"), strong=True))
        said.addWidget(PlainLabel(words("first.coupling.what"), size="small", colour="text2", wrap=True))
        row.addLayout(said, 1)
        layout.addLayout(row)
        hint, example = words("settings.book_from.hint"), words("settings.day")
        self._day = DaySetting(saver, BOOK_FROM, hint=hint, placeholder=example, field_width=140)
        self.add(layout, self._day)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def reload(self) -> None:
        super().reload()
        if self.saver.value(BOOK_FROM):
            self._switched_off.setChecked(True)
        self._look()

    def _look(self) -> None:
        self._day.setEnabled(self._switched_off.isChecked())
        self.turned()

    def act_words(self, *, done: bool) -> str:  # noqa: ARG002 - the last step
        return words("first.finish")

    def can_act(self, *, done: bool) -> bool:
        return done and self._switched_off.isChecked()
