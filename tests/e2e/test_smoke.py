from world import World


def test_smoke(firm: World) -> None:
    firm.json("match")
    firm.json("check", "--all")
    sent = firm.run("send", "--all-ready", "--json")
    print(sent.code, sent.err[-500:])
    open("/tmp/rows.txt","w").write(repr([r for r in sent.document if r["state"] != "done"]) + str(sent.code) + sent.err[-800:])
    again = firm.json("send", "--all-ready")
    assert again == []
    print(firm.run("payments").out)
    assert 0
