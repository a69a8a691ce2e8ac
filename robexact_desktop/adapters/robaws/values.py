"""Reading Robaws' JSON tolerantly: aliases, missing keys, numbers as numbers or text (facts: robaws-contract)."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from robexact_desktop.domain.errors import Service, UnreadableError


class Item:
    """One object of an answer, or one inside it. `place` names it where something in it cannot be read."""

    def __init__(self, place: str, values: Mapping[str, object]) -> None:
        self.place = place
        self._values = values

    def has(self, name: str) -> bool:
        return self._values.get(name) is not None

    def text(self, *names: str) -> str:
        """The first of these keys that holds something, without spaces around it; empty where none does."""
        for name in names:
            value = self._values.get(name)
            if isinstance(value, Mapping | list):
                raise self.unreadable(name)
            if value is not None and str(value).strip():
                return str(value).strip()
        return ""

    def id(self, *names: str) -> str | None:
        return self.text(*names) or None

    def key(self, *names: str) -> str:
        """A text that must be there. Raises UnreadableError."""
        if found := self.text(*names):
            return found
        raise self.unreadable(names[0])

    def amount(self, *names: str) -> Decimal | None:
        for name in names:
            value = self._values.get(name)
            if value is None or value == "":
                continue
            try:
                if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
                    raise ValueError(value)
                number = Decimal(value)
                if not number.is_finite():
                    raise ValueError(value)
                return number
            except (ValueError, InvalidOperation):
                raise self.unreadable(name) from None
        return None

    def day(self, name: str) -> date | None:
        """A date, also where a time follows it."""
        if not (text := self.text(name)):
            return None
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            raise self.unreadable(name) from None

    def flag(self, name: str, *, missing: bool) -> bool:
        """Also where it comes as text or as 0 and 1."""
        value = self._values.get(name)
        if value is None or value == "":
            return missing
        word = str(value).casefold()
        if word not in ("true", "false", "1", "0"):
            raise self.unreadable(name)
        return word in ("true", "1")

    def inside(self, name: str) -> "Item":
        """The object under a key, an empty one where there is none."""
        value = self._values.get(name)
        if value is None:
            return Item(f"{self.place}.{name}", {})
        if not isinstance(value, Mapping):
            raise self.unreadable(name)
        return Item(f"{self.place}.{name}", value)

    def items(self, name: str) -> Iterator["Item"]:
        """The objects of a list; none where it is missing."""
        value = self._values.get(name)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise self.unreadable(name)
        for index, item in enumerate(value):
            yield Item(f"{self.place}.{name}[{index}]", item)

    def named(self, wanted: str) -> str:
        """The value of an extra field by its label, whatever its type and case."""
        for label in self._values:
            if label.casefold().replace("_", "").replace(" ", "") == wanted:
                field = self.inside(label)
                return field.text("stringValue", "integerValue", "decimalValue")
        return ""

    def unreadable(self, name: str) -> UnreadableError:
        told = str(self._values.get(name))[:80]
        return UnreadableError(service=Service.ROBAWS, resource=self.place, reason="shape", detail=f"{name}: {told}")


def item(place: str, told: object) -> Item:
    """Raises UnreadableError where an answer is no object."""
    if not isinstance(told, Mapping):
        raise UnreadableError(service=Service.ROBAWS, resource=place, reason="shape", detail="no object")
    return Item(place, told)
