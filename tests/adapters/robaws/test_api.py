"""The port against the strict stand-in, over a socket."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from werkzeug.wrappers import Response

from robexact_desktop.adapters.robaws.api import RobawsApi
from robexact_desktop.demo.robaws import RobawsState, Storage
from robexact_desktop.demo.robaws.records import RequestRecord
from robexact_desktop.demo.rows import Rows
from robexact_desktop.demo.serving import HangUp, serve
from robexact_desktop.domain.errors import LimitSpentError, RefusedError, UnreachableError, UnreadableError
from robexact_desktop.domain.invoice import Invoice, Project
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.services.ports import (
    OpenApproval,
    Page,
    Robaws,
    RobawsJournal,
    RobawsPaymentCondition,
    VatTariff,
)

from .made import LINE, Tenant

INVOICE = {"type": "INVOICE", "date": "2026-03-16", "adjustedLineItems": []}


def sales(tenant: Tenant) -> list[Invoice]:
    return [invoice for page in tenant.robaws.invoices(Kind.SALES, None) for invoice in page.rows]


def sold(tenant: Tenant, key: str) -> Invoice:
    found = tenant.robaws.invoice(InvoiceId(f"sales/{key}"))
    assert found is not None
    return found


def state() -> RobawsState:
    return RobawsState(Rows(), lambda: datetime.now(UTC))


def test_a_sale_is_read_with_what_belongs_to_it(tenant: Tenant) -> None:
    tenant.put("clients", id="1", name="Bouw BV", logicId="K1")
    tenant.put("vat-tariffs", id="1", name="21 %", percentage=21)
    tenant.put("general-ledger-accounts", id="7", code="700000", name="Omzet")
    tenant.put("journals", id="2", name="Verkoop", code="70")
    tenant.put("projects", id="5", logicId="P26", planningName="Werf")
    line = {**LINE, "generalLedgerAccountId": "7", "projectId": "5", "price": "100.00"}
    key = tenant.sale(journalId="2", lineItems=[line, {"type": "TEXT", "description": "Zie bijlage"}])
    found = sold(tenant, key)
    assert (found.number, found.relation, found.relation_name) == ("2026-041", "client/1", "Bouw BV")
    assert (found.journal_code, found.total_incl) == ("70", Decimal("121.00"))
    [read] = found.lines
    assert (read.net, read.percentage, read.gl_account) == (Decimal("100.00"), Decimal(21), "700000")
    assert read.project == Project("5", "P26", "Werf")
    port: Robaws = tenant.robaws
    assert [invoice for page in port.invoices(Kind.SALES, None) for invoice in page.rows] == [found]


def test_a_purchase_keeps_both_numbers_and_its_discount(tenant: Tenant) -> None:
    tenant.put("suppliers", id="1", name="Beton NV")
    key = tenant.purchase()
    found = tenant.robaws.invoice(InvoiceId(f"purchase/{key}"))
    assert found is not None
    assert (found.number, found.own_number, found.relation) == ("F-99", "A26001", "supplier/1")
    assert found.lines[0].net == 90


def test_lists_are_read_to_the_end_each_row_once(tenant: Tenant) -> None:
    for number in range(205):
        tenant.sale(logicId=str(number))
    pages = list(tenant.robaws.invoices(Kind.SALES, None))
    assert [len(page.rows) for page in pages] == [100, 100, 5]
    assert {page.total for page in pages} == {205}
    assert tenant.server.calls(resource="sales-invoices") == 3


def test_a_row_deleted_while_reading_hides_no_other(tenant: Tenant) -> None:
    keys = [tenant.sale(logicId=str(number)) for number in range(150)]
    found: list[str] = []
    for page in tenant.robaws.invoices(Kind.SALES, None):
        found += [invoice.number or "" for invoice in page.rows]
        if len(found) == 100:
            tenant.state.delete("sales-invoices", keys[0])
    assert len(found) == len(set(found))
    assert {str(number) for number in range(150)} == set(found)


def test_a_list_that_repeats_its_first_page_is_not_taken_for_whole(tenant: Tenant) -> None:
    """As `limit` together with `page` makes Robaws do."""
    page = {"items": [{"id": str(n), **INVOICE} for n in range(100)], "totalItems": 150, "totalPages": 2}
    tenant.server.before.append(lambda _: Response(json.dumps(page), content_type="application/json"))
    with pytest.raises(UnreadableError) as caught:
        sales(tenant)
    assert caught.value.facts["detail"] == "100 / 150"


def test_only_what_changed_is_read_also_where_the_filter_is_ignored() -> None:
    now = datetime(2026, 3, 16, 12, 0, tzinfo=UTC)
    for ignored in ((), ("updatedFrom",)):
        with Tenant(state(), ignored_filters=ignored) as tenant:
            tenant.sale(logicId="old", updatedAt="2026-03-15T12:00:00.000Z")
            tenant.sale(logicId="new", updatedAt="2026-03-16T12:00:01.000Z")
            found = [row for page in tenant.robaws.invoices(Kind.SALES, now) for row in page.rows]
            assert [invoice.number for invoice in found] == ["new"]


@pytest.mark.parametrize("refused", ["sort=", "updatedFrom="])
def test_an_option_that_is_refused_is_left_out(tenant: Tenant, refused: str) -> None:
    def no(record: RequestRecord) -> Response | None:
        wrong = refused in record.query and record.resource == "sales-invoices"
        return Response('{"message": "Unable to sort"}', 400, content_type="application/json") if wrong else None

    tenant.server.before.append(no)
    tenant.sale()
    since = datetime.now(UTC) - timedelta(days=1)
    for _ in range(2):
        assert [len(page.rows) for page in tenant.robaws.invoices(Kind.SALES, since)] == [1]
    assert sum(exchange.status == 400 for exchange in tenant.server.log) <= 2


def test_an_invoice_that_is_gone_is_none(tenant: Tenant) -> None:
    assert tenant.robaws.invoice(InvoiceId("sales/404")) is None
    assert tenant.robaws.invoice(InvoiceId("sales/../clients")) is None
    key = tenant.sale(deletedAt="2026-03-16T12:00:00.000Z")
    assert tenant.robaws.invoice(InvoiceId(f"sales/{key}")) is None


def test_a_role_without_the_module_is_refused_with_the_id_that_support_asks_for() -> None:
    with Tenant(state(), forbidden_modules=("purchase-invoices",)) as tenant, pytest.raises(RefusedError) as caught:
        list(tenant.robaws.invoices(Kind.PURCHASE, None))
    assert caught.value.facts["status"] == "403"
    assert "correlationId" in caught.value.facts["message"]


def test_a_wrong_key_is_refused(tenant: Tenant) -> None:
    with pytest.raises(RefusedError) as caught:
        tenant.api("wrong").journals()
    assert caught.value.facts["status"] == "401"


def test_small_lists(tenant: Tenant) -> None:
    tenant.put("vat-tariffs", id="1", name="21 %", percentage="21.00")
    tenant.put("journals", id="2", name="Verkoop")
    tenant.put("payment-conditions", id="3", name="30 dagen", days=30)
    assert tenant.robaws.vat_tariffs() == [VatTariff("1", "21 %", "21")]
    assert tenant.robaws.journals() == [RobawsJournal("2", "Verkoop")]
    assert tenant.robaws.payment_conditions() == [RobawsPaymentCondition("3", "30 dagen", 30)]


def test_approvals_are_judged_by_their_states() -> None:
    with Tenant(state(), ignored_filters=("open",)) as tenant:
        _ask(tenant)
        found = [OpenApproval(InvoiceId("purchase/1")), OpenApproval(InvoiceId("purchase/2"))]
        assert tenant.robaws.open_approvals() == found


def _ask(tenant: Tenant) -> None:
    def asks(invoice: str, *states: str, closed: str | None = None) -> None:
        told = [{"userId": "2", "status": status} for status in states]
        reference = f"/purchase-invoices/{invoice}"
        tenant.put("approval-requests", resourceUnderApprovalRef=reference, userStates=told, closedAt=closed)

    asks("1", "ACCEPTED", "AWAITING_DECISION")
    asks("2", "REJECTED")
    asks("3", "ACCEPTED")


def test_approvals_that_may_not_be_read_are_refused_not_empty() -> None:
    with Tenant(state(), forbidden_modules=("approval-requests",)) as tenant:
        with pytest.raises(RefusedError):
            tenant.robaws.open_approvals()
        tenant.server.before.append(lambda _: Response("{}", 404))
        assert tenant.robaws.open_approvals() == []


@pytest.mark.parametrize(
    ("content", "media_type", "name"),
    [
        (b"%PDF-1.7 x", "application/pdf", "2026-041.pdf"),
        (b"\xff\xd8\xff\xe0 x", "image/jpeg", "2026-041.jpg"),
        (b"GIF89a", None, None),
        (b"", None, None),
    ],
)
def test_a_document_is_known_by_its_bytes(
    tenant: Tenant, content: bytes, media_type: str | None, name: str | None
) -> None:
    document = tenant.put("documents", hex=content.hex(), contentType="application/pdf", name="x")
    key = tenant.sale(documentId=document)
    found = tenant.robaws.document(sold(tenant, key))
    assert (found and found.media_type, found and found.name) == (media_type, name)
    assert found is None or found.content == content


@pytest.mark.parametrize("facts", [{"kind": "login_page"}, {"hex": b"<!DOCTYPE html><html>".hex()}])
def test_a_page_in_place_of_a_document_is_not_taken_for_none(tenant: Tenant, facts: dict[str, str]) -> None:
    key = tenant.sale(documentId=tenant.put("documents", contentType="text/html", **facts))
    with pytest.raises(UnreadableError):
        tenant.robaws.document(sold(tenant, key))


def test_the_key_is_not_shown_to_the_storage() -> None:
    held = state()
    with serve(Storage(held)) as storage, Tenant(held, storage_url=storage.url) as tenant:
        document = tenant.put("documents", hex=b"%PDF-1.7".hex(), contentType="application/pdf")
        found = tenant.robaws.document(sold(tenant, tenant.sale(documentId=document)))
    assert found is not None


def test_a_document_without_a_download_is_fetched_by_its_address() -> None:
    with Tenant(state(), has_download=False) as tenant:
        document = tenant.put("documents", hex=b"%PDF-1.7".hex(), contentType="application/pdf")
        assert tenant.robaws.document(sold(tenant, tenant.sale(documentId=document))) is not None


def test_a_sale_without_a_document_is_printed_a_purchase_is_not(tenant: Tenant) -> None:
    tenant.put("clients", id="1", name="Bouw BV")
    found = tenant.robaws.document(sold(tenant, tenant.sale()))
    assert found is not None
    assert found.content.startswith(b"%PDF")
    bought = tenant.robaws.invoice(InvoiceId(f"purchase/{tenant.purchase()}"))
    assert bought is not None
    assert tenant.robaws.document(bought) is None


def test_a_write_back_is_a_merge_patch_and_reads_again(tenant: Tenant) -> None:
    key = InvoiceId(f"sales/{tenant.sale(status='opmaak')}")
    after = tenant.robaws.write_back(key, "verstuurd", sent=True, key="op-1")
    assert (after.sent_to_accountant, after.status) == (True, "verstuurd")
    [patch] = [exchange for exchange in tenant.server.log if exchange.method == "PATCH"]
    assert (patch.status, patch.idempotency_key) == (204, "op-1")
    assert patch.body == b'{"sentToAccountant": true, "status": "verstuurd"}'
    after = tenant.robaws.write_back(key, "betaald", sent=False, key="op-2")
    assert (after.sent_to_accountant, after.status) == (True, "betaald")


def test_a_key_that_is_ignored_shows_in_what_is_read_again() -> None:
    with Tenant(state(), ignored_keys=("sentToAccountant",)) as tenant:
        after = tenant.robaws.write_back(InvoiceId(f"sales/{tenant.sale()}"), "x", sent=True, key="op-1")
        assert not after.sent_to_accountant


def test_a_write_back_to_what_is_gone_is_refused(tenant: Tenant) -> None:
    with pytest.raises(RefusedError) as caught:
        tenant.robaws.write_back(InvoiceId("sales/9"), "x", sent=True, key="op-1")
    assert caught.value.facts["status"] == "404"


def test_a_write_back_that_met_another_is_read_again(tenant: Tenant) -> None:
    tenant.server.before.append(lambda record: Response("{}", 409) if record.method == "PATCH" else None)
    after = tenant.robaws.write_back(InvoiceId(f"sales/{tenant.sale()}"), "x", sent=True, key="op-1")
    assert not after.sent_to_accountant
    assert tenant.slept == [1.0]


def hang_up() -> Response:
    raise HangUp


@pytest.mark.parametrize(
    "act",
    [
        hang_up,
        lambda: Response("<html>", 502, content_type="text/html"),
        lambda: Response("<html>", 200, content_type="text/html"),
        lambda: Response("", 504),
    ],
)
def test_silence_is_asked_once_more_writes_too(tenant: Tenant, act: Callable[[], Response]) -> None:
    key = tenant.sale()

    def fault(times: int) -> None:
        left = [times]

        def before(_: RequestRecord) -> Response | None:
            left[0] -= 1
            return act() if left[0] >= 0 else None

        tenant.server.before[:] = [before]

    fault(1)
    assert len(sales(tenant)) == 1
    fault(1)
    assert tenant.robaws.write_back(InvoiceId(f"sales/{key}"), "x", sent=True, key="op").status == "x"
    fault(2)
    with pytest.raises(UnreachableError):
        sales(tenant)


def limited(**headers: str) -> Response:
    return Response("{}", 429, headers={name.replace("_", "-"): value for name, value in headers.items()})


def test_a_full_second_is_waited_for(tenant: Tenant) -> None:
    answers: list[Response | None] = [limited(X_RateLimit_Daily_Remaining="900"), limited(), None]
    tenant.server.before.append(lambda _: answers.pop(0) if answers else None)
    assert tenant.robaws.journals() == []
    assert len(tenant.slept) == 2


def test_seconds_that_stay_full_end_the_reading(tenant: Tenant) -> None:
    tenant.server.before.append(lambda _: limited())
    with pytest.raises(UnreachableError):
        tenant.robaws.journals()


def test_a_spent_day_ends_the_reading_without_more_calls(tenant: Tenant) -> None:
    spent = limited(X_RateLimit_Daily_Remaining="0", X_RateLimit_Daily_Reset="7200")
    tenant.server.before.append(lambda _: spent)
    with pytest.raises(LimitSpentError):
        tenant.robaws.journals()
    with pytest.raises(LimitSpentError):
        tenant.robaws.vat_tariffs()
    assert len(tenant.server.log) == 1


def test_relations_and_articles(tenant: Tenant) -> None:
    tenant.put("general-ledger-accounts", id="7", code="604000", name="Aankoop")
    address = {"addressLine1": "Kerkstraat 1", "postalCode": "2000", "city": "Antwerpen", "country": "BE"}
    facts: dict[str, Any] = {"vatIdNumber": "BE 0403.019.261", "iban": "BE68 5390 0754 7034", "address": address}
    tenant.put("suppliers", id="1", name="Beton NV", logicId="L1", generalLedgerAccountId="7", **facts)
    tenant.put("articles", id="3", name="Beton", purchaseGLAccountId="7", salesGLAccountId="99")
    robaws: RobawsApi = tenant.robaws
    [page] = robaws.relations(Kind.PURCHASE)
    [relation] = page.rows
    assert (relation.id, relation.number, relation.gl_account) == ("supplier/1", "L1", "604000")
    assert (relation.vat_number, relation.iban) == ("BE 0403.019.261", "BE68539007547034")
    [articles] = robaws.articles()
    assert isinstance(articles, Page)
    assert (articles.rows[0].accounts.sales, articles.rows[0].accounts.purchase) == ("#99", "604000")
