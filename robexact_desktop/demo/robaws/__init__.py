"""A strict, stateful stand-in for Robaws: what the tenant holds (RobawsState) and its HTTP face (RobawsServer)."""

from robexact_desktop.demo.robaws.documents import Storage
from robexact_desktop.demo.robaws.records import RequestRecord
from robexact_desktop.demo.robaws.server import RobawsServer
from robexact_desktop.demo.robaws.state import RobawsState

__all__ = ["RequestRecord", "RobawsServer", "RobawsState", "Storage"]
