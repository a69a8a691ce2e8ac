"""The office of the demo: the imaginary firm's services run in this process while something has to be asked of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from decimal import Decimal
from pathlib import Path

from robexact_desktop.connections import Connections, system_clock
from robexact_desktop.demo import running
from robexact_desktop.domain.errors import SignInNeededError
from robexact_desktop.office import Connected, Office
from robexact_desktop.services.ports import Progress, Secrets
from robexact_desktop.services.sign_in import sign_in
from robexact_desktop.services.workplace import Workplace, never_stop, nobody_listens, nobody_notes


class DemoOffice(Office):
    """What only lists and previews starts no service; the first start plants the firm and brings its settings."""

    def __init__(self, folder: Path, secrets: Callable[[], Secrets]) -> None:
        super().__init__(folder, secrets)
        self._demo: running.Demo | None = None

    def furnish(self, *, reset: bool) -> None:
        """Settings and secrets of the imaginary firm, where there are none yet."""
        if reset or not self.environments():
            with self.alone():
                demo = self._started(reset=reset)
                self.import_settings({**demo.settings(), **_tree(running.SECRETS, demo.settings())})

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
        if not offline:
            self._open_for_business(environment)
            self._sign_in(environment)
        with super().workplace(
            environment, offline=offline, writing=writing, progress=progress, stop=stop, note=note
        ) as work:
            yield work

    def connect(
        self,
        environment: str,
        announce: Callable[[str], None],
        pasted: Iterable[str] | None,
        stop: Callable[[], bool] = never_stop,
    ) -> Connected:
        self._open_for_business(environment)
        return super().connect(environment, announce, pasted, stop)

    def entries_in_exact(self) -> int:
        """How many bookings the demo's Exact holds, counted there and not here."""
        demo = self._started()
        state, division = demo.exact.state, demo.firm.divisions[0]
        return sum(len(state.rows(division, f"{kind}entry/{kind.title()}Entries")) for kind in ("sales", "purchase"))

    def customers_pay(self, paying: Mapping[str, Decimal]) -> None:
        """Amounts by EntryID, matched in the demo's Exact today."""
        self._started().customers_pay(paying, system_clock().date())

    @property
    def agrees_itself(self) -> bool:
        return True

    def agree(self, address: str) -> str:
        """The imaginary person agrees on the consent page: where the browser ends."""
        return self._started().consent(address)

    def close(self) -> None:
        if self._demo is not None:
            self._demo.close()
            self._demo = None

    def _started(self, *, reset: bool = False) -> running.Demo:
        if self._demo is None:
            self._demo = running.start(self.folder, system_clock, reset=reset)
        return self._demo

    def _open_for_business(self, environment: str) -> None:
        """The services listen on other ports at each start; only their addresses change in the settings."""
        self.import_settings({**self._started().addresses(), "environment": environment})

    def _sign_in(self, environment: str) -> None:
        """What a person would do in the browser, where nobody is signed in (any more)."""
        settings = self.settings(environment)
        with ExitStack() as opened:
            login = Connections(settings, self.settings, self._secrets(), opened).login()
            try:
                login.access()
            except SignInNeededError:
                person = _AgreesAtOnce(self._started())
                sign_in(login, person, person.opens)


class _AgreesAtOnce:
    """A person who opens the address and clicks *Toestaan* on the demo's consent page."""

    def __init__(self, demo: running.Demo) -> None:
        self._demo = demo
        self._address = ""

    def opens(self, address: str) -> None:
        self._address = address

    def wait(self, seconds: float) -> str | None:  # noqa: ARG002 - nobody has to wait for this one
        return self._demo.consent(self._address)


def _tree(secrets: Mapping[str, str], settings: Mapping[str, object]) -> dict[str, object]:
    """The secrets laid into the tables they belong to."""
    tree: dict[str, object] = {}
    for name, value in secrets.items():
        table, _, key = name.partition(".")
        before = tree.get(table, settings.get(table, {}))
        assert isinstance(before, Mapping)
        tree[table] = {**before, key: value}
    return tree
