"""From values to the sentences that a person reads, in terminal and window; the sentences stand in `texts`."""

from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.services.outcome import Outcome, Told
from robexact_desktop.texts import Explanation, Language, error_message, explain_refusal, problem_message, sentence

QUOTES = ("send.refused", "held.equal_refusal", "relation.refused", "document.refused", "write_back.refused")
"""The sentences that carry a service's own words."""


def error_line(error: RobExactError, language: Language) -> str:
    return error_message(error, language)


def message_of(outcome: Outcome, language: Language) -> str:
    """Why a row is as it is: what was told on the way, and what stands in its way."""
    parts = [told_line(told, language) for told in outcome.told]
    parts += [problem_message(problem, language) for problem in outcome.problems if problem.blocks or outcome.held]
    return " ".join(parts)


def told_line(told: Told, language: Language) -> str:
    """Exact's words verbatim, and after them cause and fix where the catalogue knows them."""
    line = sentence(told.key, language, **told.facts)
    if told.key != "send.refused":
        return line
    known = explain_refusal(told.facts["message"], language)
    return " ".join(part for part in (line, known.cause, known.fix) if part)


def own_words(outcome: Outcome) -> str:
    """What the service said, letter for letter; empty where it said nothing."""
    return next((told.facts.get("message", "") for told in outcome.told if told.key in QUOTES), "")


def explained(outcome: Outcome, language: Language) -> Explanation | None:
    """Cause and fix of Exact's words; None where nothing was refused or the words are not known."""
    words = own_words(outcome)
    known = explain_refusal(words, language) if words else None
    return known or None
