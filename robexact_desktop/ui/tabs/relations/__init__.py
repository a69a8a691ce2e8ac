"""The tab Relaties: which relation of Robaws is which account in Exact."""

from robexact_desktop.ui.tabs.relations.page import RelationsTab

__all__ = ["RelationsTab"]
