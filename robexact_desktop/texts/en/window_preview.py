"""English. The preview of a booking."""

SENTENCES: dict[str, str] = {}
