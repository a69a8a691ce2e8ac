"""The pencil of the tab Relaties: one relation of Robaws beside the accounts of Exact."""

from robexact_desktop.ui.dialogs.relation_pencil.dialog import RelationPencil

__all__ = ["RelationPencil"]
