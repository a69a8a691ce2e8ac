"""The GL accounts of Exact that Robaws lacks, as a sheet to import there (M1): Robaws itself is not written to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from robexact_desktop.domain.errors import RefusedError, UnreadableError
from robexact_desktop.domain.ledger import TYPES_NOT_ON_A_LINE, GLAccount
from robexact_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class SheetMade:
    """`compared` is False where Robaws does not give its own list: then the sheet holds every account.

    `failed` is what the system said where the file could not be written.
    """

    path: Path
    rows: int
    compared: bool = True
    failed: str = ""


def sheet_for_robaws(work: Workplace, path: Path, titles: Sequence[str]) -> SheetMade:
    """Write it, code and name. No file where Robaws lacks none. Raises UnreachableError, LimitSpentError."""
    held = _held_by_robaws(work)
    lacking = accounts_lacking(work.stores.master.all(GLAccount), held or frozenset())
    if not lacking:
        return SheetMade(path, 0, compared=held is not None)
    failed = work.sheets(path, titles, [(account.code, account.description) for account in lacking])
    return SheetMade(path, len(lacking), held is not None, failed)


def accounts_lacking(accounts: Sequence[GLAccount], held: frozenset[str]) -> list[GLAccount]:
    """Those that an invoice line may name: what Exact refuses there would only lead into a trap."""
    usable = (row for row in accounts if not row.is_blocked and row.type not in TYPES_NOT_ON_A_LINE)
    return sorted((row for row in usable if row.code not in held), key=lambda row: row.code)


def _held_by_robaws(work: Workplace) -> frozenset[str] | None:
    """None where the role of the key may not see them, or Robaws has no such list."""
    try:
        return work.robaws.gl_codes()
    except (RefusedError, UnreadableError):
        return None
