"""What arrived at a server and how it was answered: the log that tests count in, for both services."""

from dataclasses import dataclass, field


@dataclass(kw_only=True)
class RequestRecord:
    """One request. `status` and `reason` are known once it is handled."""

    method: str
    path: str
    query: str
    body: bytes = field(repr=False)
    resource: str = ""
    key: str = ""
    status: int = 0
    reason: str = ""
    """Why it was refused."""
    hung_up: bool = False
