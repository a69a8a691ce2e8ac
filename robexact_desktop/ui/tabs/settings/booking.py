"""Boeken: default accounts, what is taken from Robaws, relations, documents, approval."""

from robexact_desktop.domain.ledger import TYPES_NOT_ON_A_LINE, GLAccount, PaymentCondition
from robexact_desktop.texts import sentence
from robexact_desktop.ui.tabs.settings.chooser import Choice
from robexact_desktop.ui.tabs.settings.fields import ChooserSetting, RadioSetting, SwitchSetting
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import card
from robexact_desktop.ui.words import language, words

HOLDS = "K"
"""The method of a condition that holds a payment: cash."""


class BookingPage(SettingsPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "booking")
        self._accounts()
        relations, layout = card(words("settings.relations"))
        self.add(layout, RadioSetting(saver, ("booking", "create_relations"), ("ask", "always", "never")))
        layout.addStretch(1)
        documents, layout = card(words("settings.with_it"))
        explained = words("settings.attach_documents.what")
        self.add(layout, SwitchSetting(saver, ("booking", "attach_documents"), explained=explained))
        layout.addStretch(1)
        self.beside(relations, documents)
        self._approval()
        self.body.addStretch(1)

    def _accounts(self) -> None:
        frame, layout = card(words("settings.accounts"))
        for side in ("sales", "purchase"):
            self.add(layout, default_account(self, side))
        explained = words("settings.use_gl_accounts.what")
        self.add(layout, SwitchSetting(self.saver, ("booking", "use_gl_accounts"), explained=explained))
        self.body.addWidget(frame)

    def _approval(self) -> None:
        frame, layout = card(words("settings.approval"))
        self.add(layout, RadioSetting(self.saver, ("booking", "approval"), ("wait", "hold", "send")))
        path = ("booking", "holding_payment_condition")
        hint = words("settings.holding.hint")
        self._holding = ChooserSetting(self.saver, path, self._holding_conditions, hint=hint, width=340)
        self.add(layout, self._holding)
        self.body.addWidget(frame)

    def reload(self) -> None:
        super().reload()
        self._holding.chooser.setEnabled(self.settings.booking.approval.value == "hold")

    def _holding_conditions(self) -> list[Choice]:
        return [Choice("", words("settings.none")), *conditions(self.rows(PaymentCondition), only_holding=True)]


def default_account(page: SettingsPage, side: str) -> ChooserSetting:
    """Where a line of that side goes that names no account."""

    def choices() -> list[Choice]:
        rows = sorted(page.rows(GLAccount), key=lambda row: row.code)
        none = Choice("", words("settings.none"))
        return [none, *(Choice(r.code, f"{r.code} · {r.description}", _why(r)) for r in rows)]

    path = ("booking", f"{side}_gl_account")
    return ChooserSetting(page.saver, path, choices, searchable=True, field_width=400)


def _why(account: GLAccount) -> str:
    """Why a line may not be booked on it."""
    if account.is_blocked:
        return words("settings.blocked")
    return words("settings.not_on_a_line") if account.type in TYPES_NOT_ON_A_LINE else ""


def conditions(rows: tuple[PaymentCondition, ...], *, only_holding: bool = False) -> list[Choice]:
    """Exact's payment conditions with their method."""
    return [
        Choice(
            row.code,
            f"{row.code} · {row.description}, {method(row)}",
            words("settings.does_not_hold") if only_holding and row.method != HOLDS else "",
        )
        for row in sorted(rows, key=lambda row: row.code)
    ]


def method(row: PaymentCondition) -> str:
    """In words; Exact's own letter where it is a new one."""
    known = row.method if row.method in ("B", "I", "K", "Q") else "other"
    return sentence(f"window.settings.method.{known}", language(), letter=row.method)
