"""Dutch. Why Exact refuses, and what helps."""

SENTENCES = {
    "refusal.period_closed.cause": "De periode is in Exact afgesloten voor dit dagboek.",
    "refusal.period_closed.fix": "Kies een open periode met de hand, of heropen de periode in Exact.",
    "refusal.period_missing.cause": "Het boekjaar of de periode is in Exact niet aangemaakt.",
    "refusal.period_missing.fix": (
        "Maak het boekjaar aan in Exacts periode-datumtabel en haal de perioden opnieuw op."
    ),
    "refusal.number_taken.cause": "Dit boekstuknummer is in Exact al in gebruik.",
    "refusal.number_taken.fix": (
        "De factuur wordt eerst in Exact nagekeken: is het dezelfde, koppel ze dan; anders krijgt ze een ander nummer."
    ),
    "refusal.exists.cause": "Exact heeft al iets met dezelfde code.",
    "refusal.exists.fix": "Haal de gegevens opnieuw op en koppel aan wat er al staat.",
    "refusal.out_of_balance.cause": "De boeking is in Exact niet in evenwicht: btw en totaal zijn anders afgerond.",
    "refusal.out_of_balance.fix": (
        "Kijk in het voorbeeld welke regel de laatste cent draagt, controleer de btw-codes en verstuur opnieuw."
    ),
    "refusal.vat_inclusive.cause": "De btw-code rekent met bedragen inclusief btw.",
    "refusal.vat_inclusive.fix": "Kies op het tabblad Btw een code van het type exclusief.",
    "refusal.vat_amount_not_allowed.cause": 'De btw-code is van het type "geen btw" en laat geen btw-bedrag toe.',
    "refusal.vat_amount_not_allowed.fix": "Kies voor dit btw-tarief een btw-code met een percentage.",
    "refusal.vat_journal.cause": "Dit dagboek laat geen btw-codes toe.",
    "refusal.vat_journal.fix": "Kies een verkoop- of aankoopdagboek.",
    "refusal.vat_code.cause": (
        "De btw-code is in Exact onbekend of niet actief, of het percentage geldt niet op deze datum."
    ),
    "refusal.vat_code.fix": "Haal de btw-codes opnieuw op en kies een code op het tabblad Btw.",
    "refusal.gl_type.cause": (
        "Deze grootboekrekening (bank, kas, klanten, leveranciers, btw) mag niet op een regel staan."
    ),
    "refusal.gl_type.fix": "Kies een opbrengsten- of kostenrekening.",
    "refusal.gl_unknown.cause": "De grootboekrekening bestaat niet (meer) in Exact.",
    "refusal.gl_unknown.fix": "Haal de grootboekrekeningen opnieuw op en kies een andere.",
    "refusal.journal.cause": "Het dagboek ontbreekt, bestaat niet of is van het verkeerde type.",
    "refusal.journal.fix": "Haal de dagboeken opnieuw op en kies een dagboek van het juiste type.",
    "refusal.relation_role.cause": "De relatie is in Exact geen klant (of geen leverancier).",
    "refusal.relation_role.fix": "Zet de relatie in Exact op klant of leverancier, of koppel een andere.",
    "refusal.receivable_account.cause": "De klantenrekening van de relatie is niet die van het dagboek.",
    "refusal.receivable_account.fix": (
        "Kies een ander dagboek, of pas de klantenrekening van de relatie aan in Exact."
    ),
    "refusal.relation_gone.cause": "De relatie bestaat niet (meer) in Exact.",
    "refusal.relation_gone.fix": "Koppel de relatie opnieuw met het potlood.",
    "refusal.relation_data.cause": (
        "Een gegeven van de relatie (e-mail, telefoon of nummer) heeft een vorm die Exact niet aanneemt."
    ),
    "refusal.relation_data.fix": "Verbeter het gegeven in Robaws en haal de relaties opnieuw op.",
    "refusal.payment_condition.cause": "De betalingsconditie ontbreekt of is in Exact onbekend.",
    "refusal.payment_condition.fix": (
        "Koppel de betalingsconditie in de instellingen, of stel in Exact een standaard in."
    ),
    "refusal.cost_center.cause": "De kostenplaats of kostendrager ontbreekt, bestaat niet of is niet actief.",
    "refusal.cost_center.fix": (
        "Koppel het project of de activiteit op de pagina Kostenplaatsen, of kies er een met de hand."
    ),
    "refusal.document_type.cause": "De aangemelde gebruiker mag dit type document niet aanmaken.",
    "refusal.document_type.fix": (
        "Meld aan met een gewone gebruiker van Exact die documenten mag aanmaken. De boeking zelf is niet geweigerd."
    ),
    "refusal.rights.cause": "De aangemelde gebruiker of uw app heeft dit recht niet.",
    "refusal.rights.fix": "Bekijk de lijst met rechten in de instellingen en geef het recht in Exact.",
    "refusal.division.cause": "De toestemming geldt niet voor deze administratie.",
    "refusal.division.fix": (
        "Trek de app in bij Exact (beveiligingscentrum) en maak opnieuw verbinding, met alle administraties."
    ),
    "refusal.login.cause": "De aanmelding bij Exact wordt niet meer aanvaard.",
    "refusal.login.fix": "Meld opnieuw aan; er is niets dubbel verstuurd.",
    "refusal.login_too_early.cause": "Exact geeft pas na negen en een halve minuut een nieuwe aanmelding.",
    "refusal.login_too_early.fix": "Wacht even; het gaat vanzelf verder.",
    "refusal.limit.cause": "Exact laat nu geen oproepen meer toe.",
    "refusal.limit.fix": "Wacht even; het gaat vanzelf verder.",
    "refusal.processed.cause": "De boeking is in Exact al verwerkt en kan niet meer worden gewijzigd.",
    "refusal.processed.fix": "Pas ze aan in Exact zelf, bijvoorbeeld met een tegenboeking.",
    "refusal.document_file.cause": "Exact neemt dit bestand niet aan.",
    "refusal.document_file.fix": "Vervang het document door een pdf van hooguit 7 MB.",
    "refusal.currency.cause": "De munt is in deze administratie van Exact niet actief.",
    "refusal.currency.fix": "Activeer de munt in Exact.",
    "refusal.program.cause": "Exact begrijpt de vraag van dit programma niet: dat is een fout van ons, niet van u.",
    "refusal.program.fix": 'Stuur "mail naar support"; er is niets geboekt.',
    "refusal.unknown.cause": "Exact zegt: {message}",
    "refusal.unknown.fix": 'Zoek de oorzaak in Exact; "mail naar support" neemt deze woorden letterlijk mee.',
}
