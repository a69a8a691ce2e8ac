"""A mail by the SMTP account of the settings: plain text, one connection, certificates checked."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from robexact_desktop.domain.errors import SettingsError, UnreachableError
from robexact_desktop.domain.settings import MailSecurity, MailSettings

PORTS = {MailSecurity.STARTTLS: 587, MailSecurity.TLS: 465, MailSecurity.NONE: 25}
"""Where the settings name none."""

SECONDS = 20.0
"""A mail server that says nothing for so long is not there; somebody waits for the test."""

REASONS: dict[type[Exception], str] = {ssl.SSLError: "tls", TimeoutError: "timeout", socket.gaierror: "dns"}


def send(account: MailSettings, password: str, subject: str, text: str) -> None:
    """Raises SettingsError for what is missing or was not accepted, UnreachableError where nobody answers."""
    _must_be_complete(account)
    try:
        with _connected(account) as server:
            if account.username:
                server.login(account.username, password)
            server.send_message(_message(account, subject, text))
    except smtplib.SMTPRecipientsRefused as error:
        said = "; ".join(f"{who}: {_words(words)}" for who, (_, words) in error.recipients.items())
        raise SettingsError(key="mail.recipients", reason=said) from error
    except smtplib.SMTPResponseException as error:
        raise _not_accepted(error) from error
    except smtplib.SMTPNotSupportedError as error:
        raise SettingsError(key="mail.security", reason=str(error)) from error
    except (OSError, smtplib.SMTPException) as error:
        raise UnreachableError(service="mail", reason=_reason(error)) from error


def _not_accepted(error: smtplib.SMTPResponseException) -> SettingsError:
    """The server's own words, at the setting that they are about."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return SettingsError(key="mail.password", reason="credentials")
    about = "mail.sender" if isinstance(error, smtplib.SMTPSenderRefused) else "mail.host"
    return SettingsError(key=about, reason=_words(error.smtp_error))


def _reason(error: Exception) -> str:
    for kind, reason in REASONS.items():
        if isinstance(error, kind):
            return reason
    return "connect"


def _must_be_complete(account: MailSettings) -> None:
    for name in ("host", "sender", "recipients"):
        if not getattr(account, name):
            raise SettingsError(key=f"mail.{name}", reason="missing")


@contextmanager
def _connected(account: MailSettings) -> Iterator[smtplib.SMTP]:
    port = account.port or PORTS[account.security]
    if account.security is MailSecurity.TLS:
        with smtplib.SMTP_SSL(account.host, port, timeout=SECONDS, context=ssl.create_default_context()) as server:
            yield server
        return
    with smtplib.SMTP(account.host, port, timeout=SECONDS) as server:
        if account.security is MailSecurity.STARTTLS:
            server.starttls(context=ssl.create_default_context())
        yield server


def _message(account: MailSettings, subject: str, text: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = account.sender
    message["To"] = ", ".join(account.recipients)
    message["Subject"] = subject
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = make_msgid(domain="robexact.invalid")
    message.set_content(text)
    return message


def _words(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
