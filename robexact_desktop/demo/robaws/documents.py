"""Files: `/documents/{id}` points to a storage of its own, `/sales-invoices/{id}/pdf` answers with the file itself."""

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo.robaws.errors import Refused
from robexact_desktop.demo.robaws.paper import invoice_jpeg, invoice_pdf
from robexact_desktop.demo.robaws.state import RobawsState
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

STORAGE = "/storage/"
LOGIN_PAGE = "<!DOCTYPE html><html><head><title>Robaws</title></head><body><form>Aanmelden</form></body></html>"
HTML = "text/html; charset=utf-8"


def token_of(document_id: str) -> str:
    """Storage knows no users: who has the address has the file."""
    return hashlib.sha256(f"storage/{document_id}".encode()).hexdigest()[:32]


def place_of(document: Row, storage_url: str) -> str:
    return f"{storage_url}{STORAGE}{token_of(document['id'])}/{document['id']}"


def login_page() -> Response:
    return Response(LOGIN_PAGE, content_type=HTML)


class Files:
    """The bytes of the documents, drawn from the invoices."""

    def __init__(self, state: RobawsState) -> None:
        self._state = state

    def stored(self, path: str) -> Response:
        token, _, document_id = path.removeprefix(STORAGE).partition("/")
        document = self._state.get("documents", document_id)
        if document is None or token != token_of(document_id):
            raise Refused(404)
        return self.of_document(document_id)

    def sales_invoice(self, invoice: Row) -> Response:
        if not invoice.get("logicId"):
            raise Refused(404, "A draft has no document")
        return _pdf(self._drawn("sales-invoices", invoice), f"{invoice['logicId']}.pdf")

    def of_document(self, document_id: str) -> Response:
        """The bytes that a test put there ("hex"), or drawn from the invoice that it belongs to."""
        document = self._state.get("documents", document_id) or {}
        if "hex" in document:
            return Response(bytes.fromhex(document["hex"]), content_type=document["contentType"])
        resource, _, invoice_id = document["invoice"].strip("/").partition("/")
        invoice = self._state.get(resource, invoice_id)
        if invoice is None:
            raise Refused(404)
        if document.get("kind") == "jpeg":
            photograph = invoice_jpeg(invoice, self._parties(resource, invoice)[0])
            return Response(photograph, content_type="image/jpeg")
        return _pdf(self._drawn(resource, invoice), document.get("name") or f"{document['id']}.pdf")

    def _drawn(self, resource: str, invoice: Row) -> bytes:
        rates = {row["id"]: f"{row['percentage']}%" for row in self._state.all("vat-tariffs")}
        lines = [
            {"totalExclVat": 0, **line, "rate": rates.get(line.get("vatTariffId") or "", "")}
            for line in invoice.get("lineItems") or ()
        ]
        return invoice_pdf(invoice, lines, *self._parties(resource, invoice))

    def _parties(self, resource: str, invoice: Row) -> tuple[Row, Row]:
        """Sender, receiver."""
        firm = self._state.get("companies", invoice.get("companyId") or "") or {"name": "Robaws"}
        if resource == "sales-invoices":
            return firm, self._state.get("clients", invoice["clientId"]) or {"name": ""}
        return self._state.get("suppliers", invoice["supplierId"]) or {"name": ""}, firm


class Storage:
    """A storage on a host of its own (serve it apart, give its address to the server)."""

    def __init__(self, state: RobawsState) -> None:
        self._files = Files(state)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if "Authorization" in request.headers:
            # As object stores word it: a signed address and a password together are one too many.
            text = "<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>"
            return Response(text, 400, content_type="application/xml")
        try:
            return self._files.stored(request.path)
        except Refused as refused:
            return Response("<Error><Code>NoSuchKey</Code></Error>", refused.status, content_type="application/xml")


def _pdf(content: bytes, name: str) -> Response:
    return Response(
        content, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
