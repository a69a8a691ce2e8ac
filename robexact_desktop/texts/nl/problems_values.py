"""Dutch. What stands in the way of a booking, and what helps: journal, period, account, VAT, amounts, costs."""

SENTENCES = {
    "problem.vat_unmapped.message": (
        "Btw-tarief {tariff} van Robaws is voor {side:word} aan geen btw-code van Exact gekoppeld."
    ),
    "problem.vat_unmapped.fix": (
        "Kies op het tabblad Btw de btw-code met het potlood; een percentage alleen beslist niet, want 0 % "
        "heeft vele codes."
    ),
    "problem.vat_unmapped.no_tariff.message": "Regel {line} heeft in Robaws geen btw-tarief.",
    "problem.vat_unmapped.no_tariff.fix": (
        "Zet het btw-tarief op de regel in Robaws, of kies hier de btw-code met de hand."
    ),
    "problem.vat_unmapped.unknown.message": "Btw-code {code} bestaat niet in deze administratie van Exact.",
    "problem.vat_unmapped.unknown.fix": "Haal de btw-codes opnieuw op en kies een code die bestaat.",
    "problem.vat_blocked.message": "Btw-code {code} ({name}) is geblokkeerd in Exact.",
    "problem.vat_blocked.fix": (
        "Kies een andere btw-code op het tabblad Btw, of deblokkeer deze in Exact en haal de btw-codes opnieuw op."
    ),
    "problem.vat_direction.sales.message": (
        "Btw-code {code} ({name}) is alleen voor aankoop; dit is een verkoopfactuur."
    ),
    "problem.vat_direction.sales.fix": "Kies op het tabblad Btw een btw-code voor verkoop.",
    "problem.vat_direction.purchase.message": (
        "Btw-code {code} ({name}) is alleen voor verkoop; dit is een aankoopfactuur."
    ),
    "problem.vat_direction.purchase.fix": "Kies op het tabblad Btw een btw-code voor aankoop.",
    "problem.vat_inclusive.message": (
        "Btw-code {code} ({name}) rekent met bedragen inclusief btw; Robaws geeft bedragen exclusief btw."
    ),
    "problem.vat_inclusive.fix": "Kies een btw-code van het type exclusief.",
    "problem.gl_missing.none.message": (
        "Regel {line} heeft geen grootboekrekening, en er is geen standaard ingesteld."
    ),
    "problem.gl_missing.none.fix": "Stel de standaard grootboekrekening in, of kies er hier een met de hand.",
    "problem.gl_missing.unknown.message": "Grootboekrekening {account} bestaat niet in deze administratie van Exact.",
    "problem.gl_missing.unknown.fix": "Haal de grootboekrekeningen opnieuw op, of kies een andere rekening.",
    "problem.gl_blocked.message": "Grootboekrekening {account} ({name}) is geblokkeerd in Exact.",
    "problem.gl_blocked.fix": (
        "Kies een andere grootboekrekening, of deblokkeer deze in Exact en haal de grootboekrekeningen opnieuw op."
    ),
    "problem.gl_type.message": (
        "Grootboekrekening {account} ({name}) is een rekening voor bank, kas, klanten, leveranciers of btw; "
        "zo'n rekening mag niet op een factuurregel."
    ),
    "problem.gl_type.fix": "Kies een opbrengsten- of kostenrekening.",
    "problem.journal_missing.none.message": (
        "Er is geen standaard dagboek ingesteld, en het dagboek in Robaws heeft geen code."
    ),
    "problem.journal_missing.none.fix": "Kies het standaard dagboek in de instellingen.",
    "problem.journal_missing.unknown.message": (
        "Dagboek {journal} bestaat niet in deze administratie van Exact. Er wordt nooit vanzelf een ander "
        "dagboek gekozen."
    ),
    "problem.journal_missing.unknown.fix": (
        "Koppel het dagboek van Robaws aan een dagboek van Exact in de instellingen, of verbeter de code in Robaws."
    ),
    "problem.journal_blocked.message": "Dagboek {journal} ({name}) is geblokkeerd in Exact.",
    "problem.journal_blocked.fix": (
        "Kies een ander dagboek, of deblokkeer dit in Exact en haal de dagboeken opnieuw op."
    ),
    "problem.journal_type.sales.message": "Dagboek {journal} ({name}) is geen verkoopdagboek.",
    "problem.journal_type.sales.fix": "Kies in de instellingen een dagboek van het type verkoop.",
    "problem.journal_type.purchase.message": "Dagboek {journal} ({name}) is geen aankoopdagboek.",
    "problem.journal_type.purchase.fix": "Kies in de instellingen een dagboek van het type aankoop.",
    "problem.period_missing.message": "Exact heeft geen periode waarin {date:day} valt.",
    "problem.period_missing.fix": (
        "Maak het boekjaar en de periode aan in Exact en haal de perioden opnieuw op, of kies hier een "
        "periode met de hand."
    ),
    "problem.period_missing.hand.message": "Periode {period} bestaat niet in Exact.",
    "problem.period_missing.hand.fix": "Kies een periode uit de lijst van Exact.",
    "problem.period_closed.message": "Periode {period} is in Exact afgesloten voor dagboek {journal}.",
    "problem.period_closed.fix": (
        'Kies hier een open periode, stel "volgende open periode" in, of heropen de periode in Exact. De '
        "btw-aangifte van die periode kan al ingediend zijn."
    ),
    "problem.totals_differ.net.message": (
        "De regels tellen samen {computed:amount} exclusief btw, maar de factuur zegt {stated:amount}: "
        "verschil {difference:amount}."
    ),
    "problem.totals_differ.vat.message": (
        "De btw per tarief geeft {computed:amount}, maar de factuur zegt {stated:amount}: verschil {difference:amount}."
    ),
    "problem.totals_differ.fix": (
        "Controleer regels, btw-tarieven en totalen van de factuur in Robaws. Er wordt niets geboekt zolang "
        "ze verschillen."
    ),
    "problem.totals_differ.net_cents.message": (
        "De regels tellen samen {computed:amount} exclusief btw, de factuur zegt {stated:amount}: "
        "{difference:amount} gaat naar de grootste regel."
    ),
    "problem.totals_differ.net_cents.fix": (
        "U hoeft niets te doen: Exact krijgt het totaal van de factuur, tot op de cent."
    ),
    "problem.totals_differ.vat_cents.message": (
        "De btw per tarief geeft {computed:amount}, de factuur zegt {stated:amount} (per regel afgerond): "
        "{difference:amount} gaat naar de grootste regel van het tarief."
    ),
    "problem.totals_differ.vat_cents.fix": (
        "U hoeft niets te doen: Exact krijgt de btw van de factuur, tot op de cent."
    ),
    "problem.cost_center_required.message": (
        "Grootboekrekening {account} ({name}) vraagt een kostenplaats, en de regel heeft er geen."
    ),
    "problem.cost_center_required.fix": (
        "Kies hier een kostenplaats met de hand, of zet een project op de regel in Robaws."
    ),
    "problem.cost_unit_required.message": (
        "Grootboekrekening {account} ({name}) vraagt een kostendrager, en de regel heeft er geen."
    ),
    "problem.cost_unit_required.fix": (
        "Kies hier een kostendrager met de hand, of zet een activiteit op de regel in Robaws."
    ),
    "problem.cost_center_forbidden.cost_center.message": (
        "Grootboekrekening {account} laat geen kostenplaats toe: kostenplaats {code} wordt weggelaten."
    ),
    "problem.cost_center_forbidden.cost_unit.message": (
        "Grootboekrekening {account} laat geen kostendrager toe: kostendrager {code} wordt weggelaten."
    ),
    "problem.cost_center_forbidden.fix": (
        "Wilt u hem toch boeken, kies dan een andere grootboekrekening of pas de rekening aan in Exact."
    ),
    "problem.cost_center_code.cost_center.message": "Kostenplaats {code} bestaat niet in Exact.",
    "problem.cost_center_code.cost_unit.message": "Kostendrager {code} bestaat niet in Exact.",
    "problem.cost_center_code.ended.message": "{code} is in Exact beëindigd op {end:day}, voor de factuurdatum.",
    "problem.cost_center_code.fix": (
        "Koppel het project of de activiteit op de pagina Kostenplaatsen aan een bestaande code, of maak de "
        "code aan in Exact."
    ),
}
