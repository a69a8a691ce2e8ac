"""Rows of every list of Exact in one shape: the code, what changed, where it is used, and what its page shows more."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.ledger import CostCenter
from robexact_desktop.domain.ledger_changes import Change, ChangedRow, LedgerList, Use, uses
from robexact_desktop.services.ledger_changes import AccountUses, LedgerNews, account_uses, invoices_blocked_by
from robexact_desktop.services.map_costs import PROBLEMS, Dimension, MappedProject, mapped_projects, standing_costs
from robexact_desktop.services.reading import Reading
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.tabs.ledger.names import Names
from robexact_desktop.ui.tabs.ledger.standing import STANDING, LedgerRow, type_in_words
from robexact_desktop.ui.words import words

DIMENSIONS = {LedgerList.COST_CENTERS: Dimension.COST_CENTER, LedgerList.COST_UNITS: Dimension.COST_UNIT}
COLLECTING = (20, 21, 22, 23)
HOLDING_MONEY = (10, 12, 16)
"""`Journals.Type`: sales, purchases and their returns; cash, bank, payment service."""

ONE_BY_ONE = 2
"""More suppliers than these are counted: a cell holds no list."""


def projects_of(name: LedgerList, reading: Reading) -> list[MappedProject]:
    """Robaws' projects or activities, beside the list that they are linked to; none beside the others."""
    if name not in DIMENSIONS:
        return []
    blocked = invoices_blocked_by(reading.work, PROBLEMS)
    return mapped_projects(reading.work, reading.books(), DIMENSIONS[name], blocked)


def rows_of(
    name: LedgerList, books: Books, news: LedgerNews, projects: list[MappedProject], names: Names
) -> list[LedgerRow]:
    """What Exact holds, and what it no longer does. `names` are those of Robaws, for what is mapped."""
    if name in DIMENSIONS:
        return _cost_rows(name, books, news, projects)
    found = list(STANDING[name](books))
    gone = [
        _gone_row(changed)
        for (of_list, _), changed in news.changes.items()
        if of_list is name and changed.change is Change.GONE
    ]
    use = _used_for(name, books, names)
    return [_told(row, name, news, use.get(row.code, "")) for row in (*found, *gone)]


def _told(row: LedgerRow, name: LedgerList, news: LedgerNews, used: str) -> LedgerRow:
    changed = news.changes.get((name, row.code))
    stops = row.is_blocked or (changed is not None and changed.change is Change.GONE) or _wrong_type(row, name, news)
    return LedgerRow(
        row.key, row.code, row.description, changed, row.is_blocked, used, bool(used) and stops, row.facts, row.mapped
    )


def _wrong_type(row: LedgerRow, name: LedgerList, news: LedgerNews) -> bool:
    """A debtors' account as the default for sales."""
    return any(hurt.list is name and hurt.code == row.code for hurt in news.hurts)


def _gone_row(changed: ChangedRow) -> LedgerRow:
    row = changed.row
    facts = {"type": type_in_words(row.list, row.type)}
    return LedgerRow(row.code, row.code, row.description, changed, facts=facts)


def _cost_rows(name: LedgerList, books: Books, news: LedgerNews, projects: list[MappedProject]) -> list[LedgerRow]:
    """Codes and projects side by side: a code with its projects, a code without one, a project without a code."""
    standing = standing_costs(books, DIMENSIONS[name])
    by_code: defaultdict[str, list[MappedProject]] = defaultdict(list)
    for project in projects:
        by_code[project.code if project.cost else ""].append(project)
    found = [
        _cost_row(cost, news.changes.get((name, cost.code)), project)
        for cost in standing.values()
        for project in by_code.get(cost.code) or (None,)
    ]
    found += [LedgerRow(f"/{row.project.id}", "", mapped=row) for row in by_code.get("", ())]
    gone = [
        _gone_row(changed)
        for (of_list, _), changed in news.changes.items()
        if of_list is name and changed.change is Change.GONE
    ]
    return [*found, *gone]


def _cost_row(cost: CostCenter, changed: ChangedRow | None, project: MappedProject | None) -> LedgerRow:
    facts = {"end": cost.end_date.isoformat() if cost.end_date else ""}
    key = f"{cost.code}/{project.project.id}" if project else cost.code
    return LedgerRow(key, cost.code, cost.description, changed, facts=facts, mapped=project)


# where it is used


def _used_for(name: LedgerList, books: Books, names: Names) -> Mapping[str, str]:
    """In words: the settings first, what is mapped by its name in Robaws, then what Robaws names."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    mapped: defaultdict[tuple[str, Use], list[str]] = defaultdict(list)
    for of_list, code, use, key in uses(books.settings):
        if of_list is name and key:
            mapped[code, use].append(names.get(use, {}).get(key, key))
        elif of_list is name:
            told[code].append(words(f"ledger.use.{use}"))
    for (code, use), keys in mapped.items():
        told[code].append(f"{words(f'ledger.use.{use}')}: {', '.join(keys)}")
    if name is LedgerList.GL_ACCOUNTS:
        for code, kind, journals in _collected_in(books):
            told[code].append(_of_journals(kind, journals))
        if books.settings.booking.use_gl_accounts:
            for code, used in account_uses(books).items():
                told[code] += _in_robaws(used)
    return {code: ", ".join(parts) for code, parts in told.items()}


def _collected_in(books: Books) -> Iterator[tuple[str, str, list[str]]]:
    """The account on the other side of each journal: what customers owe and suppliers are owed, or the bank's."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for journal in books.ledger.journals.values():
        kind = "collects" if journal.type in COLLECTING else "of_journal" if journal.type in HOLDING_MONEY else ""
        if kind and journal.gl_account and not journal.is_blocked:
            found[journal.gl_account, kind].append(journal.code)
    for (account, kind), codes in found.items():
        yield account, kind, sorted(codes)


def _of_journals(kind: str, codes: list[str]) -> str:
    if len(codes) > 1:
        return words(f"ledger.{kind}.many", codes=", ".join(codes))
    return words(f"ledger.{kind}.one", code=codes[0])


def _in_robaws(used: AccountUses) -> Iterator[str]:
    if len(used.suppliers) > ONE_BY_ONE:
        yield words("ledger.suppliers", count=count(len(used.suppliers)))
    else:
        yield from used.suppliers
    if used.articles:
        yield words("ledger.article" if used.articles == 1 else "ledger.articles", count=count(used.articles))
