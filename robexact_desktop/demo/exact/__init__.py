"""A strict, stateful stand-in for Exact Online: the books (ExactState) and their HTTP face (ExactServer).

As strict as what is known of Exact, never kinder; where nothing is known a comment says so.
"""

from robexact_desktop.demo.exact.errors import Refused
from robexact_desktop.demo.exact.records import Hook, RequestRecord
from robexact_desktop.demo.exact.server import ExactServer, User
from robexact_desktop.demo.exact.state import ExactState

__all__ = ["ExactServer", "ExactState", "Hook", "Refused", "RequestRecord", "User"]
