"""The tab Grootboek: Exact's lists, what changed in them, and the projects that become cost centers."""

from robexact_desktop.ui.tabs.ledger.tab import LedgerTab

__all__ = ["LedgerTab"]
