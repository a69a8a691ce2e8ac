"""The key store: which backend, one service name a value, and never a plain file by the way."""

import sys
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from robexact_desktop.adapters.secrets import KeyringSecrets, platform_secrets
from robexact_desktop.adapters.secrets_demo import DemoKeyring, uses_own_backend
from robexact_desktop.domain.errors import SettingsError


class RememberedKeyring(KeyringBackend):
    """As PYTHON_KEYRING_BACKEND may name one."""

    priority = 1.0
    kept: dict[tuple[str, str], str] = {}  # noqa: RUF012 - one store for all, as the system's is

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(RememberedKeyring):
    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"{service}, {username}: the user said no")


def test_the_backend_of_the_environment_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{__name__}.RememberedKeyring")
    secrets = platform_secrets()
    secrets.write("Peeters", "exact.client_secret", "geheim")
    assert secrets.read("Peeters", "exact.client_secret") == "geheim"
    assert secrets.read("Vastgoed", "exact.client_secret") is None
    assert list(RememberedKeyring.kept) == [("RobExact Desktop/Peeters/exact.client_secret", "robexact")]
    secrets.write("Peeters", "exact.client_secret", "")
    secrets.write("Peeters", "exact.client_secret", "")
    assert RememberedKeyring.kept == {}
    assert "RememberedKeyring" in secrets.backend_name


@pytest.mark.parametrize("name", ["no.such.Backend", "keyring.backends.fail.Nothing", "nonsense"])
def test_a_backend_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    with pytest.raises(SettingsError) as caught:
        platform_secrets()
    assert caught.value.facts["key"] == "key_store"
    assert caught.value.facts["backend"] == name


@pytest.mark.skipif(sys.platform != "linux", reason="there the platform has a key store")
def test_a_machine_without_a_key_store_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(SettingsError):
        platform_secrets().read("Peeters", "mail.password")


def test_a_locked_key_store_is_told() -> None:
    with pytest.raises(SettingsError) as caught:
        KeyringSecrets(LockedKeyring()).read("Peeters", "mail.password")  # type: ignore[no-untyped-call]
    assert "the user said no" in caught.value.facts["reason"]


def test_the_demo_keeps_its_own_secrets_in_its_own_folder(tmp_path: Path) -> None:
    path = tmp_path / "demo" / "secrets.json"
    secrets = KeyringSecrets(DemoKeyring(path))
    assert secrets.read("Demo", "exact.token") is None
    secrets.write("Demo", "exact.token", "é" * 1_000)
    secrets.write("Demo", "exact.token.a", "1")
    again = KeyringSecrets(DemoKeyring(path))
    assert again.read("Demo", "exact.token") == "é" * 1_000
    again.write("Demo", "exact.token", "")
    assert again.read("Demo", "exact.token") is None
    assert [each.name for each in path.parent.iterdir()] == ["secrets.json"]


def test_the_demo_leaves_a_named_backend_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "x.Y")
    assert not uses_own_backend()
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    assert uses_own_backend()
