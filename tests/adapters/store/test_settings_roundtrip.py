"""Settings through the file's own format."""

import tomllib

import tomlkit
from hypothesis import given, settings

from robexact_desktop.adapters.settings_file import as_tree, merge
from robexact_desktop.domain.settings import Settings

from .settings_examples import every_settings


@settings(max_examples=80, deadline=None)
@given(every_settings)
def test_what_is_shown_can_be_imported_as_it_is(there: Settings) -> None:
    shown = tomllib.loads(tomlkit.dumps(as_tree(there)))
    assert merge(None, shown) == (there, {})
    assert merge(there, shown) == (there, {})
    assert merge(there, {}) == (there, {})


@settings(max_examples=40, deadline=None)
@given(every_settings)
def test_clearing_every_key_gives_the_defaults(there: Settings) -> None:
    def cleared(tree: dict[str, object]) -> dict[str, object]:
        return {key: cleared(value) if isinstance(value, dict) else "" for key, value in tree.items()}

    tree = cleared(as_tree(there)) | {"environment": there.environment}
    assert merge(there, tree) == (Settings(there.environment), {})
