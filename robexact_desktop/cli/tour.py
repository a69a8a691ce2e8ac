"""The demo's walk through the main job: each step with its figures, each invoice left behind with its reason."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from robexact_desktop.cli.desk import Desk
from robexact_desktop.cli.exits import Exit, exit_of
from robexact_desktop.cli.output import print_line, tell
from robexact_desktop.demo_office import DemoOffice
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.payment import PaymentStatus
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.import_ledger import rows_held
from robexact_desktop.services.match_relations import match_relations
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.services.payment_status import payment_status
from robexact_desktop.services.prepare_entries import Prepared, offered, prepare_entries
from robexact_desktop.services.refresh import read_everything
from robexact_desktop.services.send_entries import Sent, send_entries
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts import Language, sentence
from robexact_desktop.texts.formats import amount
from robexact_desktop.wording import error_line, message_of

STEPS = ("connect", "import", "match", "check", "send", "payments")
PAYING = 5
"""How many customers pay in the demo, one of them half."""

BASE_CURRENCY = "EUR"
"""Of the demo's firm, whose invoices in euro name no currency."""

BOOKED = (InvoiceState.BOOKED, InvoiceState.DONE)


def walk(desk: Desk, office: DemoOffice) -> Exit:
    """Import, link, check, send, payments. Ends well where every ready invoice is booked."""
    tour = Tour(desk, office)
    tour.title("connect")
    with desk.at_work() as work:
        tour.say("tour.connect.done", division=work.division)
        tour.import_everything(work)
        tour.match(work)
        tour.check(work)
        sent = tour.send(work)
        if sent.stopped is not None:
            tell(error_line(sent.stopped, desk.language))
            return exit_of(sent.stopped)
        tour.payments(work, sent)
    tour.say("tour.end")
    return Exit.DONE


class Tour:
    """Prints to stdout, step by step."""

    def __init__(self, desk: Desk, office: DemoOffice) -> None:
        self.language = desk.language
        self.office = office
        self._step = 0

    def title(self, name: str) -> None:
        self._step += 1
        title = sentence(f"tour.{name}.title", self.language)
        print_line("")
        self.say("tour.step", step=self._step, steps=len(STEPS), title=title)

    def say(self, key: str, **facts: object) -> None:
        print_line(sentence(key, self.language, **facts))

    def import_everything(self, work: Workplace) -> None:
        self.title("import")
        imported = read_everything(work)
        self.say("tour.import.done", **rows_held(work))
        for resource, error in imported.failed:
            print_line(f"  {resource}: {error_line(error, self.language)}")

    def match(self, work: Workplace) -> None:
        self.title("match")
        matched = match_relations(work)
        self.say("tour.match.done", linked=len(matched.linked), unlinked=len(matched.unlinked))
        for rule, count in Counter(link.rule for link in matched.linked).most_common():
            words = sentence(f"link.{rule.value}", self.language)
            print_line("  " + sentence("tour.match.rule", self.language, count=count, rule=words))

    def check(self, work: Workplace) -> None:
        self.title("check")
        prepared = prepare_entries(work, offered(work.stores.invoices.all(), work.settings))
        ready = [row for row in prepared if row.state is InvoiceState.READY]
        blocked = [row for row in prepared if row.state is InvoiceState.BLOCKED]
        self.say(
            "tour.check.done",
            ready=len(ready),
            warned=sum(bool(row.problems) for row in ready),
            blocked=len(blocked),
            **_totals((row.invoice for row in ready), self.language),
        )
        for row in blocked:
            self._left("tour.check.left", row, message_of(_as_outcome(row), self.language))

    def send(self, work: Workplace) -> Sent:
        sent = send_entries(work)
        self.tell_sent(work, sent)
        return sent

    def tell_sent(self, work: Workplace, sent: Sent) -> None:
        """What came of a send, and the proof that a second one books nothing."""
        self.title("send")
        rows = {row.id: row for row in work.stores.invoices.all()}
        booked = [outcome for outcome in sent.outcomes if outcome.state in BOOKED]
        left = [outcome for outcome in sent.outcomes if outcome.state not in BOOKED]
        totals = _totals((rows[outcome.invoice] for outcome in booked), self.language)
        self.say("tour.send.done", booked=len(booked), left=len(left), **totals)
        for row in prepare_entries(work, [rows[outcome.invoice] for outcome in left if outcome.invoice in rows]):
            outcome = next(outcome for outcome in left if outcome.invoice == row.invoice.id)
            self._left("tour.send.left", row, message_of(outcome, self.language))
        self._prove(work)

    def _prove(self, work: Workplace) -> None:
        """Sending again books nothing: counted by what Exact's stand-in holds."""
        before = self.office.entries_in_exact()
        send_entries(work)
        booked = self.office.entries_in_exact() - before
        self.say("tour.send.proof", booked=booked, entries=before)

    def payments(self, work: Workplace, sent: Sent) -> None:
        self.title("payments")
        self.office.customers_pay(_who_pays(work, sent.outcomes))
        told = payment_status(work)
        counted = Counter(row.status for row in told.rows)
        self.say("tour.payments.done", **{status.value: counted[status] for status in PaymentStatus})

    def _left(self, key: str, row: Prepared, reason: str) -> None:
        invoice = row.invoice
        facts = {"number": invoice.number or invoice.id, "relation": invoice.relation_name, "reason": reason}
        print_line("  " + sentence(key, self.language, total=invoice.total_incl or ZERO, **facts))


def _as_outcome(row: Prepared) -> Outcome:
    return Outcome(row.invoice.id, row.state, problems=row.problems)


def _totals(invoices: Iterable[Invoice], language: Language) -> dict[str, str]:
    """Sales and purchases, and currencies, are never added to one another; credit notes count as less."""
    sums: dict[tuple[Kind, str], Decimal] = {}
    for invoice in invoices:
        key = invoice.kind, invoice.currency or BASE_CURRENCY
        sums[key] = sums.get(key, ZERO) + invoice.sign * (invoice.total_incl or ZERO)
    named = {
        kind: " + ".join(
            f"{amount(total, language)} {currency}" for (of, currency), total in sums.items() if of is kind
        )
        for kind in Kind
    }
    return {f"{kind}_total": named[kind] or amount(ZERO, language) for kind in Kind}


def _who_pays(work: Workplace, outcomes: Sequence[Outcome]) -> dict[str, Decimal]:
    """The first few sales of this run pay, the last of them half."""
    paying: dict[str, Decimal] = {}
    for outcome in outcomes:
        invoice = work.stores.invoices.get(outcome.invoice)
        if len(paying) == PAYING or invoice is None or invoice.kind is not Kind.SALES:
            continue
        if outcome.state in BOOKED and outcome.entry_id and invoice.sign > 0 and invoice.total_incl:
            paying[outcome.entry_id] = invoice.total_incl
    if paying:
        last = list(paying)[-1]
        paying[last] = (paying[last] / 2).quantize(ZERO)
    return paying
