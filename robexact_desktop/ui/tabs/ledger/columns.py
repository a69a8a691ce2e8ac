"""The columns of each page, their marks and colours."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from robexact_desktop.domain.ledger_changes import Change, LedgerList
from robexact_desktop.services.map_costs import Match
from robexact_desktop.texts.formats import day
from robexact_desktop.ui.models.natural import natural
from robexact_desktop.ui.models.windowed import Align, Column
from robexact_desktop.ui.tabs.ledger.standing import LedgerRow
from robexact_desktop.ui.widgets.delegate import Mark
from robexact_desktop.ui.words import words

PENCIL = "pencil"
MARKS = {
    Change.BLOCKED: ("ban", "warn", "warn_bg"),
    Change.GONE: ("minus", "bad", "bad_bg"),
    Change.RENAMED: ("similar", "text", ""),
    Change.NEW: ("plus", "ok", ""),
}
"""Shape, colour and fill of each change: fill asks for a look."""

RANK = {change: rank for rank, change in enumerate(Change)}
LedgerColumn = Column[LedgerRow]


def columns_of(name: LedgerList) -> list[LedgerColumn]:
    change: LedgerColumn = Column("change", words("ledger.change"), change_text, 132)
    code: LedgerColumn = Column(
        "code", words(f"ledger.code.{name}"), lambda row: row.code, 100, strong=True, whole=True
    )
    description: LedgerColumn = Column("description", words("ledger.description"), lambda row: row.description)
    was: LedgerColumn = Column("was", words("ledger.was"), lambda row: row.was, 200, yields=1)
    used: LedgerColumn = Column("used", words("ledger.used_for"), lambda row: row.used, 290)
    kind = _fact("type", 170)
    pages: dict[LedgerList, list[LedgerColumn]] = {
        LedgerList.GL_ACCOUNTS: [change, code, description, was, kind, used],
        LedgerList.JOURNALS: [change, code, description, was, kind, used],
        LedgerList.VAT_CODES: [
            change,
            replace(code, width=76),
            description,
            replace(was, width=170),
            _fact("percentage", 70, right=True),
            _fact("type", 128),
            _fact("direction", 90),
            _fact("charged", 76),
            replace(used, width=260),
        ],
        LedgerList.PERIODS: [
            change,
            _fact("year", 100, whole=True),
            _fact("period", 90, whole=True),
            _date("start", 130),
            _date("end", 130),
            _fact("closed", None),
        ],
        LedgerList.PAYMENT_CONDITIONS: [change, code, description, was, kind, used],
    }
    return pages.get(name) or [
        change,
        code,
        description,
        was,
        _date("end", 110),
        Column("project", words(f"ledger.project.{name}"), project_text, 300),
        Column("match", words("ledger.match"), match_text, 190),
        Column(PENCIL, "", lambda row: words("action.pencil") if row.mapped else "", 44, sorts=False),
    ]


def _fact(key: str, width: int | None, *, right: bool = False, whole: bool = False) -> LedgerColumn:
    align = Align.RIGHT if right else Align.LEFT
    return Column(key, words(f"ledger.column.{key}"), lambda row: row.facts.get(key, ""), width, align, whole=whole)


def _date(key: str, width: int) -> LedgerColumn:
    return Column(key, words(f"ledger.column.{key}"), lambda row: _day(row.facts.get(key, "")), width, whole=True)


def _day(iso: str) -> str:
    return day(date.fromisoformat(iso)) if iso else ""


def change_text(row: LedgerRow) -> str:
    """A row that was blocked long ago is no change, and still worth knowing."""
    if row.change is None:
        return words("ledger.change.blocked") if row.is_blocked else ""
    return words(f"ledger.change.{row.change}")


def project_text(row: LedgerRow) -> str:
    if row.mapped is None:
        return ""
    project = row.mapped.project
    return f"{project.code} · {project.name}" if project.name and project.name != project.code else project.code


def match_text(row: LedgerRow) -> str:
    if row.mapped is None:
        return ""
    if row.mapped.cost is None and row.mapped.match is Match.BY_HAND:
        return words("ledger.match.gone", code=row.mapped.code)
    return words(f"ledger.match.{row.mapped.match}")


# marks


def marks_of(name: LedgerList, *, costs_used: Callable[[], bool]) -> Mapping[str, Callable[[Any], Mark | None]]:
    marks: dict[str, Callable[[Any], Mark | None]] = {"change": change_mark, "used": used_mark}
    if name in (LedgerList.COST_CENTERS, LedgerList.COST_UNITS):
        marks["match"] = lambda row: match_mark(row, is_used=costs_used())
        marks[PENCIL] = lambda row: Mark("pencil", "", "link") if row.mapped else None
    return marks


def change_mark(row: LedgerRow) -> Mark | None:
    if row.change is None:
        return Mark("ban", change_text(row), "text2") if row.is_blocked else None
    icon, colour, ground = MARKS[row.change]
    return Mark(icon, change_text(row), colour if ground else "text", ground, shape=colour if colour != "text" else "")


def used_mark(row: LedgerRow) -> Mark | None:
    return Mark("state_blocked", row.used, "warn") if row.hurts else None


def match_mark(row: LedgerRow, *, is_used: bool) -> Mark | None:
    """Only what invoices wait for asks for an act."""
    if row.mapped is None:
        return None
    if row.mapped.cost is not None:
        return Mark("check" if row.mapped.match is Match.OWN_NUMBER else "link", match_text(row), "text")
    if is_used and row.mapped.waiting:
        return Mark("state_blocked", match_text(row), "warn", "warn_bg")
    return Mark("state_warning", match_text(row), "text2")


def inks() -> Mapping[str, Callable[[Any], str]]:
    quiet = ("was", "type", "used", "direction", "closed", "charged")
    return {**dict.fromkeys(quiet, lambda row: "text2"), "description": _gone_ink, "code": _gone_ink}  # noqa: ARG005


def _gone_ink(row: LedgerRow) -> str:
    return "text2" if row.is_gone else "text"


# order


def sort_keys(name: LedgerList) -> dict[str, Callable[[LedgerRow], Any]]:
    keys: dict[str, Callable[[LedgerRow], Any]] = {
        "change": _newest_first if name is LedgerList.PERIODS else _change_order,
        "code": lambda row: natural(row.code),
        "description": lambda row: row.description.casefold(),
        "was": lambda row: row.was.casefold(),
        "used": lambda row: (not row.hurts, not row.used, row.used.casefold()),
        "project": lambda row: natural(project_text(row)),
        "match": lambda row: (row.mapped is None, match_text(row)),
    }
    for key in ("type", "percentage", "direction", "charged", "year", "period", "start", "end", "closed"):
        keys[key] = _by_fact(key)
    return keys


def _by_fact(key: str) -> Callable[[LedgerRow], Any]:
    return lambda row: natural(row.facts.get(key, ""))


def _newest_first(row: LedgerRow) -> tuple[Any, ...]:
    """Periods: that of today is among the last that Exact holds."""
    year, _, period = row.code.partition("/")
    return (RANK.get(row.change, len(RANK)) if row.change else len(RANK), -int(year), -int(period))


def _change_order(row: LedgerRow) -> tuple[Any, ...]:
    """What changed first, the gravest on top; then projects that miss a code; then by code."""
    lost = row.mapped is not None and row.mapped.cost is None
    waiting = row.mapped.waiting if row.mapped and lost else 0
    return (RANK.get(row.change, len(RANK)) if row.change else len(RANK), -waiting, not lost, natural(row.code))
