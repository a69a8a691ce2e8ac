"""Pages, filters, order; what is ignored without a word."""

from datetime import timedelta

import pytest

from robexact_desktop.demo.robaws import RobawsState
from robexact_desktop.demo.robaws.state import stamp

from .tenant import Client, Clock, running, sales_invoice


@pytest.fixture
def state(state: RobawsState, clock: Clock) -> RobawsState:
    """Twenty-five invoices, one a day, each touched a minute after the one before."""
    for at in range(25):
        touched = stamp(clock() + timedelta(minutes=at))
        facts = {"id": str(at + 1), "date": f"2026-03-{at + 1:02}", "logicId": f"2026{at + 1:04}", "updatedAt": touched}
        state.put("sales-invoices", **sales_invoice(**facts, type="CREDIT_NOTE" if at == 4 else "INVOICE"))
    return state


def test_ten_rows_and_the_envelope(client: Client) -> None:
    answer = client.get("/sales-invoices").json()
    envelope = {key: answer[key] for key in ("totalItems", "totalPages", "currentPage", "size")}
    assert (len(answer["items"]), envelope) == (10, {"totalItems": 25, "totalPages": 3, "currentPage": 0, "size": 10})


def test_pages_count_from_zero_and_the_last_may_be_short(client: Client) -> None:
    assert [row["id"] for row in client.items("/sales-invoices?page=2&size=10")] == ["21", "22", "23", "24", "25"]
    assert client.items("/sales-invoices?page=3&size=10") == []


@pytest.mark.parametrize("words", ["size=101", "size=0", "page=-1", "page=one", "size=", "limit=101", "offset=x"])
def test_a_page_that_cannot_be_is_refused(client: Client, words: str) -> None:
    answer = client.get(f"/sales-invoices?{words}")
    assert (answer.status_code, "whole number" in answer.json()["message"]) == (400, True)


def test_offset_and_limit_work_too(client: Client) -> None:
    assert [row["id"] for row in client.items("/sales-invoices?offset=20&limit=3")] == ["21", "22", "23"]


def test_mixed_with_limit_the_page_is_silently_ignored(client: Client) -> None:
    first = client.items("/sales-invoices?limit=10&page=0")
    assert client.items("/sales-invoices?limit=10&page=1") == first, "the trap that clients fell into"


def test_sorted_by_two_keys(client: Client) -> None:
    rows = client.items("/sales-invoices?sort=type:asc,date:desc&size=3")
    assert [row["id"] for row in rows] == ["5", "25", "24"]


def test_ids_sort_as_numbers(client: Client) -> None:
    assert [row["id"] for row in client.items("/sales-invoices?sort=id:desc&size=3")] == ["25", "24", "23"]


def test_an_unknown_sort_key_is_refused(client: Client) -> None:
    answer = client.get("/sales-invoices?sort=colour:asc")
    assert (answer.status_code, answer.json()["message"]) == (400, "Unable to sort by 'colour:asc'")
    assert client.get("/sales-invoices?sort=date:down").status_code == 400


def test_updated_from_includes_its_moment(client: Client, clock: Clock) -> None:
    since = stamp(clock() + timedelta(minutes=23))
    assert [row["id"] for row in client.items(f"/sales-invoices?updatedFrom={since}")] == ["24", "25"]
    elsewhere = (clock() + timedelta(minutes=24)).isoformat().replace("+00:00", "%2B00:00")
    assert [row["id"] for row in client.items(f"/sales-invoices?updatedFrom={elsewhere}")] == ["25"]


@pytest.mark.parametrize("value", ["yesterday", "2026-03-16", "2026-03-16T10:00:00"])
def test_updated_from_has_to_be_an_instant(client: Client, value: str) -> None:
    assert client.get(f"/sales-invoices?updatedFrom={value}").status_code == 400


def test_dates_bound_on_both_sides(client: Client) -> None:
    rows = client.items("/sales-invoices?fromDate=2026-03-03&toDate=2026-03-05")
    assert [row["date"] for row in rows] == ["2026-03-03", "2026-03-04", "2026-03-05"]
    assert client.get("/sales-invoices?fromDate=03/03/2026").status_code == 400


def test_credit_notes_alone_and_a_type_that_does_not_exist(client: Client) -> None:
    assert [row["id"] for row in client.items("/sales-invoices?type=CREDIT_NOTE")] == ["5"]
    assert client.get("/sales-invoices?type=CREDITNOTE").status_code == 400


def test_an_unknown_filter_is_ignored_without_a_word(client: Client) -> None:
    assert client.get("/sales-invoices?colour=red").json()["totalItems"] == 25


def test_a_filter_may_be_unknown_to_this_tenant(state: RobawsState, clock: Clock) -> None:
    state.patch("sales-invoices", "3", sentToAccountant=True)
    with running(state, clock) as client:
        assert client.get("/sales-invoices?sentToAccountant=true").json()["totalItems"] == 1
    with running(state, clock, ignored_filters=["sentToAccountant"]) as client:
        assert client.get("/sales-invoices?sentToAccountant=true").json()["totalItems"] == 25


def test_a_filter_may_be_refused(client: Client) -> None:
    client.server.tenant.refused_filters.add("updatedFrom")
    answer = client.get("/sales-invoices?updatedFrom=2026-03-16T09:00:00.000Z")
    assert (answer.status_code, answer.json()["message"]) == (400, "Unknown parameter 'updatedFrom'")


def test_open_approvals_alone(client: Client) -> None:
    assert [row["id"] for row in client.items("/approval-requests?open=true")] == ["1"]
    assert client.get("/approval-requests").json()["totalItems"] == 2


def test_an_extra_field_filters_by_its_label(client: Client, state: RobawsState) -> None:
    state.patch("clients", "1", extraFields={"Segment": {"type": "SELECT", "stringValue": "bouw"}})
    assert client.get("/clients?extraFields%5BSegment%5D=bouw").json()["totalItems"] == 1
    assert client.get("/clients?extraFields%5BSegment%5D=retail").json()["totalItems"] == 0


def test_confidential_purchases_are_hidden_from_a_role_without_them(state: RobawsState, clock: Clock) -> None:
    with running(state, clock, sees_confidential=False) as client:
        assert client.get("/purchase-invoices").json()["totalItems"] == 0
        assert client.get("/purchase-invoices/1").status_code == 404
