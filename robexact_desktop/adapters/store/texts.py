"""Text of a service as SQLite takes it: UTF-8 knows no half surrogate pairs, JSON does."""


def clean(text: str) -> str:
    """The same, with a question mark for what is no character."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def clean_or_none(text: str | None) -> str | None:
    return None if text is None else clean(text)
