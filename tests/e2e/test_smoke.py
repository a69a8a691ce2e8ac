from world import World


def test_smoke(firm: World) -> None:
    firm.json("match")
    firm.json("check", "--all")
    sent = firm.json("send", "--all-ready")
    assert [row for row in sent if row["state"] != "done"] == []
    assert firm.json("send", "--all-ready") == []
    firm.json("payments")
