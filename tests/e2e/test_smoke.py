from world import World


def test_smoke(firm: World) -> None:
    firm.json("match")
    firm.json("check", "--all")
    sent = firm.run("send", "--all-ready", "--json")
    print(sent.code, sent.err[-500:])
    print([r for r in sent.document if r["state"] != "done"])
    again = firm.json("send", "--all-ready")
    assert again == []
    print(firm.run("payments").out)
    assert 0
