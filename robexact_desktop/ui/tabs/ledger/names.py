"""What Robaws calls the things that are mapped to a code of Exact."""

from collections.abc import Mapping

from robexact_desktop.domain.ledger_changes import Use
from robexact_desktop.services.map_costs import KnownProject
from robexact_desktop.services.ports import RobawsJournal, RobawsPaymentCondition, VatTariff
from robexact_desktop.services.workplace import Workplace

Names = Mapping[Use, Mapping[str, str]]


def names_in_robaws(work: Workplace) -> Names:
    """By use, then by the key of the mapping."""
    master = work.stores.master
    tariffs = {row.id: row.name for row in master.all(VatTariff)}
    projects = {row.project.id: row.project.name for row in master.all(KnownProject)}
    return {
        Use.VAT_SALES: tariffs,
        Use.VAT_PURCHASE: tariffs,
        Use.JOURNAL_MAPPED: {row.id: row.name for row in master.all(RobawsJournal)},
        Use.PAYMENT_CONDITION_MAPPED: {row.id: row.name for row in master.all(RobawsPaymentCondition)},
        Use.COST_CENTER_MAPPED: projects,
        Use.COST_UNIT_MAPPED: projects,
    }
