"""Dutch. The tab Instellingen: the pages after Verbinding."""

SENTENCES: dict[str, str] = {
    "window.settings.none": "niet ingevuld",
    "window.settings.blocked": "geblokkeerd in Exact",
    "window.settings.not_on_a_line": "niet toegelaten op een factuurregel",
    "window.settings.accounts": "Grootboekrekeningen",
    "window.settings.use_gl_accounts.what": (
        "Aan: de rekening van factuurregel, artikel of leverancier gaat voor. Uit: alleen de "
        "standaardrekeningen en wat u met de hand kiest."
    ),
    "window.settings.relations": "Relatie nog niet in Exact?",
    "window.settings.create_relations.ask": "Vragen",
    "window.settings.create_relations.ask.what": "standaard; de factuur wacht tot u koppelt of aanmaakt",
    "window.settings.create_relations.always": "Aanmaken bij het versturen",
    "window.settings.create_relations.always.what": (
        "alleen als btw-nummer en naam niets vinden; het nazicht toont het vooraf"
    ),
    "window.settings.create_relations.never": "Nooit aanmaken",
    "window.settings.create_relations.never.what": "de factuur blijft staan tot de relatie gekoppeld is",
    "window.settings.with_it": "Wat met de boeking meegaat",
    "window.settings.attach_documents.what": "de pdf van de factuur wordt in Exact bij de boeking gezet",
    "window.settings.use_cost_centers.what": "projecten van Robaws worden kostenplaatsen, activiteiten kostendragers",
    "window.settings.approval": "Aankoopfactuur nog niet goedgekeurd in Robaws",
    "window.settings.approval.wait": "Wachten met versturen",
    "window.settings.approval.wait.what": "standaard; de factuur wordt klaar zodra ze goedgekeurd is",
    "window.settings.approval.hold": "Boeken, betaling tegenhouden",
    "window.settings.approval.hold.what": (
        "met de conditie hieronder; na de goedkeuring krijgt de boeking haar echte conditie"
    ),
    "window.settings.approval.send": "Gewoon versturen",
    "window.settings.approval.send.what": "de goedkeuring in Robaws wordt niet bekeken",
    "window.settings.holding.hint": "alleen een conditie met methode contant houdt een betaling tegen",
    "window.settings.does_not_hold": "houdt geen betaling tegen",
    "window.settings.method.B": "op krediet",
    "window.settings.method.I": "incasso",
    "window.settings.method.K": "contant",
    "window.settings.method.Q": "betaaldienst",
    "window.settings.method.other": "methode {letter}",
    "window.settings.default_journals": "Standaarddagboeken",
    "window.settings.default_journals.what": (
        "Voor facturen die in Robaws geen dagboek hebben. U ziet alleen dagboeken van de juiste soort."
    ),
    "window.settings.as_invoices": "hetzelfde als de facturen",
    "window.settings.robaws_journals": "Dagboeken van Robaws",
    "window.settings.robaws_journals.what": (
        "Een dagboek van Robaws gaat naar het dagboek dat u kiest, anders naar het dagboek van Exact met "
        "dezelfde code. Past er niets, dan wacht de factuur; ze gaat nooit stil naar het "
        "standaarddagboek."
    ),
    "window.settings.column.robaws_journal": "Dagboek in Robaws",
    "window.settings.column.code": "Code",
    "window.settings.column.exact_journal": "Dagboek in Exact",
    "window.settings.column.then": "Gevolg",
    "window.settings.by_code": "volgens de code",
    "window.settings.goes_to": "wordt geboekt in {journal}",
    "window.settings.fits_nothing": "{journal} past nergens: facturen wachten",
    "window.settings.no_code": "geen code: het standaarddagboek",
    "window.settings.no_robaws_journals": "Nog niet opgehaald uit Robaws: druk op Vernieuwen.",
    "window.settings.conditions.what": (
        "Zonder koppeling krijgt de boeking de conditie die in Exact bij de relatie staat, met een "
        "opmerking in het nazicht."
    ),
    "window.settings.column.robaws_condition": "Conditie in Robaws",
    "window.settings.column.days": "Dagen",
    "window.settings.column.exact_condition": "Conditie in Exact",
    "window.settings.condition_of_account": "die van de relatie in Exact",
    "window.settings.mapped": "gekoppeld",
    "window.settings.with_remark": "met een opmerking",
    "window.settings.no_robaws_conditions": "Nog niet opgehaald uit Robaws: druk op Vernieuwen.",
    "window.settings.after_sending": "Na het versturen",
    "window.settings.after_sending.what": (
        "Naar boekhouder wordt altijd Ja. Kiest u een status, dan krijgt de factuur die ook in Robaws; "
        "nooit over een status heen die in Robaws betaald betekent."
    ),
    "window.settings.after_paying": "Na de betaling",
    "window.settings.after_paying.what": (
        "Is een verkoopfactuur in Exact volledig afgepunt, dan krijgt ze in Robaws deze status. Een "
        "deelbetaling verandert daar niets."
    ),
    "window.settings.no_status": "status niet wijzigen",
    "window.settings.no_paid_status": (
        "Kies een status: zonder status toont Robaws een betaalde factuur niet als betaald."
    ),
    "window.settings.status_unseen": (
        "“{status}” komt op geen enkele factuur in Robaws voor. Controleer de schrijfwijze."
    ),
    "window.settings.period": "Periode",
    "window.settings.period.what": (
        "Exact geeft zelf de periode bij elke factuurdatum. Deze instelling controleert dat, en geldt "
        "alleen waar Exact zijn tabel niet toont."
    ),
    "window.settings.period.differs": (
        "Deze instelling zegt iets anders dan Exact. Er wordt geboekt volgens Exact; pas de instelling aan."
    ),
    "window.settings.period.absent": "staat niet in Exact",
    "window.settings.period.unread": "nog niet opgehaald",
    "window.settings.year_begins": "maanden; uw boekjaar begint dus in {month}",
    "window.settings.year_period": "{year}, periode {period}",
    "window.settings.column.invoice_date": "Factuurdatum",
    "window.settings.column.by_setting": "Volgens deze instelling",
    "window.settings.column.in_exact": "In Exact",
    "window.settings.column.equal": "Vergelijking",
    "window.settings.equal": "gelijk",
    "window.settings.differs": "verschilt",
    "window.settings.closed": "Is de periode in Exact afgesloten of onbekend?",
    "window.settings.closed_period.block": "Blokkeren en mij laten kiezen",
    "window.settings.closed_period.block.what": "standaard; er verandert niets zonder u",
    "window.settings.closed_period.next_open": "Boeken in de volgende open periode",
    "window.settings.closed_period.next_open.what": "het nazicht toont beide perioden, met een opmerking",
    "window.settings.purchase_period": "Aankoop boeken in de periode van",
    "window.settings.purchase_period_date.invoice": "de factuurdatum",
    "window.settings.purchase_period_date.invoice.what": "standaard",
    "window.settings.purchase_period_date.booking": "de dag van boeken",
    "window.settings.purchase_period_date.booking.what": "de factuurdatum zelf blijft gelijk",
    "window.settings.numbers": "Boekstuknummer",
    "window.settings.numbers.what": (
        "Uit: het factuurnummer wordt het boekstuknummer. Een nummer dat al bestaat of niet past, wordt "
        "voor het versturen gemeld."
    ),
    "window.settings.column.in_robaws": "In Robaws",
    "window.settings.column.number": "Nummer",
    "window.settings.column.becomes_number": "Boekstuknummer in Exact",
    "window.settings.column.becomes_ref": "Uw ref. in Exact",
    "window.settings.number.sales": "Verkoopfactuur",
    "window.settings.number.purchase": "Aankoopfactuur",
    "window.settings.own_number": "{number} (eigen nr. {own})",
    "window.settings.exact_assigns": "kent Exact toe",
    "window.settings.first_day": "Eerste dag",
    "window.settings.book_from.hint": "oudere facturen worden niet aangeboden; leeg: alle facturen",
    "window.settings.day": "dd/mm/jjjj",
    "window.settings.touched": "Gewijzigd door {who} op {when:moment}.",
    "window.settings.appearance": "Weergave",
    "window.settings.appearance.system": "Zoals het systeem",
    "window.settings.appearance.light": "Licht",
    "window.settings.appearance.dark": "Donker",
    "window.settings.language": "Taal",
    "window.settings.language.later": "geldt vanaf de volgende start",
    "window.settings.month.1": "januari",
    "window.settings.month.2": "februari",
    "window.settings.month.3": "maart",
    "window.settings.month.4": "april",
    "window.settings.month.5": "mei",
    "window.settings.month.6": "juni",
    "window.settings.month.7": "juli",
    "window.settings.month.8": "augustus",
    "window.settings.month.9": "september",
    "window.settings.month.10": "oktober",
    "window.settings.month.11": "november",
    "window.settings.month.12": "december",
}
