"""The settings as the window reaches them: files, key store and sign-in of one environment, behind `SettingsDesk`."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from typing import Any

from robexact_desktop.adapters import mail
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.master import MasterRows
from robexact_desktop.adapters.store.settings import SettingsRows
from robexact_desktop.connections import Connections, system_clock
from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.errors import SettingsError
from robexact_desktop.domain.ledger import Division
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.outbox import State
from robexact_desktop.domain.settings import SECRETS, Settings
from robexact_desktop.office import Office
from robexact_desktop.services.change_settings import Held, Known, RightsChecked, Touched
from robexact_desktop.services.list_invoices import list_invoices
from robexact_desktop.tables import stores_of


class OfficeDesk:
    """Fills `services.change_settings.SettingsDesk`. Called in the lane, which holds the lock."""

    def __init__(self, office: Office, environment: str) -> None:
        self._office = office
        self._environment = environment

    def held(self) -> Held:
        secrets, login_until = self._of_key_store()
        with Database.read_only(self._office.folder) as database:
            stores = stores_of(database, self._environment)
            operations = [row for rows in stores.outbox.all().values() for row in rows.values()]
            touched = SettingsRows(database).touched(self._environment)
            return Held(
                secrets=secrets,
                login_until=login_until,
                proven=frozenset(row.kind for row in operations if row.state is State.BOOKED),
                statuses={kind: stores.invoices.statuses(kind) for kind in Kind},
                touched={path: Touched(who, when) for path, (who, when) in touched.items()},
                environments=tuple(_known(self._office.settings(name)) for name in self._office.environments()),
            )

    def save(self, tree: Mapping[str, Any]) -> None:
        self._office.import_settings({**tree, "environment": self._environment})

    def save_in(self, environment: str, tree: Mapping[str, Any]) -> None:
        self._office.import_settings({**tree, "environment": environment})

    def send_mail(self, subject: str, text: str) -> None:
        password = self._office.secrets().read(self._environment, "mail.password") or ""
        mail.send(self._office.settings(self._environment).mail, password, subject, text)

    def connect(self, announce: Callable[[str], None], pasted: Iterable[str]) -> tuple[Division, ...]:
        connected = self._office.connect(self._environment, announce, pasted)
        with Database(self._office.folder) as database:
            master = MasterRows(database, self._environment)
            master.replace(Division, connected.divisions)
            master.replace(Right, connected.rights)
            master.replace(RightsChecked, (RightsChecked(system_clock()),) if connected.rights else ())
        return connected.divisions

    def list_again(self) -> None:
        with (
            self._office.workplace(self._environment, offline=True) as work,
            Database(self._office.folder) as database,
        ):
            list_invoices(replace(work, stores=stores_of(database, self._environment)))

    @property
    def agrees_itself(self) -> bool:
        return self._office.agrees_itself

    def agree(self, address: str) -> str | None:
        return self._office.agree(address)

    def _of_key_store(self) -> tuple[frozenset[str], datetime | None]:
        """What is kept, and until when the login lasts; nothing where the key store cannot be opened."""
        try:
            secrets = self._office.secrets()
            kept = frozenset(name for name in SECRETS if secrets.read(self._environment, name))
            with ExitStack() as opened:
                settings = self._office.settings(self._environment)
                connections = Connections(replace(settings, active=True), self._office.settings, secrets, opened)
                return kept, connections.login().lapses_at()
        except SettingsError:
            return frozenset(), None


def _known(settings: Settings) -> Known:
    exact = settings.exact
    return Known(settings.environment, settings.primary, settings.active, exact.country, exact.division)
