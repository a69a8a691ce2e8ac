"""French. The tab Instellingen: costs, mail, environments, and what hardly anybody changes."""

SENTENCES: dict[str, str] = {
    "window.settings.page.costs": "Centres de frais",
    "window.settings.page.mail": "Notifications",
    "window.settings.page.environments": "Environnements",
    "window.settings.answered_at": "dernière réponse le {when}",
    "window.settings.check_failed": "vérification échouée",
    "window.settings.calendar": "Choisissez un jour",
    "window.settings.more": "Avancé",
    "window.settings.more.what": "Ne changez ceci que si le support le demande. Vide signifie la valeur par défaut.",
    "window.settings.more.base_url": "vide : le site du pays choisi",
    "window.settings.costs.what": (
        "Vous liez les projets aux centres de frais et les activités aux unités de frais dans Grand livre."
    ),
    "window.settings.costs.open": "Lier les centres de frais dans Grand livre",
    "window.settings.mail": "E-mail en cas de problème",
    "window.settings.mail.what": (
        "Ce compte sert à signaler ce qui est refusé ou incertain. Le mot de passe va dans le trousseau "
        "de cet ordinateur."
    ),
    "window.settings.mail.port": "vide : 587 pour STARTTLS, 465 pour TLS, 25 sans",
    "window.settings.mail.recipients": "plusieurs adresses séparées par des virgules",
    "window.settings.mail.change": "Changer le mot de passe…",
    "window.settings.mail.test": "E-mail de test",
    "window.settings.mail.send": "Envoyer un e-mail de test",
    "window.settings.mail.sending": "Envoi en cours …",
    "window.settings.mail.sent": "Le serveur a accepté l'e-mail de test",
    "window.settings.mail.sent.what": "vérifiez son arrivée chez {who}",
    "window.settings.mail.not_sent": "L'e-mail de test n'est pas envoyé",
    "window.settings.mail.subject": "RobExact : e-mail de test de {environment}",
    "window.settings.mail.text": (
        "Ceci est un e-mail de test de RobExact Desktop pour {environment}. Rien n'a été comptabilisé."
    ),
    "window.settings.column.environment": "Environnement",
    "window.settings.column.role": "Rôle",
    "window.settings.column.login": "Connexion à Exact",
    "window.settings.column.company": "Société",
    "window.settings.column.active": "Actif",
    "window.settings.environments.what": (
        "Chaque environnement a son Robaws, sa société, ses réglages et ses liens. Désactiver garde tout "
        "et arrête tout échange."
    ),
    "window.settings.environments.new": "Nouvel environnement",
    "window.settings.environments.own": "connexion propre",
    "window.settings.environments.managed": "La connexion est gérée par {primary}",
    "window.settings.environments.add": "Ajouter l'environnement",
    "window.settings.environments.then": "Il commence désactivé ; complétez d'abord ses réglages.",
}
