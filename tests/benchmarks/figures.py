"""What a measure comes to: a figure, the budget of product.md section 5, and how far they lie apart."""

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import process_time
from typing import TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True)
class Figure:
    """`budget` None: no promise, told for what it explains. `at_least`: the budget is the least, not the most."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        """Of the budget; what is below 1 is kept, for a least one what is above it."""
        return None if not self.budget else self.value / self.budget

    @property
    def kept(self) -> bool:
        if self.budget is None:
            return True
        return self.value >= self.budget if self.at_least else self.value <= self.budget


def table(figures: Iterable[Figure]) -> str:
    rows = [("measure", "figure", "budget", "ratio", "")]
    for figure in figures:
        budget = "" if figure.budget is None else f"{'≥' if figure.at_least else '≤'} {figure.budget:g}"
        ratio = "" if figure.ratio is None else f"{figure.ratio:.3f}"
        value = f"{figure.value:,.4f}".rstrip("0").rstrip(".")
        rows.append((figure.name, f"{value} {figure.unit}".strip(), budget, ratio, "" if figure.kept else "MISSED"))
    return aligned(rows)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, the others to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = []
    for first, *others in rows:
        cells = [text.rjust(width) for text, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join([first.ljust(widths[0]), *cells]).rstrip())
    return "\n".join(lines)


def best_of(times: int, work: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds that this process worked in the quickest run: what else the machine does is not ours."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = process_time()
        result = work()
        best = min(best, process_time() - start)
    return best, result
