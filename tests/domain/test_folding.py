"""Searching without capitals and accents."""

import pytest

from robexact_desktop.domain.folding import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Zoë", "zoe"),
        ("LIÈGE", "liege"),
        ("Sørensen", "sorensen"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_accents_and_capitals_are_left_out(text: str, plain: str) -> None:
    assert folded(text) == plain
