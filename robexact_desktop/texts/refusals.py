"""Exact's refusals: stable fragments of its words, in Dutch and English, and the cause that each stands for.

Sources: facts bookkeeping 3.18 and exact-online 3. The words come in the language of Exact's user, so both are tried.
"""

from dataclasses import dataclass

from robexact_desktop.texts.filling import filled
from robexact_desktop.texts.language import Language

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Explanation:
    """`cause_key` names the cause (`period_closed`), so that the screen opens the right place; `unknown` has none."""

    cause_key: str
    cause: str
    fix: str

    def __bool__(self) -> bool:
        """False where the catalogue does not know Exact's words, so that they stand alone."""
        return self.cause_key != UNKNOWN


def explain_refusal(exact_message: str, language: Language) -> Explanation:
    """Cause and fix. What is not in the catalogue is shown word for word."""
    key = cause_of(exact_message)
    facts = {"message": exact_message.strip()}
    cause, fix = (filled(f"refusal.{key}.{part}", language, facts) for part in ("cause", "fix"))
    return Explanation(key, cause, fix)


def cause_of(exact_message: str) -> str:
    """The cause of the first of Exact's lines that the catalogue knows; Exact joins several with line ends."""
    for line in exact_message.splitlines():
        said = " ".join(line.casefold().split())
        for fragments, key in CATALOGUE:
            if all(fragment in said for fragment in fragments):
                return key
    return UNKNOWN


CATALOGUE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("periode", "afgesloten"), "period_closed"),
    (("period", "closed"), "period_closed"),
    (("boekjaar",), "period_missing"),
    (("periode-datumtabel",), "period_missing"),
    (("fiscal year",), "period_missing"),
    (("financial year",), "period_missing"),
    (("in gebruik", "boekstuknummer"), "number_taken"),
    (("bestaat reeds", "boekstuknummer"), "number_taken"),
    (("already exists", "entry number"), "number_taken"),
    (("in use", "entry number"), "number_taken"),
    (("bestaat reeds",), "exists"),
    (("already exists",), "exists"),
    (("niet in evenwicht",), "out_of_balance"),
    (("out of balance",), "out_of_balance"),
    (("not balanced",), "out_of_balance"),
    (("btw", "komt niet overeen"), "vat_inclusive"),
    (("vat", "does not match"), "vat_inclusive"),
    (("btw bedrag is niet toegestaan",), "vat_amount_not_allowed"),
    (("btw-bedrag is niet toegestaan",), "vat_amount_not_allowed"),
    (("vat amount", "not allowed"), "vat_amount_not_allowed"),
    (("niet toegestaan: btw-code",), "vat_journal"),
    (("not allowed: vat code",), "vat_journal"),
    (("btw-code",), "vat_code"),
    (("btw code",), "vat_code"),
    (("btw-percentage",), "vat_code"),
    (("vat code",), "vat_code"),
    (("vat percentage",), "vat_code"),
    (("grootboekrekeningtype",), "gl_type"),
    (("grootboekrekening (type)",), "gl_type"),
    (("gl account type",), "gl_type"),
    (("g/l account (type)",), "gl_type"),
    (("grootboek",), "gl_unknown"),
    (("gl account",), "gl_unknown"),
    (("g/l account",), "gl_unknown"),
    (("klantenrekening",), "receivable_account"),
    (("leveranciersrekening",), "receivable_account"),
    (("receivables account",), "receivable_account"),
    (("klant (type)",), "relation_role"),
    (("leverancier (type)",), "relation_role"),
    (("relatie (type)",), "relation_role"),
    (("customer (type)",), "relation_role"),
    (("supplier (type)",), "relation_role"),
    (("betalingsconditie",), "payment_condition"),
    (("payment condition",), "payment_condition"),
    (("kostenplaats",), "cost_center"),
    (("kostendrager",), "cost_center"),
    (("cost center",), "cost_center"),
    (("cost centre",), "cost_center"),
    (("cost unit",), "cost_center"),
    (("dagboek",), "journal"),
    (("journal",), "journal"),
    (("diary",), "journal"),
    (("niet gevonden", "klant"), "relation_gone"),
    (("niet gevonden", "leverancier"), "relation_gone"),
    (("niet gevonden", "relatie"), "relation_gone"),
    (("relation may no longer exist",), "relation_gone"),
    (("not found", "customer"), "relation_gone"),
    (("not found", "supplier"), "relation_gone"),
    (("referentie: klant",), "relation_gone"),
    (("referentie: leverancier",), "relation_gone"),
    (("referentie: relatie",), "relation_gone"),
    (("reference: customer",), "relation_gone"),
    (("reference: supplier",), "relation_gone"),
    (("reference: account",), "relation_gone"),
    (("verplicht: relatie",), "relation_gone"),
    (("mandatory: relationship",), "relation_gone"),
    (("ongeldig: e-mail",), "relation_data"),
    (("invalid: e-mail",), "relation_data"),
    (("ongeldig: telefoon",), "relation_data"),
    (("invalid: phone",), "relation_data"),
    (("ongeldig: btw-nummer",), "relation_data"),
    (("invalid: vat number",), "relation_data"),
    (("document type", "not allowed"), "document_type"),
    (("documenttype", "niet toegestaan"), "document_type"),
    (("wrong division",), "division"),
    (("division scope",), "division"),
    (("tooearlytorefresh",), "login_too_early"),
    (("access_token not expired",), "login_too_early"),
    (("refresh token",), "login"),
    (("invalid_grant",), "login"),
    (("chainid",), "login"),
    (("rate limit",), "limit"),
    (("too many requests",), "limit"),
    (("reeds verwerkt",), "processed"),
    (("already processed",), "processed"),
    (("'attachment'",), "document_file"),
    (("referentie: valuta",), "currency"),
    (("reference: currency",), "currency"),
    (("forbidden",), "rights"),
    (("geen rechten",), "rights"),
    (("unauthorized",), "rights"),
    (("$select",), "program"),
    (("$filter",), "program"),
    (("query syntax",), "program"),
    (("filtering on these fields",), "program"),
    (("guid-indeling",), "program"),
    (("edm.guid",), "program"),
    (("processing request stream",), "program"),
    (("for the segment",), "program"),
)
"""All fragments of a row must be there. The first row that fits decides: the narrower stand before the wider."""
