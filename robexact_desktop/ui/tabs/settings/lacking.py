"""What is missing before anything can be booked, by page: the red dots of the side list."""

from collections.abc import Iterator
from enum import StrEnum

from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.settings import Settings
from robexact_desktop.services.change_settings import Held, owns_login


class Page(StrEnum):
    CONNECTION = "connection"
    BOOKING = "booking"
    JOURNALS = "journals"
    PERIODS = "periods"
    CONDITIONS = "payment_conditions"
    COSTS = "costs"
    BACK = "back"
    MAIL = "mail"
    LOOK = "look"
    ENVIRONMENTS = "environments"


def lacking(settings: Settings, held: Held | None, rights: tuple[Right, ...]) -> dict[Page, int]:
    """How many things stand in the way, for each page where there are any."""
    found = {Page.CONNECTION: _connection(settings, held, rights), Page.BOOKING: _accounts(settings)}
    found[Page.JOURNALS] = sum(not code for code in (settings.booking.sales_journal, settings.booking.purchase_journal))
    return {page: count for page, count in found.items() if count}


def _connection(settings: Settings, held: Held | None, rights: tuple[Right, ...]) -> int:
    return sum(_stands_in_the_way(settings, held)) + any(not right.ok for right in rights)


def _stands_in_the_way(settings: Settings, held: Held | None) -> Iterator[bool]:
    yield settings.exact.division is None
    if owns_login(settings):
        yield not settings.exact.client_id or not settings.exact.redirect_uri
    if held is not None:
        yield not {"robaws.api_key", "robaws.api_secret"} <= held.secrets
        yield held.login_until is None


def _accounts(settings: Settings) -> int:
    return sum(not code for code in (settings.booking.sales_gl_account, settings.booking.purchase_gl_account))
