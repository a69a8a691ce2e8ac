"""French. Activating: the own app, the sign-in, secrets."""

SENTENCES: dict[str, str] = {
    "window.activate.title": "Se connecter à Exact Online",
    "window.activate.job": "Connexion à Exact",
    "window.activate.whose": (
        "RobExact comptabilise sous votre propre utilisateur Exact. Seul Exact voit votre mot de passe."
    ),
    "window.activate.agree": "Connectez-vous dans votre navigateur et donnez votre accord",
    "window.activate.agree.why": (
        "Cochez toutes les sociétés : ce que vous ne cochez pas reste invisible pour le programme. Prenez "
        "un utilisateur propre ; partagé avec un autre couplage, celui-ci peut vous déconnecter."
    ),
    "window.activate.open": "Ouvrir Exact dans le navigateur",
    "window.activate.itself": "La démo se connecte elle-même",
    "window.activate.wait": "en préparation …",
    "window.activate.ready": "prêt à ouvrir",
    "window.activate.opened": "ouvert dans votre navigateur",
    "window.activate.not_opened": "Aucun navigateur ne s'est ouvert ; l'adresse est dans votre presse-papiers.",
    "window.activate.copy": "Copiez l'adresse complète de la page où vous arrivez",
    "window.activate.copy.why": (
        "C'est votre propre site. « Page introuvable » ? C'est normal, seule compte l'adresse dans la barre d'adresse."
    ),
    "window.activate.paste": "Collez l'adresse ici",
    "window.activate.paste.why": "Si le navigateur dit lui-même que vous êtes connecté, il n'y a rien à coller.",
    "window.activate.clipboard": "L'adresse d'Exact est dans votre presse-papiers",
    "window.activate.clipboard.what": "Elle appartient à cette connexion et a été remplie pour vous.",
    "window.activate.put": "Coller",
    "window.activate.consequence": "Rien n'est comptabilisé. Tant que ceci est ouvert, le reste attend.",
    "window.activate.stop": "Ne pas se connecter",
    "window.activate.finish": "Terminer la connexion",
    "window.activate.checking": "Vérification …",
    "window.activate.failed": "Pas connecté",
    "window.activate.failed.what": (
        "{reason}. Rien n'est enregistré. Une adresse ne sert qu'une fois : rouvrez Exact et collez la "
        "nouvelle adresse."
    ),
    "window.app.title": "Votre propre app dans Exact",
    "window.app.why": (
        "RobExact utilise une app que vous enregistrez vous-même chez Exact. Ainsi vous gardez la clé. "
        "Une seule fois suffit."
    ),
    "window.app.open": "Ouvrez l'App Centre d'Exact et choisissez « Mes apps », « Ajouter une app »",
    "window.app.open.why": "Connectez-vous avec un utilisateur qui peut gérer des apps.",
    "window.app.open_it": "Ouvrir l'App Centre",
    "window.app.type": "Reprenez ces données",
    "window.app.type.why": (
        "L'adresse de redirection est une adresse https à vous ; ici et chez Exact elle doit être "
        "identique à la lettre."
    ),
    "window.app.name": "Nom de l'app",
    "window.app.manage": "Gérer",
    "window.app.manage.what": "comptabilité, centres de coûts, relations, documents",
    "window.app.view": "Lire",
    "window.app.view.what": "grand livre, débiteurs, trésorerie, administration",
    "window.app.bring": "Ramenez ce qu'Exact affiche",
    "window.app.bring.why": "Le secret va dans le trousseau de votre ordinateur, jamais dans un fichier.",
    "window.app.copy": "Copier",
    "window.app.copied": "Copié",
    "window.app.secret_held": "•••••••••••• gardé ; laisser vide le conserve",
    "window.app.consequence": (
        "Désactivez le couplage avec Exact dans Robaws même : deux couplages comptabiliseraient chaque "
        "facture deux fois."
    ),
    "window.app.keep": "Enregistrer et se connecter",
    "window.secrets.where": "Ils vont dans le trousseau de cet ordinateur et ne sont plus jamais montrés.",
    "window.secrets.keep": "Enregistrer et tester",
}
