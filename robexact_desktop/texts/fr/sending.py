"""French. What came of sending, payments, and the mail about it."""

SENTENCES = {
    "sent.booked": "Comptabilisée comme pièce {number} dans le journal {journal}.",
    "sent.booked_other_number": (
        "Comptabilisée comme pièce {number} dans le journal {journal}, et non comme {wanted} demandé. Le "
        "numéro de facture figure dans votre réf."
    ),
    "sent.found": (
        "Se trouvait déjà dans Exact comme pièce {number} : vérifiée et reprise, pas comptabilisée à nouveau."
    ),
    "sent.refused": "Exact a refusé : « {message} » {cause} {fix}",
    "sent.refused_unknown": "Exact a refusé : « {message} » {fix}",
    "sent.unknown": "Incertaine : vérification à {time:time}. D'ici là, la facture n'est pas renvoyée.",
    "sent.unknown_clean_once": (
        "Exact n'a pas encore l'écriture ; seconde vérification à {time:time}, ensuite seulement elle pourra "
        "être renvoyée."
    ),
    "sent.conflict": (
        "À décider : Exact contient l'écriture {number} dans le journal {journal} de {theirs:amount}, cette "
        "facture est de {ours:amount}. Rien n'a été comptabilisé."
    ),
    "sent.conflict_several": (
        "À décider : Exact contient plusieurs écritures avec le numéro de facture {reference} de cette "
        "relation : {numbers}. Rien n'a été comptabilisé."
    ),
    "sent.adopted": "Liée à la pièce {number}, qui se trouvait déjà dans Exact.",
    "sent.to_be_resent": "De nouveau en file d'attente, selon votre décision.",
    "sent.skipped": "Ignorée, selon votre décision : rien n'a été comptabilisé.",
    "sent.blocked": "Non envoyée : {reason}",
    "sent.held_changed": "Non envoyée : modifiée dans Robaws depuis l'aperçu ({fields}). Revoyez la facture.",
    "sent.held_books": (
        "Non envoyée : un paramètre ou une liaison qui détermine cette écriture a changé depuis l'aperçu. "
        "Revoyez la facture."
    ),
    "sent.deleted": "Non envoyée : la facture n'existe plus dans Robaws.",
    "sent.already_sent": "Non envoyée : Robaws montre déjà la facture comme Naar boekhouder = Oui.",
    "sent.stopped": "Non envoyée : arrêt parce qu'Exact a déjà refusé des factures semblables : « {message} »",
    "sent.queued": "En file d'attente : Exact n'a certainement pas reçu la facture ({reason:reason}). Relancez.",
    "sent.waits_for": "Attend {operation:operation} : {reason}",
    "sent.account_created": "Relation {name} créée dans Exact.",
    "sent.account_contested": (
        "Non envoyée : Exact contient déjà une relation qui peut être {relation}. Liez-la avec le crayon."
    ),
    "sent.document_attached": "Document joint dans Exact.",
    "sent.document_failed": "Comptabilisée ; le document n'est pas encore dans Exact : {reason}",
    "sent.document_missing": "Robaws n'a donné aucun fichier pour cette facture ; rien n'est joint.",
    "sent.document_type": "Le fichier dans Robaws n'est ni un PDF ni un JPEG ; il n'est pas joint.",
    "sent.document_refused": 'Exact a refusé le document : "{message}"',
    "sent.document_pending": "Le document suivra au prochain envoi.",
    "sent.differs": "Attention : dans Exact, la pièce {number} diffère de ce qui a été envoyé ({differences}).",
    "sent.written_back": "Robaws montre Naar boekhouder = Oui et le statut {status}.",
    "sent.written_back_no_status": "Robaws montre Naar boekhouder = Oui.",
    "sent.write_back_pending": "Comptabilisée ; Robaws ne le sait pas encore : {reason:reason}. Nouvel essai prévu.",
    "sent.write_back_not_visible": (
        "Comptabilisée ; Robaws a accepté la modification mais ne la montre pas ({field:field}). Faites-la à "
        "la main dans Robaws ou vérifiez les droits."
    ),
    "sent.write_back_left": "Comptabilisée ; Robaws montre la facture comme payée, le statut n'est donc pas modifié.",
    "sent.amounts_differ": (
        "Comptabilisée, mais Exact montre {theirs:amount} et la facture indique {ours:amount} : différence "
        "{difference:amount}. Voyez la pièce {number}."
    ),
    "sent.vat_differs": (
        "Comptabilisée, mais Exact montre {theirs:amount} de TVA au code {code} et la facture donne "
        "{ours:amount}. Voyez la pièce {number}."
    ),
    "sent.type_differs": (
        "Comptabilisée, mais Exact ne montre pas la pièce {number} comme note de crédit. Voyez l'écriture."
    ),
    "sent.verified": "Relu dans Exact : total et TVA exacts au centime près.",
    "sent.released": "Approbation donnée : le paiement de la pièce {number} est libéré.",
    "sent.release_failed": "Approbation donnée, mais le paiement est encore retenu : {reason}",
    "sent.summary": (
        "{booked} comptabilisées, {refused} refusées, {unknown} incertaines, {conflict} à décider, {blocked} "
        "non envoyées."
    ),
    "sent.nothing": "Il n'y a rien à envoyer.",
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
}
