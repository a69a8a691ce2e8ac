"""The tab Facturen."""

from robexact_desktop.ui.tabs.invoices.tab import InvoicesTab

__all__ = ["InvoicesTab"]
