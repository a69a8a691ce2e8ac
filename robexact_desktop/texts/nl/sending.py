"""Dutch. What came of sending, payments, and the mail about it."""

SENTENCES = {
    "sent.booked": "Geboekt als boekstuk {number} in dagboek {journal}.",
    "sent.booked_other_number": (
        "Geboekt als boekstuk {number} in dagboek {journal}, niet als het gevraagde {wanted}. Het "
        "factuurnummer staat in uw ref."
    ),
    "sent.found": "Stond al in Exact als boekstuk {number}: nagekeken en overgenomen, niet nog eens geboekt.",
    "sent.refused": 'Exact weigerde: "{message}" {cause} {fix}',
    "sent.refused_unknown": 'Exact weigerde: "{message}" {fix}',
    "sent.unknown": "Onzeker: wordt nagekeken om {time:time}. Tot dan wordt de factuur niet opnieuw verstuurd.",
    "sent.unknown_clean_once": (
        "Exact heeft de boeking nog niet; om {time:time} wordt een tweede keer nagekeken, pas daarna mag ze "
        "opnieuw worden verstuurd."
    ),
    "sent.conflict": (
        "Beslissen: in Exact staat boeking {number} in dagboek {journal} op {theirs:amount}, deze factuur is "
        "{ours:amount}. Er is niets geboekt."
    ),
    "sent.conflict_several": (
        "Beslissen: in Exact staan meer boekingen met factuurnummer {reference} van deze relatie: {numbers}. "
        "Er is niets geboekt."
    ),
    "sent.adopted": "Gekoppeld aan boekstuk {number}, dat al in Exact stond.",
    "sent.to_be_resent": "Staat weer in de wachtrij, zoals u besliste.",
    "sent.skipped": "Overgeslagen, zoals u besliste: er is niets geboekt.",
    "sent.blocked": "Niet verstuurd: {reason}",
    "sent.held_changed": (
        "Niet verstuurd: sinds het voorbeeld gewijzigd in Robaws ({fields}). Bekijk de factuur opnieuw."
    ),
    "sent.held_books": (
        "Niet verstuurd: een instelling of koppeling die deze boeking bepaalt, is sinds het voorbeeld "
        "gewijzigd. Bekijk de factuur opnieuw."
    ),
    "sent.deleted": "Niet verstuurd: de factuur bestaat niet meer in Robaws.",
    "sent.already_sent": "Niet verstuurd: Robaws toont de factuur al als Naar boekhouder = Ja.",
    "sent.stopped": 'Niet verstuurd: gestopt omdat Exact vergelijkbare facturen al weigerde: "{message}"',
    "sent.queued": "In wachtrij: Exact heeft de factuur zeker niet ontvangen ({reason:reason}). Start het opnieuw.",
    "sent.waits_for": "Wacht op {operation:operation}: {reason}",
    "sent.account_created": "Relatie {name} aangemaakt in Exact.",
    "sent.account_contested": (
        "Niet verstuurd: in Exact staat al een relatie die {relation} kan zijn. Koppel ze met het potlood."
    ),
    "sent.document_attached": "Document bijgevoegd in Exact.",
    "sent.document_failed": "Geboekt; het document staat nog niet in Exact: {reason}",
    "sent.document_missing": "Robaws gaf geen bestand voor deze factuur; er is niets bijgevoegd.",
    "sent.document_type": "Het bestand in Robaws is geen PDF of JPEG; het is niet bijgevoegd.",
    "sent.document_refused": 'Exact weigerde het document: "{message}"',
    "sent.document_pending": "Het document volgt bij de volgende keer versturen.",
    "sent.differs": "Let op: in Exact staat boekstuk {number} anders dan verstuurd ({differences}).",
    "sent.written_back": "Robaws toont Naar boekhouder = Ja en status {status}.",
    "sent.written_back_no_status": "Robaws toont Naar boekhouder = Ja.",
    "sent.write_back_pending": "Geboekt; Robaws weet het nog niet: {reason:reason}. Het wordt opnieuw geprobeerd.",
    "sent.write_back_not_visible": (
        "Geboekt; Robaws nam de wijziging aan maar toont ze niet ({field:field}). Zet ze in Robaws met de "
        "hand of controleer de rechten."
    ),
    "sent.write_back_left": "Geboekt; Robaws toont de factuur als betaald, daarom is de status niet gewijzigd.",
    "sent.amounts_differ": (
        "Geboekt, maar Exact toont {theirs:amount} en de factuur zegt {ours:amount}: verschil "
        "{difference:amount}. Bekijk boekstuk {number}."
    ),
    "sent.vat_differs": (
        "Geboekt, maar Exact toont {theirs:amount} btw op code {code} en de factuur geeft {ours:amount}. "
        "Bekijk boekstuk {number}."
    ),
    "sent.type_differs": "Geboekt, maar Exact toont boekstuk {number} niet als creditnota. Bekijk de boeking.",
    "sent.verified": "Nagelezen in Exact: totaal en btw kloppen tot op de cent.",
    "sent.released": "Goedkeuring gegeven: de betaling van boekstuk {number} is vrijgegeven.",
    "sent.release_failed": "Goedkeuring gegeven, maar de betaling is nog tegengehouden: {reason}",
    "sent.summary": (
        "{booked} geboekt, {refused} geweigerd, {unknown} onzeker, {conflict} te beslissen, {blocked} niet verstuurd."
    ),
    "sent.nothing": "Er is niets te versturen.",
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
}
