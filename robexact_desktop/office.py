"""The office: a data folder with its environments, and what a use case needs to work in one of them."""

import getpass
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from robexact_desktop.adapters import settings_file
from robexact_desktop.adapters.exact import payload
from robexact_desktop.adapters.lock import InstanceLock
from robexact_desktop.adapters.loopback import Addresses
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.opening import identity
from robexact_desktop.adapters.store.settings import SettingsRows
from robexact_desktop.connections import Connections, Nowhere, system_clock
from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.errors import RefusedError, SettingsError, UnreadableError
from robexact_desktop.domain.ledger import Division
from robexact_desktop.domain.settings import Role, Settings
from robexact_desktop.services.ports import Exact, Progress, Secrets
from robexact_desktop.services.sign_in import sign_in
from robexact_desktop.services.workplace import Workplace, never_stop, nobody_listens, nobody_notes
from robexact_desktop.tables import stores_of


@dataclass(frozen=True, slots=True)
class Connected:
    divisions: tuple[Division, ...]
    rights: tuple[Right, ...]


class Office:
    """For as long as a command or the window runs.

    `secrets` is asked for late: what only lists and previews needs no key store.
    """

    def __init__(self, folder: Path, secrets: Callable[[], Secrets]) -> None:
        self.folder = folder
        self._secrets = secrets

    @contextmanager
    def alone(self) -> Iterator[None]:
        """For what writes: one copy at a time. Raises BusyError."""
        with InstanceLock(self.folder):
            yield

    def files(self) -> tuple[int, ...]:
        """Which files its databases are now: one that was set aside has another in its place."""
        return identity(self.folder)

    def environments(self) -> tuple[str, ...]:
        with Database.read_only(self.folder) as database:
            return SettingsRows(database).environments()

    def settings(self, environment: str) -> Settings:
        """Raises UnknownIdError."""
        with Database.read_only(self.folder) as database:
            return SettingsRows(database).load(environment)

    def settings_tree(self, environment: str) -> dict[str, Any]:
        """The tree of the settings file, secrets absent."""
        return settings_file.as_tree(self.settings(environment))

    def import_settings(self, tree: Mapping[str, Any], environment: str | None = None) -> Settings:
        """Merge the tree; `environment` where it names none. Secrets go to the key store first: no half of the two.

        Raises SettingsError for what is wrong in it; nothing of it is taken over then.
        """
        with Database(self.folder) as database:
            rows = SettingsRows(database)
            name = tree.get("environment", environment)
            known = rows.load(name) if name in rows.environments() else None
            settings, secrets = settings_file.merge(known, {**tree, "environment": name} if name else tree)
            for key, value in secrets.items():
                self._secrets().write(settings.environment, key, value)
            rows.save(settings, who(), system_clock())
        return settings

    def must_be_able_to_work(self, environment: str) -> None:
        """Raises SettingsError for what the settings or the key store lack to speak with both services."""
        settings = self.settings(environment)
        with ExitStack() as opened:
            connections = Connections(settings, self.settings, self._secrets(), opened)
            connections.robaws()
            connections.login().must_be_complete()
        _division(settings)

    def must_be_able_to_sign_in(self, environment: str) -> None:
        """Raises SettingsError: a SECONDARY, naming its primary; what is missing to sign in."""
        settings = self.settings(environment)
        if settings.role is Role.SECONDARY:
            raise SettingsError(key="role", reason="secondary", primary=settings.primary)
        with ExitStack() as opened:
            Connections(settings, self.settings, self._secrets(), opened).login().must_be_complete(to_sign_in=True)

    @property
    def agrees_itself(self) -> bool:
        """Whether somebody imaginary agrees on Exact's page of consent: the demo's."""
        return False

    def agree(self, address: str) -> str | None:  # noqa: ARG002 - the demo's answers
        """Where the browser ends once that somebody agreed; None where a person has to."""
        return None

    def secrets(self) -> Secrets:
        """The key store. Raises SettingsError where there is none."""
        return self._secrets()

    @contextmanager
    def workplace(
        self,
        environment: str,
        *,
        offline: bool = False,
        writing: bool = False,
        progress: Progress = nobody_listens,
        stop: Callable[[], bool] = never_stop,
        note: Callable[[object], None] = nobody_notes,
    ) -> Iterator[Workplace]:
        """All that a use case needs. Offline opens no connection, asks no key store, and only reads unless `writing`.

        Whoever writes holds the lock (`alone`).
        """
        with ExitStack() as opened:
            reads = offline and not writing
            database = opened.enter_context(Database.read_only(self.folder) if reads else Database(self.folder))
            if not offline:
                opened.callback(database.keep_copy)
            settings = SettingsRows(database).load(environment)
            robaws: Any = Nowhere()
            exact: Any = Nowhere()
            if not offline:
                connections = Connections(settings, SettingsRows(database).load, self._secrets(), opened)
                robaws = connections.robaws()
                exact = connections.exact(connections.login(), _division(settings))
            yield Workplace(
                settings=settings,
                stores=stores_of(database, environment),
                robaws=robaws,
                exact=exact,
                payloads=payload,
                clock=system_clock,
                who=who(),
                sheets=_write_sheet,
                progress=progress,
                stop=stop,
                note=note,
            )

    def connect(
        self,
        environment: str,
        announce: Callable[[str], None],
        pasted: Iterable[str] | None,
        stop: Callable[[], bool] = never_stop,
    ) -> Connected:
        """Sign in to Exact; then what the consent covers, and the rights tried by reading (C3, C4).

        Raises SignInFailedError, UnreachableError, SettingsError (a SECONDARY, naming its primary).
        """
        self.must_be_able_to_sign_in(environment)
        settings = self.settings(environment)
        with ExitStack() as opened:
            connections = Connections(settings, self.settings, self._secrets(), opened)
            login = connections.login()
            with Addresses(settings.exact.redirect_uri, pasted, stop=stop) as addresses:
                sign_in(login, addresses, announce)
            divisions = _covered(connections.exact(login, settings.exact.division))
            chosen = settings.exact.division or (divisions[0].code if divisions else None)
            return Connected(divisions, tuple(connections.exact(login, chosen).rights()) if chosen else ())


def _covered(exact: Exact) -> tuple[Division, ...]:
    """The administrations; none where Exact refuses the list: the sign-in stands, the rights say what is missing."""
    try:
        return tuple(exact.divisions())
    except (RefusedError, UnreadableError, SettingsError):
        return ()


def _division(settings: Settings) -> int:
    """Every call names the division: the one that a person last had open is nobody's choice (product.md C3)."""
    if settings.exact.division is None:
        raise SettingsError(key="exact.division", reason="missing")
    return settings.exact.division


def _write_sheet(path: Path, titles: Sequence[str], rows: Iterable[Sequence[str | Decimal]]) -> str:
    from robexact_desktop.adapters.sheet import write_sheet  # its library is no part of the start

    return write_sheet(path, titles, rows)


def who() -> str:
    """The person at the machine; a scheduler's user may have no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
