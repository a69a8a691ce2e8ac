"""Times as they are stored: UTC, always with microseconds, so that text sorts as time does."""

from datetime import UTC, datetime


def stored(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def read(text: str) -> datetime:
    return datetime.fromisoformat(text)


def stored_or_none(text: str) -> str | None:
    """A service's own time; without a zone it counts as UTC. None where it is not readable."""
    try:
        when = datetime.fromisoformat(text)
        return stored(when if when.tzinfo else when.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
