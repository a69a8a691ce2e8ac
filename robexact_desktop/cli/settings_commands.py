"""`settings show` and `settings import`."""

import sys

import tomlkit

from robexact_desktop.cli.desk import Desk
from robexact_desktop.cli.exits import Exit
from robexact_desktop.cli.output import print_json


def show_settings(desk: Desk) -> Exit:
    """The tree of the TOML, secrets absent."""
    tree = desk.office.settings_tree(desk.environment())
    if desk.arguments.json:
        print_json(tree)
    else:
        sys.stdout.write(tomlkit.dumps(tree))
    return Exit.DONE


def import_settings(desk: Desk) -> Exit:
    """Merge a file key by key; an environment that is new is created. Prints the tree as it is now."""
    with desk.office.alone():
        settings = desk.office.import_settings_file(desk.arguments.file, desk.arguments.environment)
    tree = desk.office.settings_tree(settings.environment)
    if desk.arguments.json:
        print_json(tree)
    else:
        sys.stdout.write(tomlkit.dumps(tree))
    return Exit.DONE
