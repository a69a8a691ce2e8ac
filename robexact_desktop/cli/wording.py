"""From values to the sentences that a person reads on a terminal; the sentences themselves stand in `texts`."""

from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.services.outcome import Outcome, Told
from robexact_desktop.texts import Language, error_message, explain_refusal, field_names, problem_message, sentence


def error_line(error: RobExactError, language: Language) -> str:
    return error_message(error, language)


def message_of(outcome: Outcome, language: Language) -> str:
    """Why a row is as it is: what was told on the way, and what stands in its way."""
    parts = [told_line(told, language) for told in outcome.told]
    parts += [problem_message(problem, language) for problem in outcome.problems if problem.blocks or outcome.held]
    return " ".join(parts)


def told_line(told: Told, language: Language) -> str:
    """Exact's words verbatim, and after them cause and fix where the catalogue knows them."""
    facts = dict(told.facts)
    if told.key == "sent.refused":
        known = explain_refusal(facts["message"], language)
        return sentence(told.key, language, message=facts["message"], cause=known.cause, fix=known.fix).rstrip()
    if "fields" in facts:
        facts["fields"] = field_names(tuple(facts["fields"].split()), language)
    return sentence(told.key, language, **facts)
