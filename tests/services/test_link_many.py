"""*Koppel automatisch* and the codes of a sheet: what was skipped is named, and all of it is one step back."""

from pathlib import Path

from robexact_desktop.adapters.code_sheet import read_codes
from robexact_desktop.domain.matching.doubt import Doubt
from robexact_desktop.domain.relation import LinkRule, Relation
from robexact_desktop.services.link_relation import match_and_list, undo_matched
from robexact_desktop.services.match_relations import link_by_hand
from robexact_desktop.services.workplace import Workplace


def test_one_step_back_takes_all_links_and_a_rule_may_make_them_again(work: Workplace) -> None:
    made = match_and_list(work)
    assert len(made.links) > 300
    contested = work.stores.contested.all()
    assert undo_matched(work, made) == len(made.links)
    assert work.stores.links.all() == {}
    assert not work.stores.links.refused(), "undone, not taken apart"
    assert work.stores.contested.all() >= contested
    assert match_and_list(work).links == made.links


def test_what_a_person_linked_since_stays(work: Workplace) -> None:
    made = match_and_list(work)
    first = made.links[0]
    by_hand = link_by_hand(work, first.relation, made.links[1].account_id)
    assert undo_matched(work, made) == len(made.links) - 1
    assert work.stores.links.all() == {first.relation: by_hand}
    assert by_hand.rule is LinkRule.HAND


def test_rows_of_a_sheet_that_became_no_link_are_named_with_their_reason(work: Workplace, tmp_path: Path) -> None:
    relation = work.stores.master.all(Relation)[0]
    sheet = tmp_path / "codes.csv"
    lines = ["NR;NAME;EXACT_ONLINE_CODE", f"{relation.number};;9999999", "K99999;;1001", ";;1002"]
    sheet.write_text("\n".join(lines), "utf-8")
    told = {one.row: one for one in match_and_list(work, sheet, read_codes).skipped}
    assert told[2].doubt is Doubt.CODE_UNKNOWN
    assert told[2].relation == relation.id
    assert (told[3].doubt, told[3].key) == (Doubt.ROW_UNKNOWN, "NR K99999")
    assert told[4].doubt is Doubt.ROW_NAMELESS
