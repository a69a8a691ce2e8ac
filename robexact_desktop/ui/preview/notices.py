"""What stands in the way, at the top of the booking: message, fix, and a button that opens the place to mend."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.domain.invoice import fingerprint
from robexact_desktop.domain.problems import Problem, ProblemCode
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.services.resolve_conflict import Decision
from robexact_desktop.texts import explain_refusal, problem_fix, problem_message, sentence
from robexact_desktop.ui.places import PREVIEW, place_of, place_of_refusal
from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, icon_label, row_layout
from robexact_desktop.ui.words import language, words

BY_HAND: dict[ProblemCode, Field] = {
    ProblemCode.GL_MISSING: Field.GL,
    ProblemCode.GL_BLOCKED: Field.GL,
    ProblemCode.GL_TYPE: Field.GL,
    ProblemCode.VAT_UNMAPPED: Field.VAT,
    ProblemCode.VAT_BLOCKED: Field.VAT,
    ProblemCode.VAT_DIRECTION: Field.VAT,
    ProblemCode.VAT_INCLUSIVE: Field.VAT,
    ProblemCode.COST_CENTER_REQUIRED: Field.COST_CENTER,
    ProblemCode.COST_CENTER_CODE: Field.COST_CENTER,
    ProblemCode.COST_UNIT_REQUIRED: Field.COST_UNIT,
    ProblemCode.PERIOD_MISSING: Field.PERIOD,
    ProblemCode.PERIOD_CLOSED: Field.PERIOD,
    ProblemCode.PAYMENT_CONDITION_UNMAPPED: Field.PAYMENT_CONDITION,
}
"""Problems of one invoice that a value by hand mends too."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`place` mends it for good, `field` can be set by hand instead, `again` are values to confirm anew.

    `decides` are what a person may decide about what stands in the invoice's place in Exact.
    """

    title: str
    text: str = ""
    kind: str = "warn"
    icon: str = "state_blocked"
    place: Place | None = None
    field: Field | None = None
    line: int | None = None
    again: tuple[Override, ...] = ()
    decides: tuple[Decision, ...] = ()


def notices_of(prepared: Prepared, overrides: Sequence[Override]) -> Iterator[Notice]:
    """The gravest first. `overrides` are all of the invoice, also those that no longer hold."""
    yield from _of_state(prepared)
    for problem in sorted(prepared.problems, key=lambda problem: not problem.blocks):
        yield _of_problem(problem, prepared)
    present = fingerprint(prepared.invoice)
    if outdated := tuple(override for override in overrides if override.made_for != present):
        fields = sentence(f"by_hand.{outdated[0].field}", language())
        told = sentence("by_hand.outdated", language(), field=fields)
        yield Notice(told, _values(outdated), icon="state_warning", again=outdated)


def _values(outdated: Sequence[Override]) -> str:
    return ", ".join(f"{sentence(f'by_hand.{o.field}', language())} {o.value}" for o in outdated)


def _of_problem(problem: Problem, prepared: Prepared) -> Notice:
    place = place_of(problem, prepared.invoice)
    elsewhere = None if place.page == PREVIEW and place.tab is Tab.INVOICES else place
    return Notice(
        problem_message(problem, language()),
        problem_fix(problem, language()),
        icon="state_blocked" if problem.blocks else "state_warning",
        place=elsewhere,
        field=BY_HAND.get(problem.code),
        line=_line_of(problem, prepared),
        decides=(Decision.ADOPT,) if problem.code is ProblemCode.ALREADY_IN_EXACT else (),
    )


def _line_of(problem: Problem, prepared: Prepared) -> int | None:
    """The first line that has this problem."""
    for index, line in enumerate(prepared.entry.lines):
        decided = (line.gl_account, line.vat_code, line.cost_center, line.cost_unit)
        if any(problem in one.problems for one in decided):
            return index
    return 0 if prepared.entry.lines else None


def _of_state(prepared: Prepared) -> Iterator[Notice]:
    operation, state = prepared.operation, prepared.state
    if state is InvoiceState.DONE and operation is None:
        yield Notice(words("preview.state.not_ours"), words("preview.state.not_ours_text"), "ok", "light_ok")
    elif operation is None:
        return
    elif state is InvoiceState.REFUSED:
        known = explain_refusal(operation.message, language())
        text = " ".join(part for part in (known.cause, known.fix) if part) if known else ""
        title = sentence("send.refused", language(), message=operation.message)
        place = place_of_refusal(known.cause_key, prepared.invoice)
        elsewhere = None if place.page == PREVIEW else place
        yield Notice(title, text, "bad", "state_refused", elsewhere)
    elif state is InvoiceState.CONFLICT:
        title, text = words("preview.state.conflict"), words("preview.state.conflict_text")
        yield Notice(title, text, "bad", "state_conflict", decides=tuple(Decision))
    elif state is InvoiceState.UNKNOWN:
        yield Notice(words("preview.state.unknown"), words("preview.state.unknown_text"), "unk", "state_unknown")


class NoticeBox(QFrame):
    """One notice. The buttons hand the notice on; the box knows no place."""

    def __init__(
        self,
        notice: Notice,
        place: int,
        *,
        on_place: Callable[[Notice], None],
        on_field: Callable[[Notice], None],
        on_again: Callable[[Notice], None],
        on_decide: Callable[[Decision], None],
    ) -> None:
        super().__init__()
        self.setObjectName(f"notice_{notice.kind}")
        self.setAccessibleName(notice.title)
        layout = row_layout(self, margins=(12, 10, 12, 10), spacing=10)
        drawn = icon_label(notice.icon, notice.kind, 16, f"{notice.kind}_bg")
        layout.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
        inner = column_layout(spacing=4)
        layout.addLayout(inner, 1)
        inner.addWidget(
            PlainLabel(notice.title, strong=True, colour=notice.kind, wrap=True, name=f"notice_title_{place}")
        )
        if notice.text:
            inner.addWidget(PlainLabel(notice.text, wrap=True, name=f"notice_text_{place}"))
        foot = row_layout()
        if notice.place is not None:
            text = words(f"preview.mend.{notice.place.tab}")
            foot.addWidget(button(text, f"mend_{place}", lambda: on_place(notice)))
        if notice.field is not None:
            foot.addWidget(button(words("preview.mend.by_hand"), f"by_hand_{place}", lambda: on_field(notice)))
        if notice.again:
            foot.addWidget(button(words("preview.mend.again"), f"again_{place}", lambda: on_again(notice)))
        for decision in notice.decides:
            made = button(words(f"preview.decide.{decision}"), f"decide_{decision}", partial(on_decide, decision))
            foot.addWidget(made)
        if foot.count():
            foot.addStretch(1)
            inner.addLayout(foot)


class Notices(QWidget):
    """All of them, or nothing."""

    def __init__(
        self,
        parent: QWidget,
        *,
        on_place: Callable[[Notice], None],
        on_field: Callable[[Notice], None],
        on_again: Callable[[Notice], None],
        on_decide: Callable[[Decision], None],
    ) -> None:
        super().__init__(parent)
        self._layout = column_layout(self, margins=(12, 12, 12, 0), spacing=8)
        self._acts = {"on_place": on_place, "on_field": on_field, "on_again": on_again}
        self._on_decide = on_decide
        self._shown: tuple[Notice, ...] = ()
        self.hide()

    def show_notices(self, notices: Sequence[Notice]) -> None:
        if tuple(notices) == self._shown:
            return
        self._shown = tuple(notices)
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, notice in enumerate(notices):
            self._layout.addWidget(NoticeBox(notice, place, **self._acts, on_decide=self._on_decide))
        self.setVisible(bool(notices))
