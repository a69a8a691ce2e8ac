"""French. What came of sending, payments, and the mail about it."""

SENTENCES = {
    "send.booked": "Comptabilisée comme pièce {number} dans le journal {journal}.",
    "send.found": (
        "Se trouvait déjà dans Exact comme pièce {number} : vérifiée et reprise, pas comptabilisée à nouveau."
    ),
    "send.unknown_until": "Incertaine : vérification à {time:time}. D'ici là, la facture n'est pas renvoyée.",
    "send.unknown_clean_once": (
        "Exact n'a pas encore l'écriture ; seconde vérification à {time:time}, ensuite seulement elle pourra "
        "être renvoyée."
    ),
    "send.conflict_shown": (
        "À décider : Exact contient l'écriture {number} dans le journal {journal} de {theirs:amount}, cette "
        "facture est de {ours:amount}. Rien n'a été comptabilisé."
    ),
    "send.conflict_several": (
        "À décider : Exact contient plusieurs écritures avec le numéro de facture {reference} de cette "
        "relation : {numbers}. Rien n'a été comptabilisé."
    ),
    "send.adopted": "Liée à la pièce {number}, qui se trouvait déjà dans Exact.",
    "send.to_be_resent": "De nouveau en file d'attente, selon votre décision.",
    "send.skipped": "Ignorée, selon votre décision : rien n'a été comptabilisé.",
    "resolve.gone": "Non lié : l'écriture n'est plus dans Exact. Choisissez de renvoyer.",
    "resolve.several": (
        "Non lié : Exact contient plusieurs écritures de cette facture ({numbers}). Supprimez celles en trop "
        "et choisissez de nouveau."
    ),
    "resolve.still_there": (
        "Non renvoyé : la pièce {number} est encore dans Exact et vient de cette facture. Supprimez-la dans "
        "Exact, ou liez-la."
    ),
    "send.blocked": "Non envoyée : {reason}",
    "held.books": (
        "Non envoyée : un paramètre ou une liaison qui détermine cette écriture a changé depuis l'aperçu. "
        "Revoyez la facture."
    ),
    "held.refused": 'Non envoyée : {service:word} a refusé : "{message}". La facture est toujours prête.',
    "held.deleted": "Non envoyée : la facture n'existe plus dans Robaws.",
    "held.already_sent": "Non envoyée : Robaws montre déjà la facture comme Naar boekhouder = Oui.",
    "held.equal_refusal": "Non envoyée : arrêt parce qu'Exact a déjà refusé des factures semblables : « {message} »",
    "send.queued": "En file d'attente : Exact n'a certainement pas reçu la facture ({reason:reason}). Relancez.",
    "send.waits_for": "Attend {operation:operation} : {reason}",
    "relation.booked": "Relation {name} créée dans Exact.",
    "relation.contested": (
        "Non envoyée : Exact contient déjà une relation qui peut être {relation}. Liez-la avec le crayon."
    ),
    "document.booked": "Document joint dans Exact.",
    "write_back.done": "Robaws montre Naar boekhouder = Oui et le statut {status}.",
    "write_back.done_no_status": "Robaws montre Naar boekhouder = Oui.",
    "write_back.later": "Comptabilisée ; Robaws ne le sait pas encore : {reason:reason}. Nouvel essai prévu.",
    "write_back.left": "Comptabilisée ; Robaws montre la facture comme payée, le statut n'est donc pas modifié.",
    "send.amounts_differ": (
        "Comptabilisée, mais Exact montre {theirs:amount} et la facture indique {ours:amount} : différence "
        "{difference:amount}. Voyez la pièce {number}."
    ),
    "send.vat_differs": (
        "Comptabilisée, mais Exact montre {theirs:amount} de TVA au code {code} et la facture donne "
        "{ours:amount}. Voyez la pièce {number}."
    ),
    "send.type_differs": (
        "Comptabilisée, mais Exact ne montre pas la pièce {number} comme note de crédit. Voyez l'écriture."
    ),
    "send.verified": "Relu dans Exact : total et TVA exacts au centime près.",
    "send.released": "Approbation donnée : le paiement de la pièce {number} est libéré.",
    "release.no_condition": (
        "Approbation donnée, mais le paiement reste retenu : liez d'abord la condition de paiement de cette facture."
    ),
    "send.release_failed": "Approbation donnée, mais le paiement est encore retenu : {reason}",
    "send.summary": (
        "{booked} comptabilisées, {refused} refusées, {unknown} incertaines, {conflict} à décider, {blocked} "
        "non envoyées."
    ),
    "send.nothing": "Il n'y a rien à envoyer.",
    "payment.told": "{open_amount:amount} ouvert",
    "payment.written_back": "Robaws montre la facture comme payée.",
    "payment.reopened_told": (
        "Le paiement a été annulé dans Exact : {open_amount:amount} est rouvert. Robaws peut encore montrer « payé »."
    ),
    "payment.no_paid_status": "Le statut « payé » n'est pas défini : Robaws n'est pas mis à jour.",
    "payment.status_never_seen": (
        "Le statut « {status} » n'a encore été vu sur aucune facture dans Robaws : vérifiez l'orthographe."
    ),
    "payment.incomplete": "Les paiements n'ont pas pu être lus entièrement : rien n'a été modifié.",
    "mail.subject": "{environment} : {count} factures non comptabilisées",
    "mail.intro": "Lors de l'envoi du {when}, ces factures n'ont pas été comptabilisées ou demandent une décision :",
    "mail.row": "{number} ({relation}) : {state}. {message}",
    "mail.failed": "Le mail n'a pas pu être envoyé : {reason:reason}. Il partira avec le prochain envoi.",
    "mail.test": "Ceci est un message de test de RobExact Desktop : les paramètres de messagerie fonctionnent.",
    "send.refused": "Exact a refusé : « {message} »",
    "send.other_number": (
        "Comptabilisée comme pièce {given}, et non comme {asked} demandé. Le numéro de facture figure dans votre réf."
    ),
    "held.changed": "Non envoyée : modifiée dans Robaws depuis l'aperçu ({fields:fields}). Revoyez la facture.",
    "send.stopped": "Non envoyée : la série s'est arrêtée ({reason:stop}). La facture est encore prête.",
    "stop.unreachable": "un service ne répond pas",
    "stop.limit_spent": "les appels du jour sont épuisés",
    "stop.sign_in_needed": "vous n'êtes plus connecté",
    "stop.refused": "un service a refusé",
    "stop.unreadable": "une réponse était illisible",
    "stop.settings": "un paramètre n'est pas correct",
    "stop.database": "un fichier n'est pas utilisable",
    "stop.busy": "une autre fenêtre travaille",
    "stop.no_conflict": "il n'y a rien à décider",
    "send.unknown": (
        "Incertaine : Exact n'a pas répondu. La facture est d'abord vérifiée et n'est pas renvoyée d'ici là."
    ),
    "send.conflict": (
        "À décider : Exact contient à sa place une écriture de {found_amount:amount}, cette facture est de "
        "{sent_amount:amount}. Elle n'a pas été comptabilisée une seconde fois."
    ),
    "send.differs": "Comptabilisée, mais Exact montre autre chose : {differences:differences}. Voyez l'écriture.",
    "document.later": "Comptabilisée ; le document suivra : {reason:reason}.",
    "document.missing": "Comptabilisée sans document : Robaws n'a donné aucun fichier.",
    "document.type": "Comptabilisée sans document : Exact n'accepte pas ce type de fichier ({type}).",
    "document.queued": "Comptabilisée ; le document sera envoyé la prochaine fois.",
    "document.sending": "Comptabilisée ; le document est encore en route.",
    "document.unknown": "Comptabilisée ; le document est incertain et sera d'abord vérifié.",
    "document.conflict": "Comptabilisée ; le document demande une décision.",
    "document.refused": "Comptabilisée ; Exact a refusé le document : « {message} »",
    "write_back.unanswered": "Comptabilisée ; Robaws n'a pas répondu à Naar boekhouder = Oui. Nouvel essai prévu.",
    "write_back.refused": (
        "Comptabilisée ; Robaws a refusé Naar boekhouder = Oui : « {message} ». Nouvel essai prévu."
    ),
    "write_back.not_shown": (
        "Comptabilisée ; Robaws a accepté Naar boekhouder = Oui mais ne le montre pas. Faites-le à la main "
        "dans Robaws ou vérifiez les droits."
    ),
    "relation.queued": "La facture attend : la relation {name} n'est pas encore créée dans Exact.",
    "relation.sending": "La facture attend : la relation {name} est en cours de création dans Exact.",
    "relation.unknown": (
        "La facture attend : la relation {name} est peut-être créée dans Exact et sera d'abord vérifiée."
    ),
    "relation.conflict": (
        "La facture attend : la relation {name} existe peut-être déjà dans Exact : liez-la avec le crayon."
    ),
    "relation.refused": "La facture attend : Exact a refusé la relation {name} : « {message} »",
}
