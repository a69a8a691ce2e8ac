"""The tab Grootboek: what Exact's lists hold now beside what a person last saw, and where each row is used."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.ledger import Ledger
from robexact_desktop.domain.ledger_changes import Changes, Hurt, LedgerList, SeenLedger, compare, hurts, picture
from robexact_desktop.domain.listing import Group, InvoiceView
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.settings import BookingSettings
from robexact_desktop.services.list_invoices import list_invoices
from robexact_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class LedgerRead:
    """When Exact's lists were last read (one row, cache.db)."""

    when: datetime


@dataclass(frozen=True, slots=True)
class LedgerNews:
    """`seen` is when somebody last looked; None before the first reading. `hurts` name the settings that stop."""

    read: datetime | None
    seen: datetime | None
    changes: Changes
    hurts: tuple[Hurt, ...]


def news(work: Workplace, books: Books) -> LedgerNews:
    today = work.clock().date()
    seen = _seen(work)
    changes = compare(seen.rows, picture(books.ledger, today)) if seen else {}
    read = next(iter(work.stores.master.all(LedgerRead)), None)
    return LedgerNews(read.when if read else None, seen.when if seen else None, changes, _hurts(work, books))


def _hurts(work: Workplace, books: Books) -> tuple[Hurt, ...]:
    """Cost centers that are not used hurt nobody."""
    found = hurts(books.settings, books.ledger, work.clock().date())
    costs = (LedgerList.COST_CENTERS, LedgerList.COST_UNITS)
    return tuple(row for row in found if books.settings.booking.use_cost_centers or row.list not in costs)


def note_ledger_read(work: Workplace) -> None:
    """After a reading: when it was; the very first becomes the picture that later ones are told against."""
    work.stores.master.replace(LedgerRead, [LedgerRead(work.clock())])
    if _seen(work) is None:
        see_ledger(work)


def see_ledger(work: Workplace) -> None:
    """*Gezien*: from here on only what is newer is told."""
    now = work.clock()
    rows = picture(work.stores.books.read().ledger, now.date())
    if rows:
        work.stores.master.replace(SeenLedger, [SeenLedger(now, work.division, rows)])


def _seen(work: Workplace) -> SeenLedger | None:
    """Of this division: what another one held is no news here."""
    return next((seen for seen in work.stores.master.all(SeenLedger) if seen.division == work.division), None)


@dataclass(frozen=True, slots=True)
class AccountUses:
    """Who names a GL account in Robaws: suppliers by name, and how many articles."""

    suppliers: tuple[str, ...] = ()
    articles: int = 0


def account_uses(books: Books) -> Mapping[str, AccountUses]:
    suppliers: defaultdict[str, list[str]] = defaultdict(list)
    for relation in books.relations.values():
        if relation.gl_account:
            suppliers[relation.gl_account].append(relation.name)
    articles: Counter[str] = Counter()
    for accounts in books.articles.values():
        articles.update({code for code in (accounts.sales, accounts.purchase) if code})
    codes = {*suppliers, *articles}
    return {code: AccountUses(tuple(sorted(suppliers.get(code, ()))), articles[code]) for code in codes}


GL_PROBLEMS = ("gl_missing", "gl_blocked", "gl_type")


def invoices_blocked_by(work: Workplace, problems: Sequence[str]) -> list[InvoiceId]:
    """Those whose gravest problem is one of these."""
    listed = work.stores.listed
    rows = listed.rows(listed.ids(InvoiceView(group=Group.BLOCKED)))
    return [row.id for row in rows.values() if row.problem in problems]


def use_gl_accounts(work: Workplace, *, on: bool) -> None:
    """The switch *Grootboekrekeningen gebruiken*: every invoice is judged again."""
    _switch(work, lambda booking: replace(booking, use_gl_accounts=on))


def use_cost_centers(work: Workplace, *, on: bool) -> None:
    """The switch *Gebruik kostenplaatsen*, for cost units too."""
    _switch(work, lambda booking: replace(booking, use_cost_centers=on))


def _switch(work: Workplace, change: Callable[[BookingSettings], BookingSettings]) -> None:
    settings = work.stores.settings.load(work.settings.environment)
    changed = replace(settings, booking=change(settings.booking))
    work.stores.settings.save(changed, work.who, work.clock())
    list_invoices(replace(work, settings=changed))


def closed_journals(ledger: Ledger) -> Mapping[tuple[int, int], tuple[str, ...]]:
    """Year and period: the journals that it is closed for."""
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for journal, year, period in sorted(ledger.closed):
        found[year, period].append(journal)
    return {key: tuple(journals) for key, journals in found.items()}
