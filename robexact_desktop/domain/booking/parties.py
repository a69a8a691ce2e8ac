"""Rules 8: the account in Exact, the payment condition and the payment reference (product.md M5, M6, M8, S11, S12)."""

import re

from stdnum import iso11649
from stdnum.be import ogm_vcs

from robexact_desktop.domain.booking.books import Books, Field
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.names import AccountId, Kind
from robexact_desktop.domain.problems import Problem, ProblemCode, problem
from robexact_desktop.domain.settings import Approval, CreateRelations

TO_BE_CREATED = "account.to_create"
"""The rule under which the account exists only once the invoice is sent (policy "always")."""

LOOKS_STRUCTURED = re.compile(r"[+*]{3}.*|[0-9]{12}|[0-9]{3}/[0-9]{4}/[0-9]{5}|RF[0-9]{2}.*", re.IGNORECASE | re.DOTALL)
"""Meant as OGM or RF. Any other number is a free communication: many a supplier asks for just his invoice number."""


def account(invoice: Invoice, books: Books) -> Decided[AccountId | None]:
    """The linked account; else, by policy, one that sending creates. What may exist already is always asked."""
    facts = {"relation": invoice.relation_name or invoice.relation or ""}
    link = books.links.get(invoice.relation) if invoice.relation else None
    if link is not None and (found := books.accounts.get(link.account_id)):
        return Decided(found.id, f"account.{link.rule.value}", link.relation, tuple(_objections(invoice, found)))
    if link is not None:
        gone = problem(ProblemCode.RELATION_UNLINKED, "gone", **facts)
        return Decided(None, f"account.{link.rule.value}", link.relation, (gone,))
    if invoice.relation in books.contested:
        ambiguous = problem(ProblemCode.RELATION_AMBIGUOUS, **facts)
        return Decided(None, "account.none", "relation", (ambiguous,))
    if books.settings.booking.create_relations is CreateRelations.ALWAYS and invoice.relation in books.relations:
        return Decided(None, TO_BE_CREATED, "settings: booking.create_relations")
    unlinked = problem(ProblemCode.RELATION_UNLINKED, books.settings.booking.create_relations.value, **facts)
    return Decided(None, "account.none", "settings: booking.create_relations", (unlinked,))


def _objections(invoice: Invoice, found: Account) -> list[Problem]:
    facts = {"account": found.code, "name": found.name}
    objections = []
    if found.is_blocked:
        objections.append(problem(ProblemCode.RELATION_BLOCKED, **facts))
    if not found.takes(invoice.kind):
        objections.append(problem(ProblemCode.RELATION_ROLE, invoice.kind.value, **facts))
    return objections


def payment_condition(invoice: Invoice, books: Books) -> Decided[str | None]:
    """By hand > the holding condition of an open approval > the mapping; else Exact's default of the account."""
    if override := books.by_hand(invoice.id, Field.PAYMENT_CONDITION):
        return _known(override.value, "payment_condition.hand", f"by hand: {override.who}", books)
    booking = books.settings.booking
    waits = invoice.id in books.waiting_for_approval and invoice.kind is Kind.PURCHASE
    if waits and booking.approval is Approval.HOLD and booking.holding_payment_condition:
        source = "settings: booking.holding_payment_condition"
        return _known(booking.holding_payment_condition, "payment_condition.hold", source, books)
    robaws_id = invoice.payment_condition
    if robaws_id is None:
        return Decided(None, "payment_condition.account", "paymentConditionId")
    source = f"settings: payment_conditions.{robaws_id}"
    if mapped := books.settings.payment_conditions.get(robaws_id):
        return _known(mapped, "payment_condition.mapping", source, books)
    unmapped = problem(ProblemCode.PAYMENT_CONDITION_UNMAPPED, condition=robaws_id)
    return Decided(None, "payment_condition.account", source, (unmapped,))


def _known(code: str, rule: str, source: str, books: Books) -> Decided[str | None]:
    if code in books.ledger.payment_conditions:
        return Decided(code, rule, source)
    unknown = problem(ProblemCode.PAYMENT_CONDITION_UNMAPPED, "unknown", condition=code)
    return Decided(None, rule, source, (unknown,))


def payment_reference(invoice: Invoice) -> Decided[str | None]:
    """Robaws' communication as it is, so that matching in Exact works by itself; a wrong check digit is told."""
    reference = invoice.payment_reference
    if not reference or is_ogm(reference) or iso11649.is_valid(reference):
        return Decided(reference or None, "payment_reference.robaws", "paymentInstruction")
    invalid = problem(ProblemCode.PAYMENT_REFERENCE_INVALID, reference=reference)
    structured = LOOKS_STRUCTURED.fullmatch(reference.strip())
    return Decided(reference, "payment_reference.robaws", "paymentInstruction", (invalid,) if structured else ())


def is_ogm(reference: str) -> bool:
    """Whether it is a Belgian structured communication: ten digits and their rest modulo 97 (97 for 0).

    Banks print it between pluses or between asterisks.
    """
    return bool(ogm_vcs.is_valid(reference.replace("*", "+")))
