"""The page where a person signs in to the imaginary Exact and grants the app administrations."""

from html import escape
from typing import Final
from urllib.parse import urlencode, urlsplit

from robexact_desktop.demo.exact.errors import Refused
from robexact_desktop.demo.rows import Row

_PAGE: Final = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Exact Online (demo)</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; background: #f3f4f6; color: #1f2937; margin: 0 }}
main {{ max-width: 30rem; margin: 4rem auto; background: #fff; padding: 2rem; border-radius: 8px }}
h1 {{ font-size: 1.25rem; margin-top: 0 }} label {{ display: block; margin: .5rem 0 }}
input[type=text], input[type=password] {{ width: 100%; box-sizing: border-box; padding: .5rem; font: inherit }}
button {{ font: inherit; padding: .5rem 1rem; margin: 1rem .5rem 0 0 }} .error {{ color: #b91c1c }}
small {{ color: #4b5563 }}
</style></head><body><main>{content}</main></body></html>
"""

_FORM: Final = """<h1>Aanmelden bij Exact Online {country}</h1>
<p><small>Dit is de ingebouwde demo, niet de echte Exact Online.</small></p>{error}
<form method="post" action="/api/oauth2/auth?{query}">
<label>Gebruikersnaam <input type="text" name="user" value="{user}" autocomplete="off"></label>
<label>Wachtwoord <input type="password" name="password" value="demo" autocomplete="off"></label>
<p>De app <b>{app}</b> vraagt toegang tot deze administraties:</p>
{divisions}
<button name="answer" value="allow">Toestaan</button>
<button name="answer" value="deny">Weigeren</button>
</form>"""

_DIVISION: Final = '<label><input type="checkbox" name="division" value="{code}"{mark}> {code} - {name}</label>'

_ADDRESS: Final = """<h1>Kopieer dit adres</h1>
<p>Het redirect-adres van de demo bestaat niet. Plak dit adres in RobExact Desktop:</p>
<input type="text" readonly value="{address}" onfocus="this.select()" autofocus>"""


def form(
    query: str, country: str, app: str, user: str, divisions: list[Row], checked: list[int], error: str = ""
) -> str:
    boxes = (
        _DIVISION.format(
            code=row["Code"], name=escape(row["Description"]), mark=" checked" if row["Code"] in checked else ""
        )
        for row in divisions
    )
    content = _FORM.format(
        country=escape(country),
        query=escape(query, quote=True),
        app=escape(app),
        user=escape(user, quote=True),
        divisions="\n".join(boxes),
        error=f'<p class="error">{escape(error)}</p>' if error else "",
    )
    return _PAGE.format(content=content)


def address_page(address: str) -> str:
    return _PAGE.format(content=_ADDRESS.format(address=escape(address, quote=True)))


def error_page(message: str) -> str:
    return _PAGE.format(content=f'<h1>Er ging iets mis</h1><p class="error">{escape(message)}</p>')


def check_redirect(redirect_uri: str, registered: list[str], loopback: bool) -> None:
    """Equal to a registered address, and https (since mid-2021; websmurf #8).

    Whether Exact takes http on loopback is disputed (facts section 1): only by the switch, and then a
    registered `http://127.0.0.1:*/path` stands for every port.
    """
    parts = urlsplit(redirect_uri)
    is_loopback = parts.scheme == "http" and parts.hostname == "127.0.0.1"
    allowed = parts.scheme == "https" or (loopback and is_loopback)
    shapes = {redirect_uri}
    if is_loopback:
        shapes.add(f"http://127.0.0.1:*{parts.path}")
    if not allowed or not shapes & set(registered):
        raise Refused(400, f"Callback URI '{redirect_uri}' is not valid")


def redirected(redirect_uri: str, **values: str | None) -> str:
    query = urlencode({name: value for name, value in values.items() if value is not None})
    return f"{redirect_uri}{'&' if urlsplit(redirect_uri).query else '?'}{query}"
