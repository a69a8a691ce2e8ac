"""Nothing that the program can say is without its sentence, in any language."""

import dataclasses
import re
import string
import typing

import code_facts
import pytest

from robexact_desktop.domain import errors, outbox
from robexact_desktop.domain.booking.books import Field
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.matching import Doubt, Reason
from robexact_desktop.domain.payment import PaymentStatus
from robexact_desktop.domain.problems import ProblemCode, Severity
from robexact_desktop.domain.relation import LinkRule
from robexact_desktop.domain.settings import SECRETS, Settings
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.texts import Language
from robexact_desktop.texts.filling import FAMILIES, SENTENCES, SHOWN
from robexact_desktop.texts.refusals import CATALOGUE

DUTCH = SENTENCES[Language.NL]
OTHERS = [Language.FR, Language.EN]


def placeholders(text: str) -> set[tuple[str, str]]:
    return {(name, spec or "") for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_the_languages_have_the_same_keys(language: Language) -> None:
    assert set(SENTENCES[language]) == set(DUTCH)


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_names_the_same_facts_in_every_language(language: Language) -> None:
    differing = [key for key in DUTCH if placeholders(SENTENCES[language][key]) != placeholders(DUTCH[key])]
    assert differing == []


@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_is_empty_or_untidy(language: Language) -> None:
    untidy = [key for key, text in SENTENCES[language].items() if not text.strip() or text != " ".join(text.split())]
    assert untidy == []


@pytest.mark.parametrize("language", list(Language))
def test_no_topic_hides_a_key_of_another(language: Language) -> None:
    package = __import__(f"robexact_desktop.texts.{language}", fromlist=["SENTENCES"])
    topics = [module.SENTENCES for module in vars(package).values() if hasattr(module, "SENTENCES")]
    assert sum(map(len, topics)) == len(package.SENTENCES)


@pytest.mark.parametrize("language", list(Language))
def test_no_word_of_programmers_reaches_a_bookkeeper(language: Language) -> None:
    banned = re.compile(r"\b(api|token|tokens|sync|error|errors|null|json error|exception)\b", re.IGNORECASE)
    assert {key: text for key, text in SENTENCES[language].items() if banned.search(text)} == {}


def test_every_way_of_showing_a_fact_is_known() -> None:
    used = {spec for text in DUTCH.values() for _, spec in placeholders(text)}
    assert used <= set(SHOWN) | set(FAMILIES)


def test_every_problem_has_its_message_and_fix() -> None:
    lacking = [
        (told, part) for told in code_facts.problems() for part in ("message", "fix") if not _has_sentence(told, part)
    ]
    assert lacking == []


def _has_sentence(told: code_facts.Told, part: str) -> bool:
    """A message belongs to its variant; a fix may be shared by the variants of a code."""
    own, shared = f"problem.{told.code}.{told.variant}.{part}", f"problem.{told.code}.{part}"
    if told.variant and (own in DUTCH or part == "message"):
        return own in DUTCH
    return shared in DUTCH


def test_every_code_of_the_catalogue_has_sentences() -> None:
    codes = {key.split(".")[1] for key in DUTCH if key.startswith("problem.")}
    assert codes == {code.value for code in ProblemCode}


def test_a_code_is_found_in_the_domain_or_known_to_be_told_elsewhere() -> None:
    told = {problem.code for problem in code_facts.problems()}
    assert {code.value for code in ProblemCode} - told <= {"document_type"}


def test_every_rule_has_its_why() -> None:
    lacking = {rule for rule in code_facts.rules() if f"rule.{rule}" not in DUTCH}
    assert lacking == set()


def test_no_why_outlives_its_rule() -> None:
    assert {key.removeprefix("rule.") for key in DUTCH if key.startswith("rule.")} == code_facts.rules()


def test_every_rule_given_to_decided_was_collected() -> None:
    found = code_facts.rules()
    assert [place for rule, place in code_facts.rules_given_to_decided() if rule not in found] == []


def test_every_error_says_what_happened_what_did_not_and_what_helps() -> None:
    codes = code_facts.error_codes()
    assert codes >= {cls.code for cls in vars(errors).values() if isinstance(cls, type) and hasattr(cls, "code")}
    assert [(c, part) for c in codes for part in ("what", "safe", "fix") if f"error.{c}.{part}" not in DUTCH] == []


def test_every_reason_of_one_word_is_told_in_words() -> None:
    codes = {name: cls.code for name, cls in vars(errors).items() if isinstance(cls, type) and hasattr(cls, "code")}
    lacking = [
        (error, reason, place)
        for error, reason, place in code_facts.coded_reasons()
        if not {f"reason.{reason}", f"reason.{codes.get(error, '')}.{reason}"} & set(DUTCH)
    ]
    assert lacking == []


def test_every_key_that_the_services_name_exists() -> None:
    assert [(key, place) for key, place in code_facts.told_keys() if key not in DUTCH] == []


def test_every_sentence_is_given_the_facts_it_names() -> None:
    lacking = [
        (key, needed, place)
        for key, facts, place in code_facts.told_facts()
        if (needed := {name for name, _ in placeholders(DUTCH[key])} - facts)
    ]
    assert lacking == []


def test_every_cause_of_the_catalogue_has_cause_and_fix() -> None:
    causes = {key for _, key in CATALOGUE} | {"unknown"}
    assert {key for key in DUTCH if key.startswith("refusal.")} == {
        f"refusal.{cause}.{part}" for cause in causes for part in ("cause", "fix")
    }


WORDS = [
    ("state", [state.value for state in InvoiceState]),
    ("state", [state.value for state in outbox.State]),
    ("payment", [status.value for status in PaymentStatus]),
    ("severity", [severity.value for severity in Severity]),
    ("operation", [kind.value for kind in outbox.Kind]),
    ("link_rule", [rule.value for rule in LinkRule]),
    ("field", [field.name for field in dataclasses.fields(Invoice)]),
    ("by_hand", [field.value for field in Field]),
    ("candidate", [*(reason.value for reason in Reason), *(doubt.value for doubt in Doubt)]),
    ("stop", sorted(code_facts.error_codes() - {"error", "sign_in_failed", "unknown_id"})),
]


@pytest.mark.parametrize(("family", "values"), WORDS)
def test_every_word_of_a_family_is_there(family: str, values: list[str]) -> None:
    assert [value for value in values if f"{family}.{value}" not in DUTCH] == []


def test_every_setting_has_its_name_and_every_choice_its_word() -> None:
    settings, choices = _tree(Settings, "")
    assert [key for key in [*settings, *SECRETS] if f"setting.{key}" not in DUTCH] == []
    assert [key for key in choices if f"choice.{key}" not in DUTCH] == []


def _tree(kind: type, above: str) -> tuple[list[str], list[str]]:
    settings, choices = [], []
    for name, of in typing.get_type_hints(kind).items():
        if dataclasses.is_dataclass(of):
            inner_settings, inner_choices = _tree(typing.cast("type", of), f"{above}{name}.")
            settings += inner_settings
            choices += inner_choices
            continue
        settings.append(f"{above}{name}")
        if isinstance(of, type) and hasattr(of, "__members__"):
            choices += [f"{name}.{member.value}" for member in typing.cast("list[typing.Any]", list(of))]
    return settings, choices
