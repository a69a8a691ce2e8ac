"""Where fonts, icons and the stylesheet lie: beside the sources, inside the installed package, or in the bundle."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def resource(name: str) -> Path:
    """Raises FileNotFoundError where the installation is not whole."""
    for place in _PLACES:
        if (place / name).exists():
            return place / name
    raise FileNotFoundError(name)
