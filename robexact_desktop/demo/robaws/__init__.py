"""A strict, stateful stand-in for Robaws: what the tenant holds (RobawsState) and its HTTP face (RobawsServer)."""

from robexact_desktop.demo.robaws.documents import Storage
from robexact_desktop.demo.robaws.server import Exchange, RobawsServer
from robexact_desktop.demo.robaws.state import RobawsState

__all__ = ["Exchange", "RobawsServer", "RobawsState", "Storage"]
