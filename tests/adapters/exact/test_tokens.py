"""Two slots: whatever write is the last one, the old pair or the new one can be read."""

from datetime import UTC, datetime

import pytest

from robexact_desktop.adapters.exact.tokens import Tokens, TokenStore
from robexact_desktop.domain.errors import SettingsError

from .made import ENVIRONMENT, RememberedSecrets


def pair(generation: int) -> Tokens:
    """As long as Exact's: together they never fit in one entry."""
    obtained = datetime(2026, 3, 16, 9, generation, tzinfo=UTC)
    return Tokens(generation, obtained, 600, f"AAEA{generation}" + "x" * 1_100, f"stamp!{generation}" + "y" * 900)


def test_the_newest_pair_is_read() -> None:
    store = TokenStore(RememberedSecrets(), ENVIRONMENT)
    assert store.read() is None
    for generation in (1, 2, 3):
        store.write(pair(generation))
        assert store.read() == pair(generation)


def test_dying_between_any_two_writes_leaves_a_pair() -> None:
    writes = 0
    while True:
        secrets = RememberedSecrets()
        store = TokenStore(secrets, ENVIRONMENT)
        store.write(pair(1))
        store.write(pair(2))
        secrets.writes_left = writes
        try:
            store.write(pair(3))
        except KeyboardInterrupt:
            assert store.read() in (pair(2), pair(3))
            secrets.writes_left = None
            store.write(pair(4))
            assert store.read() == pair(4)
            writes += 1
        else:
            break
    assert writes >= 5


def test_a_damaged_slot_is_not_read() -> None:
    secrets = RememberedSecrets()
    store = TokenStore(secrets, ENVIRONMENT)
    store.write(pair(1))
    store.write(pair(2))
    secrets.kept[ENVIRONMENT, "exact.token.a.0"] = "{}"
    assert store.read() == pair(1)


def test_a_store_that_keeps_nothing_is_told() -> None:
    class Forgetful(RememberedSecrets):
        def write(self, environment: str, name: str, value: str) -> None:
            """As the null backend does."""

    with pytest.raises(SettingsError):
        TokenStore(Forgetful(), ENVIRONMENT).write(pair(1))


def test_tokens_do_not_show_themselves() -> None:
    assert "AAEA" not in repr(pair(1))
    assert "stamp" not in repr(pair(1))
