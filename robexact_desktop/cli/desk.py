"""What a command is given: the parsed line, and the workplace of its environment when it asks for one."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from robexact_desktop.cli.output import progress_on_stderr
from robexact_desktop.cli.signals import Interruption
from robexact_desktop.domain.errors import SettingsError, UnknownIdError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.office import Office
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts import Language


@dataclass(frozen=True, slots=True)
class Desk:
    office: Office
    arguments: Namespace
    interruption: Interruption
    language: Language

    def environment(self) -> str:
        """The one that is named, else the only one. Raises SettingsError naming them, UnknownIdError."""
        known = self.office.environments()
        wanted: str | None = self.arguments.environment
        if wanted is not None:
            if wanted not in known:
                raise UnknownIdError(what="environment", id=wanted)
            return wanted
        if len(known) != 1:
            reason = "several" if known else "none"
            raise SettingsError(key="environment", reason=reason, environments=", ".join(known))
        return known[0]

    @contextmanager
    def at_work(self, ids: Sequence[str] = ()) -> Iterator[Workplace]:
        """The workplace of a command that calls; one copy at a time.

        What is wrong with the settings, or an invoice of `ids` that nobody knows, is told before another copy at work
        is (exit 2 goes before 4). Raises SettingsError, UnknownIdError, BusyError.
        """
        environment = self.environment()
        self.office.must_be_able_to_work(environment)
        self._must_know(environment, ids)
        with (
            self.office.alone(),
            progress_on_stderr(self.language) as progress,
            self.office.workplace(environment, progress=progress, stop=self.interruption.asked) as work,
        ):
            yield work

    @contextmanager
    def at_the_books(self, ids: Sequence[str] = ()) -> Iterator[Workplace]:
        """The workplace of a command that writes here and calls nobody: no login, no key store, no key is needed."""
        environment = self.environment()
        self._must_know(environment, ids)
        with self.office.alone(), self.office.workplace(environment, offline=True, writing=True) as work:
            yield work

    def _must_know(self, environment: str, ids: Sequence[str]) -> None:
        if ids:
            with self.office.workplace(environment, offline=True) as work:
                named_invoices(work, ids)

    @contextmanager
    def looking(self) -> Iterator[Workplace]:
        """The workplace of a command that only reads what is here; runs beside another copy."""
        with self.office.workplace(self.environment(), offline=True) as work:
            yield work


def named_invoices(work: Workplace, ids: Sequence[str]) -> list[Invoice]:
    """Raises UnknownIdError for the first that is not known, before anything is done."""
    found = []
    for name in dict.fromkeys(ids):
        invoice = work.stores.invoices.get(InvoiceId(name))
        if invoice is None:
            raise UnknownIdError(what="invoice", id=name)
        found.append(invoice)
    return found
