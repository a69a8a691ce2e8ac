"""The whole imaginary firm through both adapters: everything that the services hold can be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm import plant
from robexact_desktop.demo.firm.ground import MAIN
from robexact_desktop.demo.robaws import RobawsState
from robexact_desktop.demo.rows import Rows
from robexact_desktop.domain.answers import FoundEntry
from robexact_desktop.domain.names import Kind

from .exact.made import Clock, Site
from .robaws.made import Tenant

TODAY = date(2026, 3, 16)


@dataclass
class Firm:
    site: Site
    tenant: Tenant
    exact: ExactState
    robaws: RobawsState


@pytest.fixture(scope="module")
def firm() -> Iterator[Firm]:
    clock = Clock()
    clock.at = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
    exact, robaws = ExactState(Rows(), clock), RobawsState(Rows(), clock)
    plant(exact, robaws, TODAY)
    with Site(exact, clock, per_minute=10_000) as site, Tenant(robaws) as tenant:
        site.sign_in()
        site.exact = site.api(MAIN)
        yield Firm(site, tenant, exact, robaws)


def test_every_invoice_is_read(firm: Firm) -> None:
    for kind in Kind:
        found = [row for page in firm.tenant.robaws.invoices(kind, None) for row in page.rows]
        assert len(found) == len(firm.robaws.all(f"{kind.value}-invoices")) > 100
        assert all(line.gl_account is None or line.gl_account[0] != "#" for row in found for line in row.lines)


def test_every_relation_and_article_is_read(firm: Firm) -> None:
    robaws = firm.tenant.robaws
    assert sum(len(page.rows) for page in robaws.relations(Kind.SALES)) == len(firm.robaws.all("clients"))
    assert sum(len(page.rows) for page in robaws.relations(Kind.PURCHASE)) == len(firm.robaws.all("suppliers"))
    assert sum(len(page.rows) for page in robaws.articles()) == len(firm.robaws.all("articles"))
    assert robaws.open_approvals()


def test_every_list_of_exact_is_read(firm: Firm) -> None:
    exact = firm.site.exact
    rows = firm.exact.rows
    assert len(exact.gl_accounts()) == len(rows(MAIN, "financial/GLAccounts"))
    assert len(exact.vat_codes()) == len(rows(MAIN, "vat/VATCodes"))
    assert len(exact.cost_centers()) == len(rows(MAIN, "hrm/Costcenters"))
    assert len(exact.periods()) == len(rows(MAIN, "financial/FinancialPeriods"))
    assert exact.closed_periods()
    assert all(bank.iban.isalnum() for bank in exact.bank_accounts())
    assert sum(len(page.rows) for page in exact.accounts(0)) == len(rows(MAIN, "crm/Accounts"))


def test_the_feeds_hold_every_entry_and_every_term(firm: Firm) -> None:
    lines = [line for page in firm.site.exact.transaction_lines(0) for line in page.rows if line.entry_id]
    held = {entry["EntryID"] for kind in Kind for entry in firm.exact.entries(MAIN, kind.value)}
    assert {line.entry_id for line in lines} == held
    terms = [row.term for page in firm.site.exact.payment_terms(0) for row in page.rows]
    assert len(terms) == len(firm.exact.rows(MAIN, "sync/Cashflow/PaymentTerms"))
    assert any(term.is_paid for term in terms)


def test_every_reference_finds_its_entry(firm: Firm) -> None:
    held = {entry["YourRef"]: entry for entry in firm.exact.entries(MAIN, "sales")}
    found: list[FoundEntry] = list(firm.site.exact.find_entries(Kind.SALES, list(held)))
    assert {entry.your_ref for entry in found} == set(held)
