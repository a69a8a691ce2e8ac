"""Address, e-mail and telephone: equal however they are written, different where they are."""

import pytest

from robexact_desktop.domain.matching.contact import mails, phones, streets
from robexact_desktop.domain.matching.likenesses import Likeness

EQUAL, SIMILAR, DIFFERENT, EMPTY = Likeness.EQUAL, Likeness.SIMILAR, Likeness.DIFFERENT, Likeness.EMPTY


@pytest.mark.parametrize(
    ("ours", "theirs", "likeness"),
    [
        ("Kanaalweg 7", "KANAALWEG, 7", EQUAL),
        ("Kerkstr. 12", "Kerkstraat 12", EQUAL),
        ("Luikerstwg 4", "Luikersteenweg 4", EQUAL),
        ("Rue de l'Église 7", "rue de l'eglise 7", EQUAL),
        ("Kanaalweg 7", "Kanaalweg 7 bus 2", SIMILAR),
        ("Kanaalweg 7", "Kanaelweg 7", SIMILAR),
        ("Kanaalweg 7", "Kanaalweg 70", DIFFERENT),
        ("Kanaalweg 7", "Stationsplein 7", DIFFERENT),
        ("Kanaalweg 7", "", EMPTY),
        (" ", "Kanaalweg 7", EMPTY),
    ],
)
def test_streets(ours: str, theirs: str, likeness: Likeness) -> None:
    assert streets(ours, theirs) is likeness
    assert streets(theirs, ours) is likeness


@pytest.mark.parametrize(
    ("ours", "theirs", "likeness"),
    [
        ("Info@Goossens.example", "info@goossens.example ", EQUAL),
        ("an@goossens.example", "info@goossens.example", SIMILAR),
        ("an@telenet.be", "bert@telenet.be", DIFFERENT),
        ("an@goossens.example", "an@peeters.example", DIFFERENT),
        ("an", "bert", DIFFERENT),
        ("", "info@goossens.example", EMPTY),
    ],
)
def test_mails(ours: str, theirs: str, likeness: Likeness) -> None:
    assert mails(ours, theirs) is likeness


@pytest.mark.parametrize(
    ("ours", "theirs", "likeness"),
    [
        ("011 00 00 12", "+32 11 00 00 12", EQUAL),
        ("011/00.00.12", "0032 (0)11 00 00 12", EQUAL),
        ("011 00 00 12", "011 00 00 21", DIFFERENT),
        ("011 00 00 12", "", EMPTY),
        ("n.v.t.", "011 00 00 12", EMPTY),
    ],
)
def test_phones(ours: str, theirs: str, likeness: Likeness) -> None:
    assert phones(ours, theirs) is likeness
