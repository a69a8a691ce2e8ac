"""An invoice of Robaws beside the booking that Exact shows for it: what a person decides by (look 14)."""

from dataclasses import dataclass

from robexact_desktop.texts import formats
from robexact_desktop.ui.formats import amount
from robexact_desktop.ui.sending.results import ResultRow
from robexact_desktop.ui.widgets.basics import PlainLabel
from robexact_desktop.ui.widgets.figures import FigureTable
from robexact_desktop.ui.words import language, words


@dataclass(frozen=True, slots=True)
class Side:
    """A field in both programs. `equal` is None where only one of them has it."""

    name: str
    robaws: str
    exact: str
    equal: bool | None


def sides_of(row: ResultRow) -> list[Side]:
    """Nothing where Exact's booking was not read."""
    standing, invoice = row.standing, row.now or row.before
    if standing is None:
        return []
    day = formats.day(standing.entry_date) if standing.entry_date else ""
    found = [
        (
            "entry",
            row.number,
            f"{standing.journal} · {standing.entry_number}",
            str(standing.entry_number) == row.number,
        ),
        ("relation", row.relation_name, row.relation_in_exact, row.relation_name == row.relation_in_exact),
        ("date", formats.day(invoice.date), day, invoice.date == standing.entry_date),
        (
            "total",
            amount(row.in_robaws, language()),
            amount(standing.amount, language()),
            row.in_robaws == standing.amount,
        ),
        ("reference", row.number, standing.your_ref or words("empty"), row.number == standing.your_ref),
    ]
    return [Side(words(f"result.side.{name}"), ours, theirs, same) for name, ours, theirs, same in found]


def sides_table(row: ResultRow) -> FigureTable | None:
    """In green what is equal, in red what is not; the word says it too."""
    sides = sides_of(row)
    if not sides:
        return None
    titles = ("", words("column.in_robaws"), words("column.in_exact"), "")
    table = FigureTable(words("result.sides"), titles, strong=(2,), wide=1)
    for side in sides:
        told, colour = (words("result.equal"), "ok") if side.equal else (words("differs"), "bad")
        table.add_row((side.name, side.robaws, side.exact, told), {0: "text2", 3: colour})
    for label in table.findChildren(PlainLabel):
        label.setWordWrap(True)  # a long name takes a second line on either side
    return table
