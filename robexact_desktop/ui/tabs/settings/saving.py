"""Saved at once: each change goes to the lane, is told where it was typed when it is wrong, and can be taken back."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.errors import RobExactError, SettingsError
from robexact_desktop.services.change_settings import Path, SettingsDesk, tree_of, value_at
from robexact_desktop.texts import error_message, error_reason
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.words import language, words

JUDGE_AFTER = 400
"""Milliseconds of rest before all waiting invoices are judged again: a few changes in a row cost one judging."""

MOVES_INVOICES = frozenset({"booking", "journals", "payment_conditions", "vat", "cost_centers", "cost_units"})

Wrong = Callable[[str], None]


def nobody(_: str) -> None:
    """Where there is no field to tell it at; the status bar does."""


class Saver(QObject):
    """`told` after each change that was kept or taken back, so that the foot knows what Ctrl+Z would do."""

    told = Signal()
    undone = Signal()

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._waiting: dict[Path, Any] = {}
        self._before: list[dict[Path, Any]] = []
        self._judge = QTimer(self)
        self._judge.setSingleShot(True)
        self._judge.setInterval(JUDGE_AFTER)
        self._judge.timeout.connect(self._on_judge)

    @property
    def desk(self) -> SettingsDesk:
        assert self._shell.desk is not None
        return self._shell.desk

    @property
    def shell(self) -> Shell:
        return self._shell

    def value(self, path: Path) -> Any:
        """As it is, or as it is about to be."""
        return self._waiting.get(path, value_at(self._shell.reading.settings, path))

    def save(self, changes: Mapping[Path, Any], wrong: Wrong = nobody) -> None:
        before = {path: self.value(path) for path in changes}
        if before == dict(changes):
            return
        self._before.append(before)
        self._submit(dict(changes), wrong, before)

    def save_secrets(self, secrets: Mapping[Path, str], then: Callable[[], None], wrong: Wrong = nobody) -> None:
        """To the key store; they cannot be taken back, since nobody reads them again."""
        tree = tree_of(secrets)
        self._shell.errand(
            words("settings.saving"),
            lambda: self.desk.save(tree),
            changes=Changed.SETTINGS | Changed.CONNECTION,
            urgent=True,
            then=lambda _: then(),
            otherwise=lambda error: wrong(_in_words(error)),
        )

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def undo(self) -> None:
        if self._before:
            self.undone.emit()
            self._submit(self._before.pop(), nobody, None)

    def _submit(self, changes: dict[Path, Any], wrong: Wrong, before: dict[Path, Any] | None) -> None:
        self._waiting |= changes
        tree = tree_of(changes)

        def otherwise(error: RobExactError) -> None:
            self._let_go(changes)
            self._before = [kept for kept in self._before if kept is not before]
            wrong(_in_words(error))
            self.told.emit()

        def then(_: object) -> None:
            self._let_go(changes)
            if any(path[0] in MOVES_INVOICES for path in changes):
                self._judge.start()
            self.told.emit()

        self._shell.errand(
            words("settings.saving"),
            lambda: self.desk.save(tree),
            changes=Changed.SETTINGS,
            urgent=True,
            then=then,
            otherwise=otherwise,
        )

    def _let_go(self, changes: Mapping[Path, Any]) -> None:
        """What was written is read from now on, unless it was changed again meanwhile."""
        self._waiting = {
            path: value for path, value in self._waiting.items() if path not in changes or changes[path] != value
        }

    def _on_judge(self) -> None:
        self._shell.errand(words("settings.judging"), self.desk.list_again, changes=Changed.INVOICES)


def _in_words(error: RobExactError) -> str:
    return error_reason(error, language()) if isinstance(error, SettingsError) else error_message(error, language())
