"""Whether a text on the clipboard is the answer to this sign-in: our redirect address, with our `state`."""

from urllib.parse import parse_qs, urlsplit


def state_of(address: str) -> str:
    """The `state` in an address; empty where there is not exactly one."""
    told = parse_qs(urlsplit(address).query).get("state", [])
    return told[0] if len(told) == 1 else ""


def answers(text: str, redirect_uri: str, announced: str) -> bool:
    """Never true for an address of somebody else's sign-in: the clipboard is read without being asked."""
    text = text.strip()
    if not announced or not redirect_uri or any(map(str.isspace, text)):
        return False
    try:
        ours, theirs = urlsplit(redirect_uri), urlsplit(text)
        same_place = (ours.scheme, ours.netloc, ours.path) == (theirs.scheme, theirs.netloc, theirs.path)
        return same_place and bool(state_of(announced)) and state_of(text) == state_of(announced)
    except ValueError:
        return False
