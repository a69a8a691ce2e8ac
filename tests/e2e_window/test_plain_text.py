"""Names come from other people's programs: what looks like markup is shown as it was typed, on every screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextEdit, QWidget
from world import World

from e2e_window.hands import Hands, Key, Mod
from robexact_desktop.ui.shell import Tab

pytestmark = pytest.mark.screen
NAME = "<img src=x><b>Jan</b>"
INVOICE = "sales/1458"


@pytest.fixture
def office(make_world: Callable[..., World], fetched: Path) -> World:
    made = make_world(fetched)
    made.demo.robaws.state.patch("clients", made.robaws(INVOICE)["clientId"], name=NAME)
    return made


def must_be_plain(hands: Hands, where: str) -> int:
    """How often the name is seen there; nothing that could draw it as markup may hold it, nor a tooltip."""
    seen = 0
    for label in hands.window.findChildren(QLabel):
        if "<" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, (where, label.objectName())
            seen += NAME in label.text()
        assert label.textFormat() is not Qt.TextFormat.RichText, (where, label.objectName())
    for widget in hands.window.findChildren(QWidget):
        assert NAME not in widget.toolTip(), (where, widget.objectName())
    assert all(NAME not in made.text() for made in hands.window.findChildren(QAbstractButton) if not made.isVisible())
    assert not [made for made in hands.window.findChildren(QTextEdit) if made.acceptRichText()]
    return seen


def test_no_screen_draws_a_name_as_markup(office: World, open_window: Callable[[World], Hands]) -> None:
    hands = open_window(office)
    hands.key(Key.Key_F5)
    hands.until_idle()
    assert hands.says(INVOICE, "relation_name") == NAME
    hands.press_invoice(INVOICE)
    hands.until(lambda: hands.says(INVOICE, "number") in hands.text("preview_title"))
    assert must_be_plain(hands, "preview") > 0

    for number, tab in enumerate(hands.window.tabs, start=1):
        hands.key(getattr(Key, f"Key_{number}"), Mod.ControlModifier)
        hands.until_idle()
        must_be_plain(hands, tab)
    hands.key(Key.Key_2, Mod.ControlModifier)
    hands.search("<img")
    assert list(hands.window.tabs)[1] is Tab.RELATIONS
    hands.key(Key.Key_F1)
    must_be_plain(hands, "keys")
    hands.key(Key.Key_Escape)

    hands.key(Key.Key_1, Mod.ControlModifier)
    hands.press_invoice(INVOICE)
    hands.key(Key.Key_Return, Mod.ControlModifier)
    hands.part(QWidget, "send_confirm")
    must_be_plain(hands, "confirmation")
    hands.key(Key.Key_Return, Mod.ControlModifier)
    hands.part(QWidget, "result_page")
    hands.until_idle()
    must_be_plain(hands, "result")
