"""The tab Grootboek: what Exact's lists hold now beside what a person last saw, and where each row is used."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.ledger import Ledger
from robexact_desktop.domain.ledger_changes import Changes, Hurt, LedgerList, SeenList, SeenRow, compare, hurts, picture
from robexact_desktop.domain.listing import Group, InvoiceView
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.settings import BookingSettings
from robexact_desktop.services.list_invoices import list_invoices
from robexact_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class ListRead:
    """When one of Exact's lists was last read whole, and of which division (cache.db)."""

    when: datetime
    division: int
    list: LedgerList


@dataclass(frozen=True, slots=True)
class LedgerNews:
    """`read` and `seen` by list, as far as it was ever read; `first` names the lists that were read once only.

    `hurts` name the settings that stop.
    """

    read: Mapping[LedgerList, datetime]
    seen: Mapping[LedgerList, datetime]
    first: frozenset[LedgerList]
    changes: Changes
    hurts: tuple[Hurt, ...]


NO_NEWS = LedgerNews({}, {}, frozenset(), {}, ())


def news(work: Workplace, books: Books) -> LedgerNews:
    """Nothing as long as the lists held are those of another division."""
    read = {row.list: row for row in work.stores.master.all(ListRead)}
    if any(row.division != work.division for row in read.values()):
        return NO_NEWS
    seen = {row.list: row for row in _seen_here(work)}
    rows = [row for of_list in seen.values() for row in of_list.rows]
    changes = compare(rows, picture(books.ledger, work.clock().date()))
    first = {name for name, row in seen.items() if row.first and name in read and read[name].when <= row.when}
    return LedgerNews(
        {name: row.when for name, row in read.items()},
        {name: row.when for name, row in seen.items()},
        frozenset(first),
        changes,
        live_hurts(work, books),
    )


def live_hurts(work: Workplace, books: Books) -> tuple[Hurt, ...]:
    """Cost centers that are not used hurt nobody."""
    found = hurts(books.settings, books.ledger, work.clock().date())
    costs = (LedgerList.COST_CENTERS, LedgerList.COST_UNITS)
    return tuple(row for row in found if books.settings.booking.use_cost_centers or row.list not in costs)


CLOSED = "closed_periods"
"""Read apart, shown in the list of the periods."""


def note_ledger_read(work: Workplace, failed: Collection[str] = ()) -> None:
    """After a reading: when it was, of each list that did not fail.

    The very first of a list becomes the picture that later ones are told against.
    """
    now, division = work.clock(), work.division
    names = {name for name in LedgerList if name not in failed}
    if CLOSED in failed:
        names.discard(LedgerList.PERIODS)
    kept = [row for row in work.stores.master.all(ListRead) if row.list not in names]
    fresh = [ListRead(now, division, name) for name in LedgerList if name in names]
    work.stores.master.replace(ListRead, [*kept, *fresh])
    _see(work, names - {row.list for row in _seen_here(work)}, first=True)


def see_ledger(work: Workplace, name: LedgerList) -> None:
    """*Gezien*: from here on only what is newer is told of this list."""
    _see(work, {name}, first=False)


def _see(work: Workplace, names: Collection[LedgerList], *, first: bool) -> None:
    """A list without rows leaves no picture: it was not read yet, or nothing can be told against it."""
    if not names:
        return
    now = work.clock()
    held: defaultdict[LedgerList, list[SeenRow]] = defaultdict(list)
    for row in picture(work.stores.books.read().ledger, now.date()):
        held[row.list].append(row)
    fresh = [SeenList(now, work.division, name, tuple(held[name]), first) for name in names if name in held]
    replaced = {row.list for row in fresh}
    kept = [
        row for row in work.stores.master.all(SeenList) if row.division != work.division or row.list not in replaced
    ]
    work.stores.master.replace(SeenList, [*kept, *fresh])


def _seen_here(work: Workplace) -> tuple[SeenList, ...]:
    """Of this division: what another one held is no news here, and is kept until its books are opened again."""
    return tuple(row for row in work.stores.master.all(SeenList) if row.division == work.division)


def lengths(ledger: Ledger) -> Mapping[LedgerList, int]:
    """How many rows each list has."""
    lists = (
        ledger.gl_accounts,
        ledger.journals,
        ledger.vat_codes,
        ledger.periods,
        ledger.payment_conditions,
        ledger.cost_centers,
        ledger.cost_units,
    )
    return dict(zip(LedgerList, map(len, lists), strict=True))


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
