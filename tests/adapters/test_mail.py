"""A mail over a real socket to a small server that remembers what it was given."""

import socketserver
import threading
from collections.abc import Iterator

import pytest

from robexact_desktop.adapters import mail
from robexact_desktop.domain.errors import SettingsError, UnreachableError
from robexact_desktop.domain.settings import MailSecurity, MailSettings


class Post(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as a mail without TLS needs."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Line)
        self.mails: list[str] = []
        self.told: list[str] = []
        self.answers: dict[str, str] = {}

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Line(socketserver.StreamRequestHandler):
    server: Post

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(" ")[0].upper()
            self.server.told.append(line)
            if verb == "EHLO":
                self._say("250-here\r\n250 AUTH PLAIN")
            elif verb == "DATA":
                self._say("354 go on")
                self._read_mail()
                self._say("250 kept")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say(self.server.answers.get(verb, "235 good" if verb == "AUTH" else "250 good"))

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def _read_mail(self) -> None:
        lines: list[str] = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        self.server.mails.append("\n".join(lines))


@pytest.fixture
def post() -> Iterator[Post]:
    with Post() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def account(post: Post, **changes: object) -> MailSettings:
    told: dict[str, object] = {
        "host": "127.0.0.1",
        "port": post.port,
        "security": MailSecurity.NONE,
        "sender": "robexact@peeters.example",
        "recipients": ("an@peeters.example", "bo@peeters.example"),
        **changes,
    }
    return MailSettings(**told)  # type: ignore[arg-type]  # one value a field


def test_every_recipient_is_named_and_the_words_arrive(post: Post) -> None:
    mail.send(account(post), "", "Testmail \N{EURO SIGN}", "Er is niets geboekt.")
    (arrived,) = post.mails
    assert "Er is niets geboekt." in arrived
    assert "To: an@peeters.example, bo@peeters.example" in arrived
    assert [line for line in post.told if line.upper().startswith("RCPT")] == [
        "rcpt TO:<an@peeters.example>",
        "rcpt TO:<bo@peeters.example>",
    ]


def test_it_signs_in_only_where_a_user_is_named(post: Post) -> None:
    mail.send(account(post), "s3cret", "x", "y")
    assert not any(line.startswith("AUTH") for line in post.told)
    mail.send(account(post, username="an"), "s3cret", "x", "y")
    assert any(line.startswith("AUTH PLAIN") for line in post.told)


@pytest.mark.parametrize(
    ("answers", "changes", "key"),
    [
        ({"AUTH": "535 no"}, {"username": "an"}, "mail.password"),
        ({"MAIL": "550 not you"}, {}, "mail.sender"),
        ({"RCPT": "550 unknown here"}, {}, "mail.recipients"),
        ({}, {"security": MailSecurity.STARTTLS}, "mail.security"),
        ({}, {"host": ""}, "mail.host"),
        ({}, {"recipients": ()}, "mail.recipients"),
    ],
)
def test_what_was_not_accepted_names_its_setting(
    post: Post, answers: dict[str, str], changes: dict[str, object], key: str
) -> None:
    post.answers = answers
    with pytest.raises(SettingsError) as told:
        mail.send(account(post, **changes), "s3cret", "x", "y")
    assert told.value.facts["key"] == key
    assert post.mails == []


def test_nobody_there_is_unreachable() -> None:
    with Post() as server:
        port = server.port
    with pytest.raises(UnreachableError) as told:
        mail.send(MailSettings("127.0.0.1", port, MailSecurity.NONE, "", "a@b.example", ("c@d.example",)), "", "x", "y")
    assert told.value.facts == {"service": "mail", "reason": "connect"}
