"""The tables of one environment, behind the ports of the services."""

from robexact_desktop.adapters.store.account import AccountRows
from robexact_desktop.adapters.store.books import BooksReader
from robexact_desktop.adapters.store.contested import ContestedRows
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.feed import FeedRows
from robexact_desktop.adapters.store.history import HistoryRows
from robexact_desktop.adapters.store.invoice import InvoiceRows
from robexact_desktop.adapters.store.link import LinkRows
from robexact_desktop.adapters.store.listed import ListedInvoices
from robexact_desktop.adapters.store.master import MasterRows
from robexact_desktop.adapters.store.outbox import Outbox
from robexact_desktop.adapters.store.override import OverrideRows
from robexact_desktop.adapters.store.payment import PaymentRows
from robexact_desktop.adapters.store.relation_list import RelationLookups
from robexact_desktop.adapters.store.settings import SettingsRows
from robexact_desktop.adapters.store.term import TermRows
from robexact_desktop.services.workplace import Stores


def stores_of(database: Database, environment: str) -> Stores:
    return Stores(
        master=MasterRows(database, environment),
        accounts=AccountRows(database, environment),
        feed=FeedRows(database, environment),
        terms=TermRows(database, environment),
        invoices=InvoiceRows(database, environment),
        contested=ContestedRows(database, environment),
        links=LinkRows(database, environment),
        overrides=OverrideRows(database, environment),
        payments=PaymentRows(database, environment),
        outbox=Outbox(database, environment),
        books=BooksReader(database, environment),
        listed=ListedInvoices(database, environment),
        relations=RelationLookups(database, environment),
        settings=SettingsRows(database),
        history=HistoryRows(database, environment),
    )
