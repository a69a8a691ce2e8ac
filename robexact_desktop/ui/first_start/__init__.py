"""The first start: eight steps from nothing to the first invoice that can be sent."""

from robexact_desktop.ui.first_start.beginning import FirstStart
from robexact_desktop.ui.first_start.wizard import Wizard

__all__ = ["FirstStart", "Wizard"]
