"""`match`, `link`, `unlink`."""

from robexact_desktop.adapters.code_sheet import read_codes
from robexact_desktop.cli.desk import Desk
from robexact_desktop.cli.exits import Exit
from robexact_desktop.cli.output import print_json, print_rows, tell
from robexact_desktop.domain.matching import Told, resolve
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Candidate, Link, Relation
from robexact_desktop.services.match_relations import (
    Matched,
    link_by_hand,
    link_of,
    match_relations,
    may_link,
    unlink_by_hand,
)
from robexact_desktop.texts import Language, sentence


def match(desk: Desk) -> Exit:
    """Link what is certain; a sheet of codes goes first."""
    sheet = read_codes(desk.arguments.codes) if desk.arguments.codes else None
    with desk.at_the_books() as work:
        codes, told = resolve(sheet, work.stores.master.all(Relation)) if sheet else ({}, ())
        matched = match_relations(work, codes)
    for row in (*told, *matched.told):
        tell(_not_linked(row, desk.language))
    if desk.arguments.json:
        print_json(matched_document(matched))
    else:
        print_rows([_link(link) for link in matched.linked])
        print_rows([{"relation": relation.id, "name": relation.name} for relation, _ in matched.unlinked])
    return Exit.DONE


def matched_document(matched: Matched) -> dict[str, object]:
    return {
        "linked": [_link(link) for link in matched.linked],
        "unlinked": [
            {
                "relation": relation.id,
                "name": relation.name,
                "candidates": [_candidate(candidate) for candidate in candidates],
            }
            for relation, candidates in matched.unlinked
        ],
    }


def _not_linked(told: Told, language: Language) -> str:
    """A code that did not become a link, and why."""
    facts = {"row": told.row, "key": told.key or told.relation or "", "code": told.code, "reason": told.doubt.value}
    return sentence("sheet.told", language, **facts)


def link(desk: Desk) -> Exit:
    account = AccountId(desk.arguments.account_id.strip("{}").lower())
    relation = RelationId(desk.arguments.relation)
    with desk.looking() as work:  # an unknown id is told before another copy is
        may_link(work, relation, account)
    with desk.at_the_books() as work:
        return _shown(desk, link_by_hand(work, relation, account))


def unlink(desk: Desk) -> Exit:
    with desk.looking() as work:
        link_of(work, RelationId(desk.arguments.relation))
    with desk.at_the_books() as work:
        return _shown(desk, unlink_by_hand(work, RelationId(desk.arguments.relation)))


def _shown(desk: Desk, link: Link) -> Exit:
    (print_json if desk.arguments.json else lambda row: print_rows([row]))(_link(link))
    return Exit.DONE


def _link(link: Link) -> dict[str, object]:
    return {"relation": link.relation, "account_id": link.account_id, "rule": link.rule.value}


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "account_id": candidate.account_id,
        "name": candidate.name,
        "score": candidate.score,
        "reasons": list(candidate.reasons),
    }
