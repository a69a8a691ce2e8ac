"""The key store of the system behind the port `Secrets`: one entry a value, never a plain file."""

import functools
import os
import sys
from collections.abc import Callable
from typing import TypeVar

import keyring.core
from keyring.backend import KeyringBackend
from keyring.errors import NoKeyringError, PasswordDeleteError

from robexact_desktop.domain.errors import SettingsError

PROGRAM = "RobExact Desktop"
USER = "robexact"

PLATFORM_BACKENDS = {
    "win32": "keyring.backends.Windows.WinVaultKeyring",
    "darwin": "keyring.backends.macOS.Keyring",
}
"""Named, not searched for: a frozen program finds none by itself (keyring #324, #468), and the search takes 47 ms."""

ELSEWHERE = "keyring.backends.SecretService.Keyring"
VARIABLE = "PYTHON_KEYRING_BACKEND"

Result = TypeVar("Result")


class KeyringSecrets:
    """Each value under a service name of its own: on Windows a second user name under one service saves the first
    item anew, and the two slots of the tokens would not be independent (design: reliability 2.3).
    """

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    @property
    def backend_name(self) -> str:
        """For the self-test."""
        return str(self._backend.name)

    def read(self, environment: str, name: str) -> str | None:
        """Raises SettingsError where the key store is locked or gone."""
        service = _service(environment, name)
        return _asked(functools.partial(self._backend.get_password, service, USER))

    def write(self, environment: str, name: str, value: str) -> None:
        """An empty value removes the entry. Raises SettingsError."""
        service = _service(environment, name)
        if value:
            _asked(functools.partial(self._backend.set_password, service, USER, value))
        elif self.read(environment, name) is not None:
            _asked(functools.partial(self._remove, service))

    def _remove(self, service: str) -> None:
        try:
            self._backend.delete_password(service, USER)
        except PasswordDeleteError:
            return  # it was gone


def platform_secrets() -> KeyringSecrets:
    """The backend that PYTHON_KEYRING_BACKEND names, else the platform's own.

    Raises SettingsError where there is none: secrets then stay out, they are never put in a plain file.
    """
    name = os.environ.get(VARIABLE) or PLATFORM_BACKENDS.get(sys.platform, ELSEWHERE)
    try:
        return KeyringSecrets(keyring.core.load_keyring(name))
    except Exception as error:  # whatever a backend raises when it looks for its service
        raise SettingsError(key="key_store", reason=f"{type(error).__name__}: {error}", backend=name) from error


def _service(environment: str, name: str) -> str:
    return f"{PROGRAM}/{environment}/{name}"


def _asked(question: Callable[[], Result]) -> Result:
    try:
        return question()
    except NoKeyringError as error:
        raise SettingsError(key="key_store", reason="no_key_store") from error
    except Exception as error:  # KeyringError, and what backends let through: dbus, ctypes, OSError
        raise SettingsError(key="key_store", reason=f"{type(error).__name__}: {error}") from error
