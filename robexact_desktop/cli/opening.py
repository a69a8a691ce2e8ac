"""No command: the window; where there is no screen the demo does the main job all the same."""

import tempfile
from pathlib import Path

from robexact_desktop.cli.desk import Desk
from robexact_desktop.cli.exits import Exit
from robexact_desktop.cli.output import tell
from robexact_desktop.cli.screen import has_screen, lacking
from robexact_desktop.cli.tour import Tour, walk
from robexact_desktop.demo_office import DemoOffice
from robexact_desktop.texts import sentence


def open_window(desk: Desk) -> Exit:
    """The window, or what to do where none can open. `--tour` walks the main job in it and ends."""
    office = desk.office
    screen = has_screen()
    packages = lacking(screen=screen)
    if isinstance(office, DemoOffice) and (desk.arguments.tour is not None or not screen):
        return _walk(desk, office, packages, screen=screen)
    if packages:
        tell(sentence("usage.libraries", desk.language, packages=" ".join(packages)))
        return Exit.WRONG_USAGE
    if not screen:
        tell(sentence("usage.no_window", desk.language))
        return Exit.WRONG_USAGE
    from robexact_desktop.window import run_window  # Qt's widgets: only where a window opens

    named = desk.environment() if desk.arguments.environment is not None else None
    return Exit(run_window(office, named, demo=isinstance(office, DemoOffice)))


def _walk(desk: Desk, office: DemoOffice, packages: list[str], *, screen: bool) -> Exit:
    """In the real window, drawn in memory where there is no screen; in words alone where Qt cannot even draw."""
    if packages:
        tell(sentence("usage.libraries", desk.language, packages=" ".join(packages)))
        return walk(desk, office)
    if not screen:
        tell(sentence("tour.no_screen", desk.language))
    folder = desk.arguments.tour or Path(tempfile.mkdtemp(prefix="robexact-pictures-"))
    from robexact_desktop.window_tour import walk_in_the_window

    return walk_in_the_window(Tour(desk, office), desk.environment(), folder, screen=screen)
