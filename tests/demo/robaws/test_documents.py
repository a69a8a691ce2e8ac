"""The files: where they are, who may fetch them, what they are."""

import httpx
import pytest

from robexact_desktop.demo.robaws import RobawsState, Storage
from robexact_desktop.demo.serving import serve

from .tenant import KEY, SECRET, Client, Clock, running


def test_a_document_redirects_to_the_storage(client: Client) -> None:
    for path in ("/documents/5", "/documents/5/download"):
        answer = client.get(path)
        assert (answer.status_code, answer.content) == (302, b"")
        assert answer.headers["Location"].startswith("/storage/")


def test_behind_the_redirect_is_a_pdf_the_same_each_time(client: Client) -> None:
    first, second = (client.get("/documents/5/download", follow_redirects=True) for _ in range(2))
    assert first.headers["Content-Type"] == "application/pdf"
    assert first.content.startswith(b"%PDF")
    assert first.content.rstrip().endswith(b"%%EOF")
    assert first.content == second.content


def test_a_storage_elsewhere_refuses_a_password(state: RobawsState, clock: Clock) -> None:
    with serve(Storage(state)) as storage, running(state, clock, storage_url=storage.url) as client:
        place = client.get("/documents/5/download").headers["Location"]
        assert place.startswith(storage.url)
        refused = httpx.get(place, auth=(KEY, SECRET))
        assert (refused.status_code, "Only one auth mechanism allowed" in refused.text) == (400, True)
        assert httpx.get(place).content.startswith(b"%PDF")
        assert client.get("/documents/5", follow_redirects=True).content.startswith(b"%PDF")


def test_a_guessed_address_of_the_storage_opens_nothing(client: Client) -> None:
    assert client.http.get("/storage/0123456789abcdef0123456789abcdef/5").status_code == 404


def test_a_photograph_is_a_jpeg(client: Client) -> None:
    answer = client.get("/documents/6/download", follow_redirects=True)
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.content.startswith(b"\xff\xd8\xff")


def test_one_document_answers_with_the_login_page(client: Client) -> None:
    answer = client.get("/documents/9/download", follow_redirects=True)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")


def test_where_there_is_no_download_the_bare_path_serves(state: RobawsState, clock: Clock) -> None:
    with running(state, clock, has_download=False) as client:
        assert client.get("/documents/5/download").status_code == 404
        assert client.get("/documents/5").status_code == 302


def test_a_sales_invoice_without_a_document_is_drawn(client: Client) -> None:
    answer = client.get("/sales-invoices/1/pdf")
    assert answer.content.startswith(b"%PDF")
    assert 'filename="20260001.pdf"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("path", ["/purchase-invoices/1/pdf", "/sales-invoices/999/pdf"])
def test_nothing_else_is_drawn(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_draft_has_no_document(client: Client, state: RobawsState) -> None:
    state.patch("sales-invoices", "1", logicId=None)
    assert client.get("/sales-invoices/1/pdf").status_code == 404


def test_a_test_may_put_its_own_bytes(client: Client, state: RobawsState) -> None:
    state.put("documents", id="8", hex=b"PK\x03\x04".hex(), contentType="application/zip")
    assert client.get("/documents/8", follow_redirects=True).content == b"PK\x03\x04"
