"""Dutch. The first start, step by step."""

SENTENCES: dict[str, str] = {
    "window.first.nothing_booked": "Er wordt nog niets geboekt. U kunt altijd stoppen en later verdergaan.",
    "window.first.which": "Stap {number} van {count}",
    "window.first.step_state": "Stap {number} van {count}, {name}: {state}",
    "window.first.done": "klaar",
    "window.first.now": "nu",
    "window.first.not_yet": "later",
    "window.first.later": "Later",
    "window.first.next": "Volgende",
    "window.first.back": "Vorige",
    "window.first.finish": "Eerste start afronden",
    "window.first.stop": "Naar het venster",
    "window.first.stop.what": (
        "Wat u invult, is meteen bewaard. U vindt deze stappen terug in het menu en bij Instellingen."
    ),
    "window.first.step.books": "Van wie zijn de boeken",
    "window.first.step.robaws": "Robaws",
    "window.first.step.app": "Eigen app in Exact",
    "window.first.step.sign_in": "Aanmelden bij Exact",
    "window.first.step.import": "Gegevens inlezen",
    "window.first.step.journals": "Dagboeken en rekeningen",
    "window.first.step.vat": "Btw-tarieven koppelen",
    "window.first.step.first_day": "Boeken vanaf",
    "window.first.books.title": "Van wie zijn de boeken?",
    "window.first.books.what": (
        "Elke Robaws is een omgeving met haar eigen boeken in Exact. Een andere omgeving maakt u later bij "
        "Instellingen."
    ),
    "window.first.begin.what": (
        "De sleutel en het geheim maakt u in Robaws aan voor een eigen gebruiker. Er wordt alleen gelezen tot "
        "u zelf facturen verstuurt."
    ),
    "window.first.country.hint": "Exact België en Exact Nederland zijn aparte systemen.",
    "window.first.name.hint": "bijvoorbeeld de naam van het bedrijf",
    "window.first.consequence": "Daarna test u de verbinding met Robaws.",
    "window.first.create": "Omgeving bewaren en verdergaan",
    "window.first.robaws.title": "De verbinding met Robaws",
    "window.first.robaws.what": (
        "De sleutel en het geheim maakt u in Robaws aan voor een eigen gebruiker. De test leest de btw- "
        "tarieven en verandert niets."
    ),
    "window.first.robaws.test": "Robaws testen",
    "window.first.robaws.keys": "Sleutel en geheim ingeven",
    "window.first.app.title": "Uw eigen app in Exact",
    "window.first.app.what": (
        "RobExact gebruikt een app die u zelf bij Exact registreert. Zo houdt u zelf de sleutel. U doet dit één keer."
    ),
    "window.first.app.keep": "Gegevens bewaren en verdergaan",
    "window.first.sign_in.title": "Aanmelden bij Exact Online",
    "window.first.sign_in.what": (
        "RobExact boekt onder uw eigen Exact-gebruiker. Uw wachtwoord ziet alleen Exact. Kies daarna het bedrijf."
    ),
    "window.first.import.title": "Gegevens inlezen",
    "window.first.import.what": (
        "Dagboeken, rekeningen, btw-codes en relaties uit Exact, facturen en tarieven uit Robaws. Er wordt "
        "niets veranderd."
    ),
    "window.first.import.act": "Gegevens inlezen",
    "window.first.import.begins": "Wordt klaargezet …",
    "window.first.import.nothing": (
        "Er is nog niets ingelezen. De eerste keer duurt enkele minuten; u kunt intussen verder."
    ),
    "window.first.import.here": (
        "Ingelezen: {journals} dagboeken, {accounts} grootboekrekeningen, {vat_codes} btw-codes en {invoices} facturen."
    ),
    "window.first.journals.title": "Dagboeken en rekeningen",
    "window.first.journals.what": (
        "Waar een factuur heen gaat als Robaws zelf geen dagboek of rekening noemt. Alle vier de keuzes "
        "behalve die voor creditnota's zijn nodig."
    ),
    "window.first.vat.title": "Btw-tarieven koppelen",
    "window.first.vat.what": (
        "Elk tarief van Robaws krijgt een btw-code van Exact, apart voor verkoop en aankoop. Er wordt niets geraden."
    ),
    "window.first.vat.sales": "Verkoop: {mapped} van {count} tarieven gekoppeld",
    "window.first.vat.purchase": "Aankoop: {mapped} van {count} tarieven gekoppeld",
    "window.first.vat.unread": "De tarieven zijn nog niet ingelezen.",
    "window.first.vat.waiting": (
        "Facturen die op een btw-code wachten: {count}. Tarieven die niemand gebruikt, mogen open blijven."
    ),
    "window.first.vat.none_waiting": (
        "Geen enkele factuur wacht op een btw-code. Tarieven die niemand gebruikt, mogen open blijven."
    ),
    "window.first.vat.open": "Naar de tab Btw",
    "window.first.first_day.title": "Vanaf welke dag boekt u hier?",
    "window.first.first_day.what": (
        "Oudere facturen worden niet aangeboden. Kies de eerste dag die nog niet in Exact staat."
    ),
    "window.first.coupling": "De koppeling met Exact in Robaws zelf staat uit",
    "window.first.coupling.what": (
        "Twee koppelingen zouden elke factuur twee keer boeken. Zet ze in Robaws uit; daarna kiest u hier de dag."
    ),
}
