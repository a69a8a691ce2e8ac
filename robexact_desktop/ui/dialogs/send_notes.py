"""The right side of the confirmation, in words: what else happens, what is worth a look, what stays here."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from robexact_desktop.domain.money import ZERO
from robexact_desktop.services.send_summary import Remark, SendSummary, Stays
from robexact_desktop.texts import problem_message, state_word
from robexact_desktop.ui.formats import amount, count
from robexact_desktop.ui.words import language, words

NAMED = 4
"""More numbers than this are counted, not listed."""


@dataclass(frozen=True, slots=True)
class Note:
    icon: str
    colour: str
    title: str
    detail: str = ""


def notes_of(summary: SendSummary) -> list[tuple[str, list[Note]]]:
    """Only the parts that have something to tell."""
    parts = [
        (words("confirm.also"), _also(summary)),
        (words("confirm.look_out"), [*_new(summary), *_remarks(summary.remarks)]),
        (words("confirm.stays"), _staying(summary.staying)),
    ]
    return [(title, notes) for title, notes in parts if notes]


def _also(summary: SendSummary) -> list[Note]:
    notes = []
    if summary.documents:
        key = "confirm.document" if summary.documents == 1 else "confirm.documents"
        notes.append(Note("document", "text2", words(key, count=count(summary.documents))))
    statuses = [
        words("confirm.status", kind=words(f"kind.{kind}"), status=status)
        for kind, status in summary.statuses.items()
        if status
    ]
    marked = words("confirm.marked")
    notes.append(Note("swap", "text2", marked, "; ".join(statuses) or words("confirm.no_status")))
    return notes


def _new(summary: SendSummary) -> list[Note]:
    if not summary.new_relations:
        return []
    key = "confirm.new_relation" if len(summary.new_relations) == 1 else "confirm.new_relations"
    title = words(key, count=count(len(summary.new_relations)))
    return [Note("state_warning", "warn", title, words("confirm.new_why", names=_listed(summary.new_relations)))]


def _remarks(remarks: Sequence[Remark]) -> list[Note]:
    """Per kind of remark how many, and which; one alone says it whole."""
    notes = []
    for code, group in groupby(sorted(remarks, key=lambda remark: remark.problem.code), lambda one: one.problem.code):
        found = list(group)
        short = words(f"short.{code}")
        title = words("confirm.remark", count=count(len(found)), what=short[:1].lower() + short[1:])
        if len(found) == 1:
            detail = f"{found[0].number}: {problem_message(found[0].problem, language())}"
        else:
            detail = _listed([remark.number for remark in found])
        notes.append(Note("state_warning", "warn", title, detail))
    return notes


def _staying(staying: Sequence[Stays]) -> list[Note]:
    """By reason, each with its numbers and what they add up to, per currency."""
    blocked = [row for row in staying if row.problem is not None]
    others = [row for row in staying if row.problem is None]
    notes = []
    if blocked:
        key = "confirm.blocked_one" if len(blocked) == 1 else "confirm.blocked"
        reasons = _listed([_reason(row) for row in blocked])
        notes.append(Note("state_blocked", "warn", words(key, count=count(len(blocked))), _with_sum(reasons, blocked)))
    for state, group in groupby(sorted(others, key=lambda row: row.state), lambda row: row.state):
        rows = list(group)
        title = words("confirm.stays_as", count=count(len(rows)), state=state_word(state, language()))
        notes.append(Note(f"state_{state}", "text2", title, _with_sum(_listed([row.number for row in rows]), rows)))
    return notes


def _reason(row: Stays) -> str:
    short = words(f"short.{row.problem.code}") if row.problem else ""
    return f"{row.number or words('no_number')} {short[:1].lower() + short[1:]}"


def _with_sum(text: str, rows: Sequence[Stays]) -> str:
    sums: dict[str, object] = {}
    for currency in dict.fromkeys(row.currency for row in rows):
        added = sum((row.incl for row in rows if row.currency == currency), ZERO)
        sums[currency] = f"{amount(added, language())} {currency}"
    return words("confirm.with_sum", what=text, sum=", ".join(map(str, sums.values())))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED])
    return shown if len(names) <= NAMED else words("confirm.and_more", names=shown, count=count(len(names) - NAMED))
