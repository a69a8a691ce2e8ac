"""A sentence of counts, each with its shape: it says the same in grey and when it is read aloud."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from robexact_desktop.services.send_summary import Selected
from robexact_desktop.ui.widgets.basics import PlainLabel, icon_label, row_layout
from robexact_desktop.ui.words import words


@dataclass(frozen=True, slots=True)
class Part:
    """`icon` may be empty; `colour` is that of the shape, the words stay grey."""

    text: str
    icon: str = ""
    colour: str = "text2"


def parts_of(selected: Selected) -> list[Part]:
    """`19 klaar, waarvan 2 met opmerking, 2 geblokkeerd, blijven hier`: together all that is selected."""
    found: list[Part] = []
    if selected.ready:
        key = "count.ready_of_which" if selected.warned else "count.ready"
        found.append(Part(words(key, count=selected.ready), "state_ready", "link"))
    if selected.warned:
        found.append(Part(words("count.warned", count=selected.warned), "state_warning", "warn"))
    for name, shape, colour in _OTHERS:
        if number := getattr(selected, name):
            found.append(Part(words(f"count.{name}", count=number), shape, colour))
    return found


_OTHERS = (
    ("again", "state_refused", "bad"),
    ("blocked", "state_blocked", "warn"),
    ("unsure", "state_unknown", "unk"),
    ("to_decide", "state_conflict", "bad"),
    ("booked", "state_booked", "text2"),
)


class CountsLine(QWidget):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._shown: list[Part] | None = None
        self._layout = row_layout(self, spacing=5)
        self._layout.addStretch(1)

    def show_parts(self, parts: Sequence[Part]) -> None:
        if list(parts) == self._shown:
            return
        self._shown = list(parts)
        while self._layout.count() > 1:
            item = self._layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        place = 0
        for part in parts:
            if part.icon:
                self._layout.insertWidget(place, icon_label(part.icon, part.colour, 14, "raised"))
                place += 1
            self._layout.insertWidget(place, PlainLabel(part.text, size="small", colour="text2"))
            place += 1
        self.setAccessibleName(", ".join(part.text for part in parts))
