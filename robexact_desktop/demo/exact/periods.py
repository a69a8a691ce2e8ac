"""The period table, and which journal is closed for which period (read/financial/JournalStatusList)."""

from datetime import date
from typing import TYPE_CHECKING, Final

from robexact_desktop.demo.exact.values import moment
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

PERIODS: Final = "financial/FinancialPeriods"
CLOSED: Final = "closed periods"


def period_of(state: "ExactState", division: int, on: date) -> tuple[int, int] | None:
    """Year and period that hold the date; None where the table has none."""
    wanted = moment(on)
    for row in state.rows(division, PERIODS):
        if row["StartDate"] <= wanted <= row["EndDate"]:
            return row["FinYear"], row["FinPeriod"]
    return None


def exists(state: "ExactState", division: int, year: int, period: int) -> bool:
    return any(row["FinPeriod"] == period for row in state.find(division, PERIODS, "FinYear", year))


def is_closed(state: "ExactState", division: int, journal: str, year: int, period: int) -> bool:
    return state.store.get(state.scope(division), CLOSED, f"{journal}/{year}/{period}") is not None


def close(state: "ExactState", division: int, journal: str, year: int, period: int) -> None:
    key = f"{journal}/{year}/{period}"
    state.store.put(state.scope(division), CLOSED, key, {"Journal": journal, "Year": year, "Period": period})


def reopen(state: "ExactState", division: int, journal: str, year: int, period: int) -> None:
    state.store.delete(state.scope(division), CLOSED, f"{journal}/{year}/{period}")


def status_list(state: "ExactState", division: int) -> list[Row]:
    """One row per journal and period."""
    journals = sorted(state.rows(division, "financial/Journals"), key=lambda row: str(row["Code"]))
    table = sorted((row["FinYear"], row["FinPeriod"]) for row in state.rows(division, PERIODS))
    return [_status(state, division, journal, year, period) for journal in journals for year, period in table]


def _status(state: "ExactState", division: int, journal: Row, year: int, period: int) -> Row:
    closed = is_closed(state, division, journal["Code"], year, period)
    return {
        "Journal": journal["Code"],
        "JournalDescription": journal.get("Description"),
        "JournalType": journal.get("Type"),
        "Period": period,
        "Year": year,
        "Status": int(closed),
        "StatusDescription": "Gesloten" if closed else "Open",
    }
