"""Dutch. What came of sending, payments, and the mail about it."""

SENTENCES = {
    "send.booked": "Geboekt als boekstuk {number} in dagboek {journal}.",
    "send.found": "Stond al in Exact als boekstuk {number}: nagekeken en overgenomen, niet nog eens geboekt.",
    "send.unknown_until": "Onzeker: wordt nagekeken om {time:time}. Tot dan wordt de factuur niet opnieuw verstuurd.",
    "send.unknown_clean_once": (
        "Exact heeft de boeking nog niet; om {time:time} wordt een tweede keer nagekeken, pas daarna mag ze "
        "opnieuw worden verstuurd."
    ),
    "send.conflict_shown": (
        "Beslissen: in Exact staat boeking {number} in dagboek {journal} op {theirs:amount}, deze factuur is "
        "{ours:amount}. Er is niets geboekt."
    ),
    "send.conflict_several": (
        "Beslissen: in Exact staan meer boekingen met factuurnummer {reference} van deze relatie: {numbers}. "
        "Er is niets geboekt."
    ),
    "send.adopted": "Gekoppeld aan boekstuk {number}, dat al in Exact stond.",
    "send.to_be_resent": "Staat weer in de wachtrij, zoals u besliste.",
    "send.skipped": "Overgeslagen, zoals u besliste: er is niets geboekt.",
    "resolve.gone": "Niet gekoppeld: de boeking staat niet meer in Exact. Kies opnieuw versturen.",
    "resolve.several": (
        "Niet gekoppeld: in Exact staan meer boekingen van deze factuur ({numbers}). Verwijder er de "
        "overtollige en kies opnieuw."
    ),
    "resolve.still_there": (
        "Niet opnieuw verstuurd: boekstuk {number} staat nog in Exact en is van deze factuur. Verwijder het "
        "in Exact, of koppel het."
    ),
    "send.blocked": "Niet verstuurd: {reason}",
    "held.books": (
        "Niet verstuurd: een instelling of koppeling die deze boeking bepaalt, is sinds het voorbeeld "
        "gewijzigd. Bekijk de factuur opnieuw."
    ),
    "held.refused": 'Niet verstuurd: {service:word} weigerde: "{message}". De factuur staat nog klaar.',
    "held.deleted": "Niet verstuurd: de factuur bestaat niet meer in Robaws.",
    "held.already_sent": "Niet verstuurd: Robaws toont de factuur al als Naar boekhouder = Ja.",
    "held.equal_refusal": 'Niet verstuurd: gestopt omdat Exact vergelijkbare facturen al weigerde: "{message}"',
    "send.queued": "In wachtrij: Exact heeft de factuur zeker niet ontvangen ({reason:reason}). Start het opnieuw.",
    "send.waits_for": "Wacht op {operation:operation}: {reason}",
    "relation.booked": "Relatie {name} aangemaakt in Exact.",
    "relation.contested": (
        "Niet verstuurd: in Exact staat al een relatie die {relation} kan zijn. Koppel ze met het potlood."
    ),
    "document.booked": "Document bijgevoegd in Exact.",
    "write_back.done": "Robaws toont Naar boekhouder = Ja en status {status}.",
    "write_back.done_no_status": "Robaws toont Naar boekhouder = Ja.",
    "write_back.later": "Geboekt; Robaws weet het nog niet: {reason:reason}. Het wordt opnieuw geprobeerd.",
    "write_back.left": "Geboekt; Robaws toont de factuur als betaald, daarom is de status niet gewijzigd.",
    "send.amounts_differ": (
        "Geboekt, maar Exact toont {theirs:amount} en de factuur zegt {ours:amount}: verschil "
        "{difference:amount}. Bekijk boekstuk {number}."
    ),
    "send.vat_differs": (
        "Geboekt, maar Exact toont {theirs:amount} btw op code {code} en de factuur geeft {ours:amount}. "
        "Bekijk boekstuk {number}."
    ),
    "send.type_differs": "Geboekt, maar Exact toont boekstuk {number} niet als creditnota. Bekijk de boeking.",
    "send.verified": "Nagelezen in Exact: totaal en btw kloppen tot op de cent.",
    "send.released": "Goedkeuring gegeven: de betaling van boekstuk {number} is vrijgegeven.",
    "release.no_condition": (
        "Goedkeuring gegeven, maar de betaling blijft tegengehouden: "
        "koppel eerst de betalingsconditie van deze factuur."
    ),
    "send.release_failed": "Goedkeuring gegeven, maar de betaling is nog tegengehouden: {reason}",
    "send.summary": (
        "{booked} geboekt, {refused} geweigerd, {unknown} onzeker, {conflict} te beslissen, {blocked} niet verstuurd."
    ),
    "send.nothing": "Er is niets te versturen.",
    "payment.told": "{open_amount:amount} open",
    "payment.written_back": "Robaws toont de factuur als betaald.",
    "payment.reopened_told": (
        "De betaling is in Exact teruggedraaid: {open_amount:amount} staat weer open. Robaws kan nog betaald tonen."
    ),
    "payment.no_paid_status": "De betaaldstatus is niet ingesteld: Robaws wordt niet bijgewerkt.",
    "payment.status_never_seen": (
        'Status "{status}" is in Robaws nog op geen enkele factuur gezien: controleer de schrijfwijze.'
    ),
    "payment.incomplete": "De betalingen konden niet volledig worden gelezen: er is niets gewijzigd.",
    "mail.subject": "{environment}: {count} facturen niet geboekt",
    "mail.intro": "Bij het versturen op {when} zijn deze facturen niet geboekt of vragen ze een beslissing:",
    "mail.row": "{number} ({relation}): {state}. {message}",
    "mail.failed": "De mail kon niet worden verzonden: {reason:reason}. Hij gaat mee met de volgende keer versturen.",
    "mail.test": "Dit is een testbericht van RobExact Desktop: de mailinstellingen werken.",
    "send.refused": 'Exact weigerde: "{message}"',
    "send.other_number": (
        "Geboekt als boekstuk {given}, niet als het gevraagde {asked}. Het factuurnummer staat in uw ref."
    ),
    "held.changed": (
        "Niet verstuurd: sinds het voorbeeld gewijzigd in Robaws ({fields:fields}). Bekijk de factuur opnieuw."
    ),
    "send.stopped": "Niet verstuurd: de reeks stopte ({reason:stop}). De factuur staat nog klaar.",
    "stop.unreachable": "een dienst antwoordt niet",
    "stop.limit_spent": "de oproepen van vandaag zijn op",
    "stop.sign_in_needed": "u bent niet meer aangemeld",
    "stop.refused": "een dienst weigerde",
    "stop.unreadable": "een antwoord was niet te lezen",
    "stop.settings": "een instelling klopt niet",
    "stop.database": "een bestand is niet te gebruiken",
    "stop.busy": "een ander venster is aan het werk",
    "stop.no_conflict": "er is niets te beslissen",
    "send.unknown": (
        "Onzeker: Exact antwoordde niet. De factuur wordt eerst nagekeken en tot dan niet opnieuw verstuurd."
    ),
    "send.conflict": (
        "Beslissen: in Exact staat op haar plaats een boeking van {found_amount:amount}, deze factuur is "
        "{sent_amount:amount}. Ze is niet nog eens geboekt."
    ),
    "send.differs": "Geboekt, maar Exact toont iets anders: {differences:differences}. Bekijk de boeking.",
    "document.later": "Geboekt; het document volgt later: {reason:reason}.",
    "document.missing": "Geboekt zonder document: Robaws gaf geen bestand.",
    "document.type": "Geboekt zonder document: Exact neemt dit soort bestand niet aan ({type}).",
    "document.queued": "Geboekt; het document wordt de volgende keer verstuurd.",
    "document.sending": "Geboekt; het document is nog onderweg.",
    "document.unknown": "Geboekt; het document is onzeker en wordt eerst nagekeken.",
    "document.conflict": "Geboekt; het document vraagt een beslissing.",
    "document.refused": 'Geboekt; Exact weigerde het document: "{message}"',
    "write_back.unanswered": "Geboekt; Robaws antwoordde niet op Naar boekhouder = Ja. Het wordt opnieuw geprobeerd.",
    "write_back.refused": 'Geboekt; Robaws weigerde Naar boekhouder = Ja: "{message}". Het wordt opnieuw geprobeerd.',
    "write_back.not_shown": (
        "Geboekt; Robaws nam Naar boekhouder = Ja aan maar toont het niet. Zet het in Robaws met de hand of "
        "controleer de rechten."
    ),
    "relation.queued": "De factuur wacht: relatie {name} is nog niet aangemaakt in Exact.",
    "relation.sending": "De factuur wacht: relatie {name} wordt aangemaakt in Exact.",
    "relation.unknown": "De factuur wacht: relatie {name} is misschien aangemaakt in Exact en wordt eerst nagekeken.",
    "relation.conflict": "De factuur wacht: relatie {name} kan in Exact al bestaan: koppel ze met het potlood.",
    "relation.refused": 'De factuur wacht: Exact weigerde relatie {name}: "{message}"',
}
