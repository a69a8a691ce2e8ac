"""Paper and ink: every colour of the window, light and dark, and what Qt is told of them (design: look.md 1, 2)."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from robexact_desktop.resources import resource


@dataclass(frozen=True, slots=True)
class Tokens:
    """Named for what they are for. Contrasts are computed anew by a test."""

    window: str
    base: str
    raised: str
    sunken: str
    hover: str
    line: str
    line2: str
    field: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    on_accent: str
    link: str
    sel: str
    selline: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    unk: str
    unk_bg: str
    env: str
    env2: str
    veil: str


LIGHT = Tokens(
    window="#F3F3EF",
    base="#FFFFFF",
    raised="#FAFAF7",
    sunken="#ECECE7",
    hover="#F5F6F4",
    line="#E4E3DD",
    line2="#CFCDC5",
    field="#8C8A82",
    text="#1B1D21",
    text2="#505359",
    text3="#606369",
    disabled="#85878C",
    accent="#1A54C2",
    on_accent="#FFFFFF",
    link="#1A54C2",
    sel="#DDE8FB",
    selline="#C9D8F3",
    ok="#0B6847",
    ok_bg="#E0F2E9",
    warn="#874900",
    warn_bg="#FDEFD6",
    bad="#B0241C",
    bad_bg="#FCE6E3",
    unk="#6438B0",
    unk_bg="#EEE7FB",
    env="#C2571A",
    env2="#0E7C86",
    veil="#47000000",
)
DARK = Tokens(
    window="#15171A",
    base="#1B1E22",
    raised="#22262B",
    sunken="#101214",
    hover="#23272C",
    line="#2D3238",
    line2="#424850",
    field="#7A818A",
    text="#E9EAEC",
    text2="#B7BBC1",
    text3="#A0A5AD",
    disabled="#737A83",
    accent="#2E66D8",
    on_accent="#FFFFFF",
    link="#8DB6FF",
    sel="#1F365B",
    selline="#2B4470",
    ok="#72D6A8",
    ok_bg="#15352A",
    warn="#F3B962",
    warn_bg="#3B2C12",
    bad="#FF9D93",
    bad_bg="#47211F",
    unk="#C6ABFF",
    unk_bg="#32274D",
    env="#F08A4B",
    env2="#4CC3CE",
    veil="#80000000",
)

_present = LIGHT


def tokens() -> Tokens:
    """The colours in force. Painters ask when they paint: the theme may change while the window is open."""
    return _present


def colour(name: str) -> QColor:
    return QColor(getattr(_present, name))


SIZES = {"caption": 11, "small": 12, "body": 13, "title": 15, "dialog": 18, "page": 24, "count": 26}
"""Pixels at 100 %; Qt scales them."""


def font(size: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter with figures of equal width, so that amounts stand under one another."""
    made = QFont("Inter")
    made.setPixelSize(SIZES[size])
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def load_fonts() -> None:
    for path in sorted(Path(resource("fonts")).glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def apply(application: QApplication, *, dark: bool) -> None:
    """Fusion, the palette and the small stylesheet: the same on every platform; the system's accent is not used."""
    global _present
    _present = DARK if dark else LIGHT
    application.setStyle("Fusion")
    application.setFont(font())
    application.setPalette(_palette(_present))
    application.setStyleSheet(_stylesheet(_present))


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: t.window,
        QPalette.ColorRole.Base: t.base,
        QPalette.ColorRole.AlternateBase: t.base,
        QPalette.ColorRole.Text: t.text,
        QPalette.ColorRole.WindowText: t.text,
        QPalette.ColorRole.Button: t.base,
        QPalette.ColorRole.ButtonText: t.text,
        QPalette.ColorRole.Highlight: t.sel,
        QPalette.ColorRole.HighlightedText: t.text,
        QPalette.ColorRole.PlaceholderText: t.text3,
        QPalette.ColorRole.Link: t.link,
        QPalette.ColorRole.ToolTipBase: t.raised,
        QPalette.ColorRole.ToolTipText: t.text,
        QPalette.ColorRole.Accent: t.accent,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.disabled))
    return palette


def _stylesheet(t: Tokens) -> str:
    sheet = Path(resource("style.qss")).read_text("utf-8")
    for name in sorted(Tokens.__dataclass_fields__, key=len, reverse=True):
        sheet = sheet.replace(f"@{name};", f"{getattr(t, name)};").replace(f"@{name} ", f"{getattr(t, name)} ")
    return sheet
