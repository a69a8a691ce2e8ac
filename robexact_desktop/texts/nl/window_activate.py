"""Dutch. Activating: the own app, the sign-in, secrets."""

SENTENCES: dict[str, str] = {
    "window.activate.title": "Aanmelden bij Exact Online",
    "window.activate.job": "Aanmelden bij Exact",
    "window.activate.whose": "RobExact boekt onder uw eigen Exact-gebruiker. Uw wachtwoord ziet alleen Exact.",
    "window.activate.agree": "Meld u aan in uw browser en geef toestemming",
    "window.activate.agree.why": (
        "Vink alle bedrijven aan: wat u nu niet aanvinkt, kan het programma later niet zien. Neem een "
        "eigen gebruiker; deelt u die met een andere koppeling, dan kan die u afmelden."
    ),
    "window.activate.open": "Exact openen in de browser",
    "window.activate.itself": "De demo meldt zichzelf aan",
    "window.activate.wait": "wordt klaargezet …",
    "window.activate.ready": "klaar om te openen",
    "window.activate.opened": "geopend in uw browser",
    "window.activate.not_opened": "Er ging geen browser open; het adres staat op uw klembord.",
    "window.activate.copy": "Kopieer het volledige adres van de pagina waarop u eindigt",
    "window.activate.copy.why": (
        "Dat is uw eigen website. Staat daar “pagina niet gevonden”? Dat is in orde, het gaat alleen om "
        "het adres in de adresbalk."
    ),
    "window.activate.paste": "Plak het adres hier",
    "window.activate.paste.why": "Zegt de browser zelf dat u aangemeld bent, dan hoeft u niets te plakken.",
    "window.activate.clipboard": "Het adres van Exact staat op uw klembord",
    "window.activate.clipboard.what": "Het hoort bij deze aanmelding en is voor u ingevuld.",
    "window.activate.put": "Plakken",
    "window.activate.consequence": "Er wordt niets geboekt. Zolang dit open staat, wacht ander werk.",
    "window.activate.stop": "Niet aanmelden",
    "window.activate.finish": "Aanmelding afronden",
    "window.activate.checking": "Wordt nagekeken …",
    "window.activate.failed": "Niet aangemeld",
    "window.activate.failed.what": (
        "{reason}. Er is niets bewaard. Een adres dient maar één keer: open Exact opnieuw en plak het nieuwe adres."
    ),
    "window.app.title": "Uw eigen app in Exact",
    "window.app.why": (
        "RobExact gebruikt een app die u zelf bij Exact registreert. Zo houdt u zelf de sleutel. U doet dit één keer."
    ),
    "window.app.open": "Open het App Centre van Exact en kies “Mijn apps”, “App toevoegen”",
    "window.app.open.why": "Meld u aan met een gebruiker die apps mag beheren.",
    "window.app.open_it": "App Centre openen",
    "window.app.type": "Neem deze gegevens over",
    "window.app.type.why": (
        "Het redirect-adres is een https-adres van u zelf; hier en bij Exact moet het letter voor letter gelijk zijn."
    ),
    "window.app.name": "Naam van de app",
    "window.app.manage": "Beheren",
    "window.app.manage.what": "boekhouding, kostenplaatsen, relaties, documenten",
    "window.app.view": "Lezen",
    "window.app.view.what": "grootboek, debiteuren, cashflow, administratie",
    "window.app.bring": "Breng terug wat Exact toont",
    "window.app.bring.why": "Het geheim gaat naar de sleutelbos van uw computer, nooit naar een bestand.",
    "window.app.copy": "Kopiëren",
    "window.app.copied": "Gekopieerd",
    "window.app.secret_held": "•••••••••••• bewaard; leeg laten behoudt het",
    "window.app.consequence": (
        "Zet de koppeling met Exact in Robaws zelf uit: twee koppelingen zouden elke factuur twee keer boeken."
    ),
    "window.app.keep": "Gegevens bewaren en aanmelden",
    "window.secrets.where": "Ze gaan naar de sleutelbos van deze computer en worden nooit meer getoond.",
    "window.secrets.keep": "Bewaren en testen",
}
