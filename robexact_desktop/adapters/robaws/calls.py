"""One call to Robaws: signed, paced, asked again where that is safe; lists page by page."""

import base64
from collections.abc import Generator, Iterator, Mapping
from urllib.parse import urlencode, urljoin, urlsplit

from robexact_desktop.adapters.http import Http, NoAnswerError, Reply, checked_address
from robexact_desktop.adapters.robaws.limits import RobawsPace
from robexact_desktop.adapters.robaws.values import Item, item
from robexact_desktop.domain.errors import RefusedError, Service, SettingsError, UnreachableError, UnreadableError
from robexact_desktop.services.ports import Page

BASE = "/api/v2"
SIZE = 100
MOST_PAGES = 50_000
AGAIN_AFTER_429 = 4
MOST_REDIRECTS = 5
SORT = "id:asc"
GATEWAY = frozenset({408, 502, 503, 504})


class Calls:
    """The lane to Robaws. Raises UnreachableError, RefusedError, UnreadableError, LimitSpentError."""

    def __init__(self, http: Http, api_key: str, api_secret: str, pace: RobawsPace) -> None:
        self._http = http
        self._base = http.base_url.removesuffix(BASE) + BASE
        self._pace = pace
        pair = base64.b64encode(f"{api_key}:{api_secret}".encode()).decode("ascii")
        self._authorization = f"Basic {pair}"
        self._refused: dict[str, set[str]] = {}  # by resource the optional parameters that it answered 400 to

    def pages(self, resource: str, params: Mapping[str, str], optional: Mapping[str, str]) -> Iterator[Page[Item]]:
        """Every row once. Paged by `page` and `size`, never mixed with an offset.

        A row that was deleted meanwhile moves the others to earlier pages, and one is jumped over. So where the total
        changed, or fewer rows came than it says, the list is read once more; what is still missing then makes it
        unreadable, not shorter.
        """
        seen: set[str] = set()
        for _ in range(2):
            totals = yield from self._unseen(resource, params, optional, seen)
            if len(seen) >= totals[-1] and len(set(totals)) == 1:
                return
        if len(seen) < totals[-1]:
            found = f"{len(seen)} / {totals[-1]}"
            raise UnreadableError(service=Service.ROBAWS, resource=resource, reason="incomplete", detail=found)

    def _unseen(
        self, resource: str, params: Mapping[str, str], optional: Mapping[str, str], seen: set[str]
    ) -> Generator[Page[Item], None, list[int]]:
        """The rows that are not in `seen`, which grows; returns how many the list had, page by page."""
        totals: list[int] = []
        is_first_reading = not seen
        for number in range(MOST_PAGES):
            rows, pages, total = self._page(resource, params, optional, number)
            totals.append(total)
            new = tuple({row.key("id"): row for row in rows if row.key("id") not in seen}.values())
            seen.update(row.key("id") for row in new)
            if new:
                yield Page(new, total or None)
            if number + 1 >= pages or not rows or (is_first_reading and not new):
                break  # at the end, or a server that repeats itself
        return totals

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Reply:
        """Asked once more after silence, a gateway's answer or a page. Any other status comes back as it is."""
        url = f"{self._base}{path}" + (f"?{urlencode(params)}" if params else "")
        return self._asked("GET", url, {"Accept": "application/json"}, None)

    def one(self, path: str, params: Mapping[str, str] | None = None) -> Item | None:
        """An object; None where Robaws has none of that id."""
        reply = self.get(path, params)
        if reply.status == 404:
            return None
        return item(path, readable(path, reply).json(path))

    def patch(self, path: str, content: bytes, key: str) -> Reply:
        """A merge-patch, safe to repeat under its Idempotency-Key."""
        headers = {"Content-Type": "application/merge-patch+json", "Accept": "application/json", "Idempotency-Key": key}
        return self._asked("PATCH", f"{self._base}{path}", headers, content)

    def file(self, path: str) -> Reply:
        """A download, followed by hand to where it is stored: our key is shown to Robaws alone."""
        url = f"{self._base}{path}"
        for _ in range(MOST_REDIRECTS):
            reply = self._asked("GET", url, {"Accept": "application/pdf, image/jpeg, */*;q=0.1"}, None, pages=True)
            target = reply.headers.get("location")
            if reply.status not in range(300, 400) or not target:
                return reply
            url = self._followed(url, target)
        raise UnreadableError(service=Service.ROBAWS, resource=path, reason="redirect", detail="without end")

    def _followed(self, url: str, target: str) -> str:
        """Where a redirect leads; never from the network to this machine, never unencrypted."""
        address = urljoin(url, target)
        if urlsplit(address).scheme != "https" and not self._base.startswith("http:"):
            raise UnreadableError(service=Service.ROBAWS, resource=url, reason="redirect", detail="no https")
        try:
            checked_address(address)
        except SettingsError:
            raise UnreadableError(service=Service.ROBAWS, resource=url, reason="redirect", detail="no https") from None
        return address

    def _page(
        self, resource: str, params: Mapping[str, str], optional: Mapping[str, str], number: int
    ) -> tuple[list[Item], int, int]:
        told = self._listed(resource, {**params, "page": str(number), "size": str(SIZE)}, optional)
        if isinstance(told, list):  # some lists come bare
            return [item(f"{resource}[{index}]", row) for index, row in enumerate(told)], 1, len(told)
        envelope = item(resource, told)
        rows = list(envelope.items("items"))
        total, pages = envelope.amount("totalItems"), envelope.amount("totalPages")
        if not envelope.has("items") and total is None:
            raise UnreadableError(service=Service.ROBAWS, resource=resource, reason="shape", detail="no list")
        return rows, MOST_PAGES if pages is None else int(pages), int(total or 0)

    def _listed(self, resource: str, params: Mapping[str, str], optional: Mapping[str, str]) -> object:
        """A list with the optional parameters that the resource takes; one it answers 400 to is not sent again."""
        refused = self._refused.setdefault(resource, set())
        for without in ((), ("sort",), tuple(optional), ("sort", *optional)):
            left_out = refused.union(without)
            wanted = {name: value for name, value in {"sort": SORT, **optional}.items() if name not in left_out}
            reply = self.get(f"/{resource}", {**params, **wanted})
            if reply.status != 400 or not wanted:
                refused.update(without)
                break
        return readable(resource, reply).json(resource)

    def _asked(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None, *, pages: bool = False
    ) -> Reply:
        silences = waits = 0
        while True:
            self._pace.wait()
            try:
                reply = self._http.call(method, url, headers=self._signed(url, headers), content=content)
            except NoAnswerError:
                if (silences := silences + 1) > 1:
                    raise
                continue
            if self._is_ours(url):
                self._pace.told(reply.status, reply.headers)
            if reply.status == 429 and (waits := waits + 1) <= AGAIN_AFTER_429:
                continue
            if is_no_answer(reply) and not (pages and reply.status not in GATEWAY) and (silences := silences + 1) <= 1:
                continue
            return reply

    def _signed(self, url: str, headers: Mapping[str, str]) -> dict[str, str]:
        return {**headers, "Authorization": self._authorization} if self._is_ours(url) else dict(headers)

    def _is_ours(self, url: str) -> bool:
        here, there = urlsplit(self._base), urlsplit(url)
        return (here.scheme, here.netloc) == (there.scheme, there.netloc)


def is_no_answer(reply: Reply) -> bool:
    """A gateway's page, a login page, a redirect, a failure without a word: not Robaws' answer."""
    wordless = reply.status >= 500 and "json" not in reply.headers.get("content-type", "")
    return reply.status in GATEWAY or wordless or reply.is_html or reply.status in range(300, 400)


def readable(resource: str, reply: Reply) -> Reply:
    """The answer where it is one; else why not: 403 is a role without that module, and support asks for the id."""
    if reply.status in range(200, 300) and not reply.is_html:
        return reply
    if is_no_answer(reply) or reply.status == 429:
        raise UnreachableError(service=Service.ROBAWS, reason="server_error", detail=f"{resource}: HTTP {reply.status}")
    raise RefusedError(service=Service.ROBAWS, resource=resource, status=reply.status, message=_message(reply))


def _message(reply: Reply) -> str:
    try:
        told = item("error", reply.json("error"))
        message = told.text("message", "error")
        correlation = told.text("correlationId")
    except UnreadableError:
        message, correlation = "", ""
    parts = [message, reply.headers.get("x-robaws-unauthorized-reason", "")]
    if correlation:
        parts.append(f"correlationId {correlation}")
    return ", ".join(part for part in parts if part) or f"HTTP {reply.status}"
