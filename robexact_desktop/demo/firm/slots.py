"""Which invoice falls on which day, and the number it gets: what is old was sent, what is new waits."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from robexact_desktop.demo.firm.defects import DEFECTS, Defect

OLD = (("sales", False, 1366), ("sales", True, 64), ("purchase", False, 538), ("purchase", True, 25))
"""Kind, credit note, how many: booked long since."""
NEW = (("sales", False, 66), ("sales", True, 6), ("purchase", False, 33), ("purchase", True, 7))
"""Without a fault, waiting to be sent."""
WAITING_DAYS = 45


@dataclass(frozen=True)
class Slot:
    on: date
    kind: str
    credit: bool
    number: str
    waits: bool
    defect: Defect | None = None


def first_waiting_day(today: date) -> date:
    return today - timedelta(days=WAITING_DAYS)


def slots(dice: Random, today: date) -> list[Slot]:
    """In order of date; numbers follow it, as the law asks."""
    cut = first_waiting_day(today)
    old, new = _working_days(today - timedelta(days=730), cut), _working_days(cut, today)
    plain = [(dice.choice(old), kind, credit, False, None) for kind, credit, count in OLD for _ in range(count)]
    plain += [(dice.choice(new), kind, credit, True, None) for kind, credit, count in NEW for _ in range(count)]
    spoilt = [(dice.choice(new), defect.kind, False, True, defect) for defect in DEFECTS]
    counts: Counter[str] = Counter()
    return [
        Slot(on, kind, credit, _number(counts, on, kind, credit=credit), waits, defect)
        for on, kind, credit, waits, defect in sorted([*plain, *spoilt], key=lambda slot: slot[0])
    ]


def _number(counts: Counter[str], on: date, kind: str, *, credit: bool) -> str:
    """20260173, credit notes 20267014; purchases 26400812, their credit notes 26410031."""
    if kind == "sales":
        series, width = f"{on.year}{7 if credit else 0}", 3
    else:
        series, width = f"{on.year % 100}4{int(credit)}", 4
    counts[series] += 1
    return f"{int(series) * 10**width + counts[series]}"


def _working_days(first: date, last: date) -> list[date]:
    """Up to and including the last."""
    days = (first + timedelta(days=at) for at in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5]
