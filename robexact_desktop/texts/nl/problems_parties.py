"""Dutch. What stands in the way of a booking, and what helps: number, relation, payment, document, approval."""

SENTENCES = {
    "problem.draft.message": "De factuur is in Robaws nog een ontwerp: ze heeft nog geen nummer of geen totaal.",
    "problem.draft.fix": "Maak de factuur definitief in Robaws en vernieuw daarna de lijst.",
    "problem.relation_unlinked.ask.message": "{relation} is nog niet gekoppeld aan een relatie in Exact.",
    "problem.relation_unlinked.ask.fix": "Koppel de relatie met het potlood, of laat ze in Exact aanmaken.",
    "problem.relation_unlinked.always.message": (
        "{relation} is niet gekoppeld en kan niet worden aangemaakt: de gegevens uit Robaws ontbreken hier."
    ),
    "problem.relation_unlinked.always.fix": (
        "Haal de klanten en leveranciers opnieuw op, of koppel de relatie met het potlood."
    ),
    "problem.relation_unlinked.never.message": (
        "{relation} is nog niet gekoppeld; de instelling zegt dat relaties nooit worden aangemaakt."
    ),
    "problem.relation_unlinked.never.fix": "Koppel de relatie met het potlood; maak ze zo nodig eerst aan in Exact.",
    "problem.relation_unlinked.gone.message": (
        "De relatie waaraan {relation} gekoppeld was, bestaat niet meer in Exact."
    ),
    "problem.relation_unlinked.gone.fix": "Koppel de relatie opnieuw met het potlood.",
    "problem.relation_ambiguous.message": (
        "Meer dan één relatie in Exact kan {relation} zijn, of naam en btw-nummer spreken elkaar tegen."
    ),
    "problem.relation_ambiguous.fix": "Vergelijk ze met het potlood en koppel de juiste.",
    "problem.relation_role.sales.message": "Relatie {account} ({name}) is in Exact geen klant.",
    "problem.relation_role.sales.fix": (
        "Zet de status van de relatie in Exact op klant, of koppel een andere relatie."
    ),
    "problem.relation_role.purchase.message": "Relatie {account} ({name}) is in Exact geen leverancier.",
    "problem.relation_role.purchase.fix": (
        "Vink in Exact leverancier aan bij de relatie, of koppel een andere relatie."
    ),
    "problem.relation_blocked.message": "Relatie {account} ({name}) is geblokkeerd in Exact.",
    "problem.relation_blocked.fix": "Deblokkeer de relatie in Exact, of koppel een andere.",
    "problem.number_taken.message": (
        "In Exact staat al boeking {number} in dagboek {journal} (uw ref. {reference}) met totaal "
        "{theirs:amount}; deze factuur is {ours:amount}."
    ),
    "problem.number_taken.fix": "Vergelijk beide en verbeter het nummer in Robaws of de boeking in Exact.",
    "problem.already_in_exact.message": (
        "Deze factuur staat al in Exact: boeking {number} in dagboek {journal}, zelfde relatie en zelfde "
        "totaal ({theirs:amount}). Ze wordt niet nog eens geboekt."
    ),
    "problem.already_in_exact.fix": "Koppel de factuur aan die boeking.",
    "problem.number_not_integer.no_digits.message": (
        "Factuurnummer {number} bevat geen cijfers en kan dus geen boekstuknummer zijn."
    ),
    "problem.number_not_integer.too_large.message": (
        "Factuurnummer {number} geeft een boekstuknummer boven {largest}, het hoogste dat Exact aanneemt."
    ),
    "problem.number_not_integer.shared.message": (
        "Factuurnummer {number} geeft boekstuknummer {digits}, net als {others}: de facturen wachten allemaal."
    ),
    "problem.number_not_integer.fix": (
        "Verbeter het nummer in Robaws, of laat Exact het boekstuknummer toewijzen (instelling). Het "
        "factuurnummer blijft in uw ref. staan."
    ),
    "problem.currency_unknown.message": "Munt {currency} is niet actief in deze administratie van Exact.",
    "problem.currency_unknown.fix": "Activeer de munt in Exact en haal de gegevens opnieuw op.",
    "problem.payment_reference_invalid.message": (
        "Gestructureerde mededeling {reference} heeft een fout controlegetal; de betaling zal in Exact niet "
        "vanzelf worden afgepunt."
    ),
    "problem.payment_reference_invalid.fix": (
        "Verbeter de mededeling in Robaws. Zonder verbetering wordt ze geboekt zoals ze daar staat."
    ),
    "problem.payment_condition_unmapped.message": (
        "Betalingsconditie {condition} van Robaws is aan geen betalingsconditie van Exact gekoppeld: die van "
        "de relatie in Exact geldt."
    ),
    "problem.payment_condition_unmapped.unknown.message": (
        "Betalingsconditie {condition} bestaat niet in Exact: die van de relatie in Exact geldt."
    ),
    "problem.payment_condition_unmapped.fix": "Kies de betalingsconditie in de instellingen, of hier met de hand.",
    "problem.document_missing.message": (
        "Bij deze aankoopfactuur staat in Robaws geen document: ze wordt zonder bijlage geboekt."
    ),
    "problem.document_missing.fix": (
        "Voeg het document toe in Robaws en vernieuw, of voeg het na het boeken toe in Exact."
    ),
    "problem.document_type.message": (
        "Het document van deze factuur is geen pdf of afbeelding; Exact neemt het niet aan."
    ),
    "problem.document_type.fix": (
        "Vervang het document in Robaws door een pdf, of zet documenten meesturen uit in de instellingen."
    ),
    "problem.approval_open.message": "De goedkeuring van deze factuur is in Robaws nog niet gegeven of is geweigerd.",
    "problem.approval_open.fix": "Wacht op de goedkeuring in Robaws; daarna staat de factuur vanzelf klaar.",
    "problem.iban_differs.message": (
        "Het rekeningnummer van de leverancier in Robaws ({ours}) verschilt van dat in Exact ({theirs})."
    ),
    "problem.iban_differs.fix": (
        "Bel de leverancier op een nummer dat u al kende, vóór u betaalt: een gewijzigd rekeningnummer kan fraude zijn."
    ),
}
