"""The two services of an environment: connections, login and pace, opened when they are asked for."""

import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from typing import NoReturn

from robexact_desktop.adapters.exact.api import ExactApi
from robexact_desktop.adapters.exact.auth import Login
from robexact_desktop.adapters.exact.calls import Calls as ExactCalls
from robexact_desktop.adapters.exact.limits import ErrorCount, Pace
from robexact_desktop.adapters.exact.sites import site
from robexact_desktop.adapters.http import Http
from robexact_desktop.adapters.robaws.api import RobawsApi
from robexact_desktop.adapters.robaws.calls import Calls as RobawsCalls
from robexact_desktop.adapters.robaws.limits import RobawsPace
from robexact_desktop.domain.errors import Service, SettingsError
from robexact_desktop.domain.settings import Role, Settings
from robexact_desktop.services.ports import Secrets


def system_clock() -> datetime:
    """The time in UTC; with `time.monotonic` the only reading of a clock in the program."""
    return datetime.now(UTC)


class Nowhere:
    """Stands where an offline command has no service. To use it is our bug."""

    def __getattr__(self, name: str) -> NoReturn:
        raise AssertionError(f"an offline command asked a service for {name}")


class Connections:
    """`settings_of` finds the primary's settings, whose login a SECONDARY uses. Closed with `opened`."""

    def __init__(
        self, settings: Settings, settings_of: Callable[[str], Settings], secrets: Secrets, opened: ExitStack
    ) -> None:
        if not settings.active:
            raise SettingsError(key="active", reason="not_active", environment=settings.environment)
        self._settings = settings
        self._settings_of = settings_of
        self._secrets = secrets
        self._opened = opened

    def robaws(self) -> RobawsApi:
        """Raises SettingsError where key or secret are missing."""
        settings = self._settings
        http = self._http(Service.ROBAWS, settings.robaws.base_url)
        key, secret = (self._secret(f"robaws.{name}") for name in ("api_key", "api_secret"))
        return RobawsApi(RobawsCalls(http, key, secret, RobawsPace(system_clock, time.monotonic, time.sleep)))

    def login(self) -> Login:
        """The login that this environment uses: its own, or its primary's."""
        owner = self._owner()
        http = self._http(Service.EXACT, site(owner.exact))
        return Login(owner.exact, owner.environment, self._secrets, http, system_clock)

    def _owner(self) -> Settings:
        """Whose login it is; it opens one country's Exact alone, so a SECONDARY is where its primary is."""
        settings = self._settings
        return self._settings_of(settings.primary) if settings.role is Role.SECONDARY else settings

    def exact(self, login: Login, division: int | None) -> ExactApi:
        http = self._http(Service.EXACT, site(self._owner().exact))
        calls = ExactCalls(http, login, Pace(time.monotonic, time.sleep), ErrorCount(time.monotonic))
        return ExactApi(calls, division)

    def _http(self, service: Service, base_url: str) -> Http:
        seconds = self._settings.exact.answer_seconds
        return self._opened.enter_context(closing(Http(service, base_url, seconds)))

    def _secret(self, name: str) -> str:
        value = self._secrets.read(self._settings.environment, name)
        if not value:
            raise SettingsError(key=name, reason="missing")
        return value
