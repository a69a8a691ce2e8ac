"""The tour through the first start: each of its steps, as it stands in the demo, light and dark."""

from robexact_desktop.ui.first_start.steps import Step
from robexact_desktop.window_tour_books import Walk


def show_the_first_start(walk: Walk) -> None:
    """Nothing is changed: the demo's books are filled in already."""
    wizard = walk.window.open_first_start()
    for step in Step:
        wizard.open_step(step)
        walk.settle()
        walk.picture(f"30-eerste-start-{step.number}")
    walk.window.show_tab(next(iter(walk.window.tabs)))
