"""The window's words, in the language of this start: the same sentences that command line and mail use."""

from robexact_desktop.texts import Language, sentence

_language = Language.NL


def speak(language: Language) -> None:
    """Before the first widget is made."""
    global _language
    _language = language


def language() -> Language:
    return _language


def words(key: str, /, **facts: object) -> str:
    """The sentence under `window.` + key."""
    return sentence(f"window.{key}", _language, **facts)
