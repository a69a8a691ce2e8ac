"""What the code may tell a user, read from its syntax: a new rule, code or error without a sentence is found here."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import robexact_desktop

ROOT = Path(robexact_desktop.__file__).parent
DIMENSIONS = ("cost_center", "cost_unit")
LINK_RULES = ("stored", "code", "vat_number", "company_number", "name", "hand", "created")
SIDES = ("sales", "purchase")

VALUES = {
    "name": DIMENSIONS,
    "dimension.name": DIMENSIONS,
    "link.rule.value": LINK_RULES,
    "invoice.kind.value": SIDES,
    "what": ("net", "vat"),
    "variant": ("none", "unknown"),
    "books.settings.booking.create_relations.value": ("ask", "always", "never"),
}
"""Expressions that stand for a few words in the domain, and those words."""

RULE_SHAPE = re.compile(r"[a-z_]+\.[a-z_]+")


class Told(NamedTuple):
    """A problem as the code makes it; `facts` is None where they are passed on as a mapping."""

    code: str
    variant: str
    where: str


def trees(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def words_of(node: ast.expr) -> list[str]:
    """The strings that an expression may be; raises KeyError for a name that VALUES does not know."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.IfExp):
        return words_of(node.body) + words_of(node.orelse)
    if isinstance(node, ast.JoinedStr):
        found = [""]
        for part in node.values:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            found = [left + right for left in found for right in words_of(inner)]
        return found
    return list(VALUES[ast.unparse(node)])


def problems() -> set[Told]:
    """Every `problem(...)` and `warning(...)` outside texts and demo."""
    found = set()
    for path, tree in trees("domain", "services", "adapters"):
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id not in ("problem", "warning") or not node.args:
                continue
            variants = words_of(node.args[1]) if len(node.args) > 1 else [""]
            for code in _codes(node.args[0]):
                found |= {Told(code, variant, f"{path.name}:{node.lineno}") for variant in variants}
    return found


def _codes(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _codes(node.body) + _codes(node.orelse)
    text = ast.unparse(node)
    if text == "dimension.required":
        return ["cost_center_required", "cost_unit_required"]
    assert text.startswith("ProblemCode."), f"{text}: name the code where the problem is made"
    return [text.removeprefix("ProblemCode.").lower()]


def rules() -> set[str]:
    """Every rule key of `domain/booking`: all strings that look like one, but for field paths of Robaws."""
    found: set[str] = set()
    for _, tree in trees("domain/booking"):
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) in docstrings or not isinstance(node, ast.Constant | ast.JoinedStr):
                continue
            found |= {text for text in _possible(node) if RULE_SHAPE.fullmatch(text)}
    return found - FIELDS_OF_ROBAWS


FIELDS_OF_ROBAWS = {"journal.code", "client.name", "supplier.name"}


def _possible(node: ast.expr) -> list[str]:
    try:
        return words_of(node)
    except KeyError:
        return []


def rules_given_to_decided() -> Iterator[tuple[str, str]]:
    """The second argument of each `Decided(...)` that is written out there, with its place."""
    for path, tree in trees("domain/booking"):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) != "Decided" or len(node.args) < 2:
                continue
            if isinstance(rule := node.args[1], ast.Constant | ast.JoinedStr):
                yield from ((words, f"{path.name}:{node.lineno}") for words in words_of(rule))


def error_codes() -> set[str]:
    """The `code` of each class in `domain/errors.py`."""
    found = set()
    for _, tree in trees("domain"):
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
                for line in node.body:
                    if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "code":
                        found |= set(words_of(line.value))
    return found


TELLING = {"services": "", "adapters": "", "cli": "", "workers": "", "ui": "window."}
"""The rooms that name sentences, and what stands before their keys: the window says `words("x")` for `window.x`."""


def _told() -> Iterator[tuple[str, ast.Call, str]]:
    """Key, call and place of each `told(...)`, `sentence(...)` and, in the window, `words(...)`."""
    for room, prefix in TELLING.items():
        names = ("words",) if prefix else ("told", "sentence")
        for path, tree in trees(room):
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and ast.unparse(node.func) in names and node.args:
                    key = node.args[0]
                    if isinstance(key, ast.Constant):
                        yield f"{prefix}{key.value}", node, f"{path.name}:{node.lineno}"


def told_keys() -> set[tuple[str, str]]:
    return {(key, place) for key, _, place in _told()}


def told_facts() -> Iterator[tuple[str, frozenset[str], str]]:
    """Key, names of the facts and place of each one that spells its facts out."""
    for key, call, place in _told():
        names = [keyword.arg for keyword in call.keywords]
        if None not in names:
            yield key, frozenset(name for name in names if name is not None), place


def coded_reasons() -> set[tuple[str, str, str]]:
    """Error class, `reason` and place of each error that is raised with a reason of one word."""
    found = set()
    for path, tree in trees("domain", "services", "adapters", "cli"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error"):
                for keyword in node.keywords:
                    is_word = isinstance(keyword.value, ast.Constant) and str(keyword.value.value).isidentifier()
                    if keyword.arg == "reason" and is_word and isinstance(keyword.value, ast.Constant):
                        place = f"{path.name}:{node.lineno}"
                        found.add((ast.unparse(node.func), str(keyword.value.value), place))
    return found
