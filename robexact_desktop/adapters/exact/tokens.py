"""Both tokens in the key store, in two slots that take turns (design: reliability 2.3).

A refresh token works once: a write cut short must leave either the old pair or the new one readable. So the new pair
goes to the slot not in use, piece by piece, its heading last; then the pointer. Windows takes at most 1,280 characters
an entry (keyring #540), so a piece has 1,000 at most.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime

from robexact_desktop.domain.errors import SettingsError
from robexact_desktop.services.ports import Secrets

PIECE = 1_000
SLOTS = ("a", "b")
POINTER = "exact.token"


@dataclass(frozen=True, slots=True)
class Tokens:
    """A pair as Exact gave it. `seconds`: how long the access token lives from `obtained` (UTC) on."""

    generation: int
    obtained: datetime
    seconds: int
    access: str = field(repr=False)
    refresh: str = field(repr=False)


class TokenStore:
    """The tokens of one environment (the primary one, where others use its login)."""

    def __init__(self, secrets: Secrets, environment: str) -> None:
        self._secrets = secrets
        self._environment = environment

    def read(self) -> Tokens | None:
        """The newest complete pair, whatever the pointer says: a crash may have come between the two."""
        found = [tokens for slot in SLOTS if (tokens := self._read_slot(slot))]
        return max(found, key=lambda tokens: tokens.generation, default=None)

    def write(self, tokens: Tokens) -> None:
        """Returns once the pair can be read back. Raises SettingsError where the key store does not keep it."""
        slot = SLOTS[tokens.generation % len(SLOTS)]
        text = _as_text(tokens)
        pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)]
        self._put(f"{POINTER}.{slot}", "")  # from here on the slot is incomplete, until its heading is written
        for index, piece in enumerate(pieces):
            self._put(f"{POINTER}.{slot}.{index}", piece)
        heading = {"gen": tokens.generation, "count": len(pieces), "sha256": _sum(text)}
        self._put(f"{POINTER}.{slot}", json.dumps(heading))
        if self._read_slot(slot) != tokens:
            raise SettingsError(key="key_store", reason="not_kept")
        self._put(POINTER, f"{slot} {tokens.generation}")

    def _read_slot(self, slot: str) -> Tokens | None:
        heading = self._secrets.read(self._environment, f"{POINTER}.{slot}")
        if not heading:
            return None
        try:
            told = json.loads(heading)
            pieces = [self._get(f"{POINTER}.{slot}.{index}") for index in range(int(told["count"]))]
            text = "".join(pieces)
            return _from_text(text) if _sum(text) == told["sha256"] else None
        except (ValueError, KeyError, TypeError):
            return None  # incomplete or not ours: the other slot serves

    def _get(self, name: str) -> str:
        return self._secrets.read(self._environment, name) or ""

    def _put(self, name: str, value: str) -> None:
        self._secrets.write(self._environment, name, value)


def _as_text(tokens: Tokens) -> str:
    return json.dumps(asdict(tokens) | {"obtained": tokens.obtained.isoformat()})


def _from_text(text: str) -> Tokens:
    kept = json.loads(text)
    return Tokens(**{**kept, "obtained": datetime.fromisoformat(kept["obtained"])})


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
