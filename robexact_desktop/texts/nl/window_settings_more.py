"""Dutch. The tab Instellingen: costs, mail, environments, and what hardly anybody changes."""

SENTENCES: dict[str, str] = {
    "window.settings.page.costs": "Kostenplaatsen",
    "window.settings.page.mail": "Meldingen",
    "window.settings.page.environments": "Omgevingen",
    "window.settings.answered_at": "laatste antwoord op {when}",
    "window.settings.check_failed": "nakijken niet gelukt",
    "window.settings.calendar": "Kies een dag",
    "window.settings.more": "Geavanceerd",
    "window.settings.more.what": "Wijzig dit alleen als support erom vraagt. Leeg is de standaardwaarde.",
    "window.settings.more.base_url": "leeg: de site van het gekozen land",
    "window.settings.costs.what": (
        "Welk project welke kostenplaats is, en welke activiteit welke kostendrager, koppelt u in Grootboek."
    ),
    "window.settings.costs.open": "Kostenplaatsen koppelen in Grootboek",
    "window.settings.mail": "Mail bij problemen",
    "window.settings.mail.what": (
        "Dit account dient om te melden wat geweigerd werd of onzeker is. Het wachtwoord gaat naar de "
        "sleutelbos van deze computer."
    ),
    "window.settings.mail.port": "leeg: 587 voor STARTTLS, 465 voor TLS, 25 zonder",
    "window.settings.mail.recipients": "meer adressen met een komma ertussen",
    "window.settings.mail.change": "Wachtwoord wijzigen…",
    "window.settings.mail.test": "Testmail",
    "window.settings.mail.send": "Testmail versturen",
    "window.settings.mail.sending": "Wordt verstuurd …",
    "window.settings.mail.sent": "De mailserver heeft de testmail aanvaard",
    "window.settings.mail.sent.what": "kijk na of ze aankomt bij {who}",
    "window.settings.mail.not_sent": "De testmail is niet verstuurd",
    "window.settings.mail.subject": "RobExact: testmail van {environment}",
    "window.settings.mail.text": "Dit is een testmail van RobExact Desktop voor {environment}. Er is niets geboekt.",
    "window.settings.column.environment": "Omgeving",
    "window.settings.column.role": "Rol",
    "window.settings.column.login": "Aanmelding bij Exact",
    "window.settings.column.company": "Bedrijf",
    "window.settings.column.active": "Actief",
    "window.settings.environments.what": (
        "Elke omgeving heeft haar eigen Robaws, bedrijf, instellingen en koppelingen. Uitschakelen "
        "behoudt alles en stopt alle verkeer."
    ),
    "window.settings.environments.new": "Nieuwe omgeving",
    "window.settings.environments.own": "eigen aanmelding",
    "window.settings.environments.managed": "De aanmelding wordt beheerd door {primary}",
    "window.settings.environments.add": "Omgeving toevoegen",
    "window.settings.environments.then": "Ze begint uitgeschakeld; vul eerst haar instellingen in.",
}
