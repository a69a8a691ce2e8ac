"""Every sentence for users, in three languages: window, command line and mail say the same. Sees only the domain."""

from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.domain.problems import Problem
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.texts.filling import SENTENCES, filled, word
from robexact_desktop.texts.language import Language
from robexact_desktop.texts.refusals import Explanation, explain_refusal
from robexact_desktop.texts.sources import setting_words, source_words

__all__ = [
    "Explanation",
    "Language",
    "error_message",
    "error_reason",
    "explain_refusal",
    "field_names",
    "problem_fix",
    "problem_message",
    "progress_name",
    "rule_sentence",
    "sentence",
    "setting_words",
    "source_words",
    "state_word",
]


def sentence(key: str, language: Language, /, **facts: object) -> str:
    """The sentence under `key`, with its facts as people write them. A missing fact shows as `<name>`."""
    return filled(key, language, facts)


def problem_message(problem: Problem, language: Language) -> str:
    """What stands in the way."""
    return filled(_of_problem(problem, "message", language), language, problem.facts)


def problem_fix(problem: Problem, language: Language) -> str:
    """What helps."""
    return filled(_of_problem(problem, "fix", language), language, problem.facts)


def _of_problem(problem: Problem, part: str, language: Language) -> str:
    """The sentence of the variant where it has one of its own, else that of the code."""
    of_variant = f"problem.{problem.code}.{problem.variant}.{part}"
    return of_variant if of_variant in SENTENCES[language] else f"problem.{problem.code}.{part}"


def rule_sentence(rule: str, source: str, language: Language) -> str:
    """Why a value is what it is: the rule, and the field or setting it came from."""
    return filled(f"rule.{rule}", language, {"source": source_words(source, language)})


def error_message(error: RobExactError, language: Language) -> str:
    """What happened, what did not happen, and what helps."""
    code = error.code if f"error.{error.code}.what" in SENTENCES[language] else RobExactError.code
    facts = dict(error.facts)
    if "key" in facts:
        facts["key"] = setting_words(facts["key"], language)
    if "reason" in facts:
        facts["reason"] = _reason(code, facts, language)
    return " ".join(filled(f"error.{code}.{part}", language, facts) for part in ("what", "safe", "fix"))


def error_reason(error: RobExactError, language: Language) -> str:
    """Only why: for the field where a person typed it."""
    return _reason(error.code, dict(error.facts), language)


def _reason(code: str, facts: dict[str, str], language: Language) -> str:
    """The reason in words, with the error's own facts; a service's own words stay as they are."""
    reason = facts["reason"]
    near = ".near" if facts.get("nearest") else ""
    for key in (f"reason.{code}.{reason}{near}", f"reason.{code}.{reason}", f"reason.{reason}"):
        if key in SENTENCES[language]:
            return filled(key, language, facts)
    return reason


def state_word(state: InvoiceState, language: Language) -> str:
    return word("state", state, language)


def progress_name(name: str, language: Language) -> str:
    """What a long job is at, in words; the name itself where it is one of the user's."""
    return word("progress", name, language)


def field_names(fields: tuple[str, ...], language: Language) -> str:
    """The fields that changed in Robaws (`domain.invoice.what_changed`), as one enumeration."""
    return ", ".join(word("field", field, language) for field in fields)
