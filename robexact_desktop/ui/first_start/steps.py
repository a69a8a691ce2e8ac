"""The steps of the first start, and which are done: read from settings and stores, so nothing is kept twice."""

from enum import StrEnum

from robexact_desktop.domain.ledger import GLAccount, Journal, VATCode
from robexact_desktop.domain.listing import Group, InvoiceView
from robexact_desktop.services.change_settings import Held, RobawsAnswered, owns_login
from robexact_desktop.services.map_vat import MappedTariff, invoices_by_tariff, mapped_tariffs, wait_for_vat
from robexact_desktop.services.reading import Reading
from robexact_desktop.ui.tabs.settings.lacking import Page, lacking

ROBAWS_SECRETS = {"robaws.api_key", "robaws.api_secret"}
APP_SECRET = "exact.client_secret"


class Step(StrEnum):
    BOOKS = "books"
    ROBAWS = "robaws"
    APP = "app"
    SIGN_IN = "sign_in"
    IMPORT = "import"
    JOURNALS = "journals"
    VAT = "vat"
    FIRST_DAY = "first_day"

    @property
    def number(self) -> int:
        return list(Step).index(self) + 1


def done(reading: Reading, held: Held | None) -> frozenset[Step]:
    """`held` is what the key store says; while it is not known, its part counts as done."""
    settings, master = reading.settings, reading.work.stores.master
    missing = lacking(settings, held, ())
    found = {
        Step.BOOKS: True,
        Step.ROBAWS: (held is None or held.secrets >= ROBAWS_SECRETS) and bool(master.all(RobawsAnswered)),
        Step.APP: not owns_login(settings) or has_app(reading, held),
        Step.SIGN_IN: settings.exact.division is not None and (held is None or held.login_until is not None),
        Step.IMPORT: all(master.all(what) for what in (Journal, GLAccount, VATCode)),
        Step.JOURNALS: Page.JOURNALS not in missing and Page.BOOKING not in missing,
        Step.VAT: vat_is_mapped(reading),
        Step.FIRST_DAY: settings.booking.book_from is not None,
    }
    return frozenset(step for step, so in found.items() if so)


def has_app(reading: Reading, held: Held | None) -> bool:
    exact = reading.settings.exact
    return bool(exact.client_id and exact.redirect_uri) and (held is None or APP_SECRET in held.secrets)


def vat_is_mapped(reading: Reading) -> bool:
    """Something is mapped, and no invoice waits for a code."""
    vat = reading.settings.vat
    return bool(vat.sales or vat.purchase) and not any(row.asks for row in tariffs(reading))


def tariffs(reading: Reading) -> list[MappedTariff]:
    """As the tab Btw shows them, with the invoices that wait for a code."""
    waiting = invoices_by_tariff(reading.work, wait_for_vat(reading.work))
    return mapped_tariffs(reading.work, reading.books(), waiting)


def first_open(found: frozenset[Step]) -> Step | None:
    """Where it goes on; None where all is done."""
    return next((step for step in Step if step not in found), None)


def is_under_way(reading: Reading) -> bool:
    """Whether the window should begin with it: something is to be done, and nothing was ever sent."""
    if first_open(done(reading, None)) is None:
        return False
    return not reading.work.stores.listed.ids(InvoiceView(group=Group.BOOKED), 1)
