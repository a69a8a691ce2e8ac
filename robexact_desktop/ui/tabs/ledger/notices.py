"""What the settings name and Exact no longer takes, as notices that lead to the place where it is mended."""

from collections.abc import Mapping

from robexact_desktop.domain.ledger_changes import Hurt, LedgerList, Use
from robexact_desktop.domain.names import Kind, kind_of
from robexact_desktop.services.ledger_changes import GL_PROBLEMS, invoices_blocked_by
from robexact_desktop.ui.shell import Place, Shell, Tab
from robexact_desktop.ui.tabs.ledger.names import names_in_robaws
from robexact_desktop.ui.words import words

PLACES: Mapping[Use, tuple[Tab, str]] = {
    Use.SALES_GL_ACCOUNT: (Tab.SETTINGS, "accounts"),
    Use.PURCHASE_GL_ACCOUNT: (Tab.SETTINGS, "accounts"),
    Use.SALES_JOURNAL: (Tab.SETTINGS, "journals"),
    Use.PURCHASE_JOURNAL: (Tab.SETTINGS, "journals"),
    Use.SALES_CREDIT_JOURNAL: (Tab.SETTINGS, "journals"),
    Use.PURCHASE_CREDIT_JOURNAL: (Tab.SETTINGS, "journals"),
    Use.JOURNAL_MAPPED: (Tab.SETTINGS, "journals"),
    Use.VAT_SALES: (Tab.VAT, Kind.SALES),
    Use.VAT_PURCHASE: (Tab.VAT, Kind.PURCHASE),
    Use.HOLDING_PAYMENT_CONDITION: (Tab.SETTINGS, "payment_conditions"),
    Use.PAYMENT_CONDITION_MAPPED: (Tab.SETTINGS, "payment_conditions"),
    Use.COST_CENTER_MAPPED: (Tab.LEDGER, LedgerList.COST_CENTERS),
    Use.COST_UNIT_MAPPED: (Tab.LEDGER, LedgerList.COST_UNITS),
}
DEFAULTS = {Use.SALES_GL_ACCOUNT: Kind.SALES, Use.PURCHASE_GL_ACCOUNT: Kind.PURCHASE}
AT_MOST = 200
"""Invoices looked into for one notice: the window does not wait."""


def place_of_hurt(hurt: Hurt) -> Place:
    tab, page = PLACES[hurt.use]
    return Place(tab, page, hurt.key if tab in (Tab.LEDGER, Tab.VAT) else hurt.code)


def title(hurt: Hurt, shell: Shell) -> str:
    """`Uw standaard grootboek verkoop 700900 is in Exact geblokkeerd`."""
    what = words(f"ledger.hurts.{hurt.use}", code=hurt.code, name=_name(hurt, shell))
    return f"{what} {words(f'ledger.why.{hurt.why}')}"


def effect(hurt: Hurt, shell: Shell) -> str:
    """How many invoices it holds, where that is known; else what it will hold."""
    held = _held(hurt, shell)
    if held:
        return words("ledger.holds_one" if held == 1 else "ledger.holds", count=held)
    return words(f"ledger.will_hold.{hurt.list}")


def _name(hurt: Hurt, shell: Shell) -> str:
    return names_in_robaws(shell.reading.work).get(hurt.use, {}).get(hurt.key) or hurt.key


def _held(hurt: Hurt, shell: Shell) -> int:
    """Only a default account is counted: the invoices that name it in their problem."""
    side = DEFAULTS.get(hurt.use)
    if side is None:
        return 0
    blocked = [name for name in invoices_blocked_by(shell.reading.work, GL_PROBLEMS) if kind_of(name) is side]
    found = 0
    for name in blocked[:AT_MOST]:
        prepared = shell.reading.prepared(name)
        problems = prepared.problems if prepared else ()
        found += any(problem.facts.get("account") == hurt.code for problem in problems)
    return found
