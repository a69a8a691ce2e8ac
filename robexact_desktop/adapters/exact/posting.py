"""What came of a POST: the table of answer classes (design: reliability 2.2), to the letter."""

from decimal import Decimal

from robexact_desktop.adapters.exact.calls import Calls, message_of
from robexact_desktop.adapters.exact.odata import Row, guid, rows_of
from robexact_desktop.adapters.exact.payload import decode, encode
from robexact_desktop.adapters.http import NoAnswerError, NotReachedError, Reply
from robexact_desktop.domain.answers import Accepted, Answer, NoAnswer, NotDelivered, Rejected
from robexact_desktop.domain.errors import RobExactError, UnreadableError

STATUS_OF_A_NO = frozenset({400, 403, 404, 409, 422, 500})
"""With Exact's error JSON a refusal; 500 is how validation answers (facts: exact-online 3)."""

EXISTS = ("bestaat reeds", "bestaat al", "already exists", "existe déjà", "bereits vorhanden")
IN_USE = ("in gebruik", "in use", "en cours d'utilisation", "utilisé", "in verwendung")
NUMBER = ("boekstuknummer", "entry number", "factuurnummer", "invoice number", "numéro", "nummer")
"""The language is the Exact user's, so fragments are matched without case; a miss only costs a look-up."""

CHANGED = Accepted("")
"""A PUT answers 204, without a body (facts: exact-online 3)."""


def post(calls: Calls, resource: str, path: str, payload: bytes) -> Answer:
    """One try. Never raises for the wire."""
    return _written(calls, "POST", resource, path, payload)


def put(calls: Calls, resource: str, path: str, payload: bytes) -> Answer:
    """The same for a change of a standing row; `EntryID` of the payload says which one and stays out of the body."""
    body = decode(payload)
    entry = str(body.pop("EntryID", ""))
    answer = _written(calls, "PUT", resource, f"{path}({guid(entry)})", encode(body))
    return Accepted(entry) if answer is CHANGED else answer


def _written(calls: Calls, method: str, resource: str, path: str, payload: bytes) -> Answer:
    try:
        reply, token = calls.write(method, resource, path, payload)
    except NotReachedError as error:
        return NotDelivered(error.facts["reason"])
    except NoAnswerError as error:
        return NoAnswer(error.facts["reason"])
    except RobExactError as error:  # before anything left: no login, day spent, too many errors
        return NotDelivered(_told(error))
    if reply.status == 401:
        return _after_401(calls, token)
    if method == "PUT" and reply.status == 204:
        return CHANGED
    return classify(reply)


def classify(reply: Reply) -> Answer:
    """The class of an answer that came whole; a 401 also where no token can be renewed."""
    if reply.status in (401, 429):
        return NotDelivered(f"HTTP {reply.status}: {message_of(reply)}".rstrip(": "), again=reply.status == 429)
    if reply.status in STATUS_OF_A_NO and (message := message_of(reply)):
        return Rejected(message, reply.status, may_exist(message))
    if reply.status == 201:
        return _accepted(reply)
    return NoAnswer(f"HTTP {reply.status}" + (", a page" if reply.is_html else ""))


def may_exist(message: str) -> bool:
    """Whether Exact's words say that what was sent stands there already: look it up before anything else."""
    words = message.casefold()
    in_use = any(fragment in words for fragment in IN_USE) and any(number in words for number in NUMBER)
    return in_use or any(fragment in words for fragment in EXISTS)


def _accepted(reply: Reply) -> Answer:
    """Booked only with an id; 201 and half an answer is booked perhaps, under an id that nobody knows."""
    try:
        row, *others = rows_of("POST", reply.json("POST")).rows or (Row("POST", {}),)
        if others:
            return NoAnswer(f"HTTP {reply.status} with several rows")
        if not (entry := row.guid("EntryID")):
            made = row.guid("ID")  # a relation's `Type` is a letter, a document's another list
            return Accepted(made) if made else NoAnswer(f"HTTP {reply.status} without an id")
        return Accepted(entry, row.number("EntryNumber"), _in_cents(row.amount("AmountFC")), row.number("Type"))
    except UnreadableError as error:
        return NoAnswer(f"HTTP {reply.status}, {error.facts['reason']}")


def _in_cents(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount.quantize(Decimal("0.01"))


def _after_401(calls: Calls, token: str) -> NotDelivered:
    """One renewal where Exact's clock allows it; a fresh token that was refused gets one more chance (picqer #487)."""
    try:
        renewed = calls.renew_refused(token)
    except RobExactError as error:
        return NotDelivered(f"HTTP 401, {_told(error)}")
    return NotDelivered("HTTP 401, token renewed" if renewed else "HTTP 401", again=True)


def _told(error: RobExactError) -> str:
    facts = ("status", "message", "reason", "until", "key")
    words = ", ".join(error.facts[name] for name in facts if error.facts.get(name))
    return f"{error.code}: {words}".rstrip(": ")
