"""The port against the strict stand-in, over a socket: lists, feeds, look-ups, rights, bookings."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from werkzeug.wrappers import Response

from robexact_desktop.adapters.exact import payload
from robexact_desktop.adapters.exact.resources import vat_spellings
from robexact_desktop.demo.exact import ExactState, RequestRecord
from robexact_desktop.demo.rows import Rows
from robexact_desktop.demo.serving import HangUp
from robexact_desktop.domain.answers import Accepted, Rejected
from robexact_desktop.domain.errors import (
    LimitSpentError,
    RefusedError,
    SignInNeededError,
    UnreachableError,
    UnreadableError,
)
from robexact_desktop.domain.ledger import CostCenter, Division, DocumentType, Journal, VATCode
from robexact_desktop.domain.names import AccountId, EntryId, Kind
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.services.ports import Exact, Paper

from .made import DIVISION, Clock, Site, small_books


def body_of(site: Site, reference: str = "2026-041", number: int = 26700001, net: str = "100.00") -> bytes:
    account = next(row["ID"] for row in site.state.rows(DIVISION, "crm/Accounts"))
    omzet = next(row["ID"] for row in site.state.rows(DIVISION, "financial/GLAccounts") if row["Code"] == "700000")
    line = {
        "AmountFC": Decimal(net),
        "GLAccount": omzet,
        "VATCode": "4",
        "VATAmountFC": (Decimal(net) * Decimal("0.21")).quantize(Decimal("0.01")),
        "CostCenter": "P26",
    }
    facts = {"Customer": account, "Journal": "70", "EntryDate": "2026-03-16T00:00:00", "EntryNumber": number}
    return payload.encode({**facts, "YourRef": reference, "SalesEntryLines": [line]})


def book(site: Site, reference: str = "2026-041", number: int = 26700001, net: str = "100.00") -> Accepted:
    told = site.exact.post(OperationKind.ENTRY, Kind.SALES, body_of(site, reference, number, net))
    assert isinstance(told, Accepted), told
    return told


def test_the_adapter_fills_the_port(site: Site) -> None:
    port: Exact = site.exact
    assert port.divisions() == [Division(DIVISION, "Bouwwerken Peeters", "EUR", "BE")], "archived ones are left out"


def test_divisions_are_listed_before_one_is_chosen(site: Site) -> None:
    assert [division.code for division in site.api(None).divisions()] == [DIVISION]


def test_divisions_are_listed_where_the_chosen_one_is_not_granted(site: Site) -> None:
    assert [division.code for division in site.api(9999).divisions()] == [DIVISION]


def test_divisions_come_without_the_administration_scope_too(clock: Clock) -> None:
    state = ExactState(Rows(), clock)
    small_books(state)
    with Site(state, clock, scopes={"Financial accounting": "read"}) as site:
        site.sign_in()
        assert [division.code for division in site.exact.divisions()] == [DIVISION]


def test_master_data_is_read(site: Site) -> None:
    exact = site.exact
    assert Journal("70", "Verkoop", 20) in exact.journals()
    assert exact.vat_codes() == [VATCode("4", "21 %", Decimal(21), "E", "B")]
    assert {account.code: account.use_cost_center for account in exact.gl_accounts()}["700000"] == 1
    assert (len(exact.periods()), exact.periods()[0].year) == (12, 2026)
    assert exact.cost_centers() == [CostCenter("P26", "Werf", date(2027, 1, 1))]
    assert exact.document_types() == [DocumentType(10, "Verkoopfactuur")]
    assert [condition.code for condition in exact.payment_conditions()] == ["30"]
    assert [currency.code for currency in exact.currencies()] == ["EUR"]
    assert (exact.cost_units(), exact.bank_accounts(), exact.closed_periods()) == ([], [], [])
    site.state.close_period(DIVISION, "70", 2026, 1)
    assert [(row.journal, row.period) for row in exact.closed_periods()] == [("70", 1)]


def test_lists_go_on_page_by_page(site: Site) -> None:
    for number in range(130):
        site.state.put(DIVISION, "hrm/Costcenters", Code=f"C{number}", Description="Werf")
    assert len({row.code for row in site.exact.cost_centers()}) == 131
    assert site.server.calls(resource="hrm/Costcenters") == 3


def test_a_feed_begins_behind_its_cursor(site: Site) -> None:
    [page] = site.exact.accounts(0)
    assert [row.account.name for row in page.rows] == ["Bouw O'Brien"]
    assert [row for page in site.exact.accounts(page.rows[-1].timestamp) for row in page.rows] == []


def test_a_booking_is_accepted_and_shows_in_the_feeds(site: Site) -> None:
    told = book(site)
    assert (told.number, told.amount, told.type) == (26700001, Decimal("121.00"), 20)
    lines = [line for page in site.exact.transaction_lines(0) for line in page.rows]
    header = next(line for line in lines if line.line_number == 0)
    assert (header.entry_id, header.journal, header.your_ref) == (told.id, "70", "2026-041")
    assert abs(header.amount) == Decimal("121.00")
    [term] = [synced.term for page in site.exact.payment_terms(0) for synced in page.rows]
    assert (term.entry, term.amount, term.is_paid) == (told.id, Decimal("121.00"), False)
    site.state.pay(DIVISION, told.id, Decimal("121.00"), date(2026, 3, 20))
    terms = [synced.term for page in site.exact.payment_terms(0) for synced in page.rows]
    assert all(term.is_paid for term in terms)


def test_the_feed_goes_on_behind_lines_of_other_journals(site: Site) -> None:
    book(site)
    [page] = site.exact.transaction_lines(0)
    bank = site.state.put(DIVISION, "financialtransaction/TransactionLines", EntryID=GUID, Type=40, AmountFC="5")
    [page] = site.exact.transaction_lines(page.rows[-1].timestamp)
    assert [(line.entry_id, line.your_ref, line.timestamp) for line in page.rows] == [("", "", bank["Timestamp"])]


GUID = "71b961de-b9f3-49fe-883d-0f46c7e0e89b"


def test_a_number_in_use_is_told_as_perhaps_ours(site: Site) -> None:
    book(site)
    told = site.exact.post(OperationKind.ENTRY, Kind.SALES, body_of(site))
    assert isinstance(told, Rejected)
    assert told.may_exist
    assert "Boekstuknummer" in told.message


def test_entries_are_found_by_reference(site: Site) -> None:
    told = book(site, "O'Brien-1")
    book(site, "2026-042", 26700002, "-10.00")
    found = site.exact.find_entries(Kind.SALES, ["O'Brien-1", "nothing", "2026-042", "O'Brien-1"])
    assert {(entry.id, entry.amount, entry.year, entry.entry_number) for entry in found} == {
        (told.id, Decimal("121.00"), 2026, 26700001),
        (next(entry.id for entry in found if entry.your_ref == "2026-042"), Decimal("-12.10"), 2026, 26700002),
    }
    assert site.exact.find_entries(Kind.PURCHASE, ["O'Brien-1"]) == []


def test_many_references_go_in_calls_of_forty(site: Site) -> None:
    site.exact.find_entries(Kind.SALES, [f"2026-{number:03}" for number in range(90)])
    assert site.server.calls(resource="salesentry/SalesEntries", status=200) == 3
    assert site.exact.find_entries(Kind.SALES, []) == []


def test_accounts_are_found_by_name_and_by_any_spelling_of_a_vat_number(site: Site) -> None:
    for vat_number, name in (("BE0403019261", ""), ("0403.019.261", ""), ("", "Bouw O'Brien")):
        assert [account.name for account in site.exact.find_accounts(vat_number, name)] == ["Bouw O'Brien"]
    assert site.exact.find_accounts("", "") == []
    assert site.exact.find_accounts("", "O'Brien') or (1 eq 1") == []


def test_a_vat_number_has_many_spellings() -> None:
    assert vat_spellings("BE 0403.019.261")[0] == "BE 0403.019.261"
    assert {"BE0403019261", "0403.019.261", "0403019261"} <= set(vat_spellings("be403019261"))
    assert vat_spellings("NL001234567B01") == ["NL001234567B01", "NL 001234567B01", "001234567B01"]


def test_a_document_and_its_attachment_are_found_again(site: Site) -> None:
    told = book(site)
    account = AccountId(site.state.rows(DIVISION, "crm/Accounts")[0]["ID"])
    assert site.exact.find_document("2026-041", account) is None
    paper = Paper("2026-041", 10, account, EntryId(told.id), date(2026, 3, 16))
    document = site.exact.post(OperationKind.DOCUMENT, Kind.SALES, payload.document_payload(paper))
    assert isinstance(document, Accepted), document
    assert site.exact.find_document("2026-041", account) == document.id
    assert site.exact.find_attachment(document.id, "2026-041.pdf") is None
    body = payload.attachment_payload(document.id, "2026-041.pdf", b"%PDF-1.7")
    attachment = site.exact.post(OperationKind.ATTACHMENT, Kind.SALES, body)
    assert isinstance(attachment, Accepted)
    assert site.exact.find_attachment(document.id, "2026-041.pdf") == attachment.id


def test_every_right_is_tried_by_reading(site: Site, clock: Clock) -> None:
    rights = site.exact.rights()
    assert [right for right in rights if not right.ok] == []
    assert len({right.resource for right in rights}) == len(rights) >= 18
    state = ExactState(Rows(), clock)
    small_books(state)
    with Site(state, clock, scopes={"Financial accounting": "read", "Organization administration": "read"}) as poor:
        poor.sign_in()
        told = {right.resource: right for right in poor.exact.rights()}
    assert told["vat/VATCodes"].ok
    assert not told["financial/Journals"].ok
    assert "Application Scope Violated" in told["financial/Journals"].message


def test_budget_is_what_the_headers_state(site: Site) -> None:
    assert site.exact.budget().remaining_today is None
    site.exact.journals()
    assert site.exact.budget().limit_today == 5000
    assert site.exact.budget().remaining_today == 4999


def test_a_spent_day_ends_without_a_call(clock: Clock) -> None:
    state = ExactState(Rows(), clock)
    small_books(state)
    with Site(state, clock, per_day=2) as site:
        site.sign_in()
        site.exact.journals()
        site.exact.journals()
        calls = len(site.server.log)
        with pytest.raises(LimitSpentError):
            site.exact.journals()
        with pytest.raises(LimitSpentError):
            site.exact.ready(OperationKind.ENTRY, Kind.SALES)
        assert len(site.server.log) == calls


Hook = Callable[[RequestRecord], Response | None]


def first(times: int, resource: str, act: Callable[[], Response]) -> Hook:
    left = [times]

    def hook(record: RequestRecord) -> Response | None:
        if resource not in record.path or not left[0]:
            return None
        left[0] -= 1
        return act()

    return hook


def hang_up() -> Response:
    raise HangUp


@pytest.mark.parametrize(
    "act",
    [
        hang_up,
        lambda: Response("<html>", 502, content_type="text/html"),
        lambda: Response("<html>", 200, content_type="text/html"),
        lambda: Response("", 302, headers={"Location": "https://portal.example/"}),
        lambda: Response("", 500),
    ],
)
def test_a_reading_is_asked_once_more_and_then_given_up(site: Site, act: Callable[[], Response]) -> None:
    site.server.before[:] = [first(1, "Journals", act)]
    assert len(site.exact.journals()) == 2
    site.server.before[:] = [first(2, "Journals", act)]
    with pytest.raises(UnreachableError):
        site.exact.journals()


def test_a_429_is_waited_for(site: Site) -> None:
    site.server.before[:] = [first(1, "Journals", lambda: Response("", 429))]
    assert len(site.exact.journals()) == 2
    assert sum(site.clock.slept) >= 60


def test_a_refusal_has_exacts_words(site: Site) -> None:
    site.server.before[:] = [
        first(1, "Journals", lambda: Response('{"error": {"message": {"value": "Geen rechten"}}}', 403))
    ]
    with pytest.raises(RefusedError) as caught:
        site.exact.journals()
    assert caught.value.facts == {
        "service": "exact",
        "resource": "financial/Journals",
        "status": "403",
        "message": "Geen rechten",
    }


def test_a_fresh_token_that_is_refused_gets_one_more_chance(site: Site) -> None:
    site.server.before[:] = [first(1, "Journals", lambda: Response("", 401))]
    assert len(site.exact.journals()) == 2
    site.server.revoke()
    with pytest.raises(SignInNeededError):
        site.exact.journals()


@pytest.mark.parametrize(
    "body",
    ['{"d": [{"Code": null, "Type": 20}]}', '{"d": [{"Code": "70", "Type": "x"}]}', "{}", '{"d": ', '{"d": [5]}'],
)
def test_a_malformed_answer_is_unreadable(site: Site, body: str) -> None:
    site.server.before[:] = [first(1, "Journals", lambda: Response(body, content_type="application/json"))]
    with pytest.raises(UnreadableError):
        site.exact.journals()


@pytest.mark.parametrize("following", ["http://127.0.0.1:9/api/v1/3801/financial/Journals?x=1", "/relative", None])
def test_a_next_page_stays_on_its_host_and_path_and_never_loops(site: Site, following: str | None) -> None:
    def hook(record: RequestRecord) -> Response | None:
        if "Journals" not in record.path:
            return None
        here = f"{site.settings.base_url}{record.path}?{record.query}"
        return Response(f'{{"d": {{"results": [], "__next": "{following or here}"}}}}', content_type="application/json")

    site.server.before[:] = [hook]
    with pytest.raises(UnreadableError):
        site.exact.journals()
    assert site.server.calls(resource="") <= 3


def test_a_release_gives_a_held_purchase_its_condition(site: Site) -> None:
    told = book(site)
    body = payload.release_payload(EntryId(told.id), "30", date(2026, 4, 30))
    assert site.exact.post(OperationKind.RELEASE, Kind.SALES, body) == Accepted(told.id)
    [entry] = site.state.entries(DIVISION)
    assert entry["DueDate"].startswith("2026-04-30")
