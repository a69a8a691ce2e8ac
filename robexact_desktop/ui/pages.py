"""The tabs, in the order in which they stand."""

from collections.abc import Mapping

from robexact_desktop.ui.main_window import Makes
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.invoices import InvoicesTab
from robexact_desktop.ui.tabs.ledger import LedgerTab
from robexact_desktop.ui.tabs.relations import RelationsTab
from robexact_desktop.ui.tabs.settings import SettingsTab
from robexact_desktop.ui.tabs.vat import VatTab

PAGES: Mapping[Tab, Makes] = {
    Tab.INVOICES: InvoicesTab,
    Tab.RELATIONS: RelationsTab,
    Tab.VAT: VatTab,
    Tab.LEDGER: LedgerTab,
    Tab.SETTINGS: SettingsTab,
}
