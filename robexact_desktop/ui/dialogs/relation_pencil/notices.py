"""What is said below the comparison: the gravest contradiction, or what policy does with a relation Exact lacks."""

from PySide6.QtWidgets import QFrame

from robexact_desktop.domain.matching.compare import Comparison, Of, digits_swapped
from robexact_desktop.domain.settings import CreateRelations
from robexact_desktop.ui.tabs.relations.shown import said
from robexact_desktop.ui.widgets.basics import notice


def contradiction(comparison: Comparison) -> QFrame | None:
    found = comparison.contradictions
    if not found:
        return None
    gravest = found[0]
    key, facts = f"notice.{gravest.field}.why", {}
    if gravest.field is Of.VAT_NUMBER and digits_swapped(gravest.ours, gravest.theirs):
        key = "notice.swapped.why"
    if gravest.field is Of.ROLE:
        facts = {side: said(f"role.{getattr(gravest, side)}").lower() for side in ("ours", "theirs")}
    sentence = said(key, **facts)
    if found[1:]:
        sentence += " " + said("notice.more", what=", ".join(said(f"short.{row.field}") for row in found[1:]))
    return notice("warn", said(f"notice.{gravest.field}"), sentence)


def creation(creates: CreateRelations, *, contested: bool) -> QFrame:
    """Nothing is created from here: the sentence says what sending would do."""
    key = "contested" if contested else creates.value
    return notice("warn" if contested else "unk", said("create.title"), said(f"create.{key}"))
