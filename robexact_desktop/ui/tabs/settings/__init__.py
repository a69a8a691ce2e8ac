"""The tab Instellingen: a page a file."""

from robexact_desktop.ui.tabs.settings.tab import SettingsTab

__all__ = ["SettingsTab"]
