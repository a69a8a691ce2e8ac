"""Which names could resemble a name, without comparing it to all 50,000.

A name leaves traces: its words, the beginnings and ends of its words, and pairs of those. A typing error spoils some of
them, hardly ever all. The names that share a rare trace are few, and only these are compared letter by letter.
"""

from collections.abc import Iterable, Iterator

from robexact_desktop.domain.matching.name_keys import name_words

ENOUGH = 120
"""Names to compare, all told: rare traces first, until another one would bring more than this. 120 costs 20 µs."""

TOO_COMMON = 1500
"""A trace on more names than this says nothing ("bouwwerken"): not even taken where it is the only one."""


class Likeness:
    """`names[i]` is the loose key of the i-th account; the answers are such numbers."""

    def __init__(self, parties: Iterable[tuple[str, str]]) -> None:
        self.names: list[str] = []
        self._same: dict[str, list[int]] = {}
        self._together: dict[str, list[int]] = {}
        self._traced: dict[str, list[int]] = {}
        for at, (name, postcode) in enumerate(parties):
            words = name_words(name)
            self.names.append(" ".join(sorted(words)))
            self._together.setdefault("".join(words), []).append(at)
            self._same.setdefault(self.names[at], []).append(at)
            for trace in traces(words, postcode):
                self._traced.setdefault(trace, []).append(at)

    def near(self, words: tuple[str, ...], postcode: str) -> set[int]:
        """Equal names always, then those with a trace in common, the rarest first."""
        found = set(self._same.get(" ".join(sorted(words)), ())[:TOO_COMMON]) if words else set()
        traced = self._traced
        shared = sorted((held for trace in traces(words, postcode) if (held := traced.get(trace))), key=len)
        limit = TOO_COMMON
        for held in shared:
            if len(found) + len(held) > limit:
                break
            found.update(held)
            limit = ENOUGH
        return found

    def together(self, words: tuple[str, ...]) -> list[int]:
        """The same letters in the same order: "Vandenberghe" and "Van den Berghe"."""
        return self._together.get("".join(words), [])[:ENOUGH] if words else []


def traces(words: tuple[str, ...], postcode: str) -> Iterator[str]:
    """Each kind of trace has its own mark, so that an end never meets a beginning."""
    last = ""
    for word in sorted(words):
        head = word[:4]
        yield word
        if len(word) > 4:
            yield "^" + head
            yield "$" + word[-4:]
        if last:
            yield last + "+" + head
        if postcode:
            yield head + "@" + postcode
        last = head
    if words:
        whole = "".join(words)  # "Jan-Peeters" meets "JanPeters"
        yield "<" + whole[:7]
        yield ">" + whole[-7:]
