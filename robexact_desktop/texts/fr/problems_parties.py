"""French. What stands in the way of a booking, and what helps: number, relation, payment, document, approval."""

SENTENCES = {
    "problem.draft.message": (
        "La facture est encore un brouillon dans Robaws : elle n'a pas encore de numéro ou de total."
    ),
    "problem.draft.fix": "Rendez la facture définitive dans Robaws, puis actualisez la liste.",
    "problem.relation_unlinked.ask.message": "{relation} n'est pas encore lié à une relation dans Exact.",
    "problem.relation_unlinked.ask.fix": "Liez la relation avec le crayon, ou faites-la créer dans Exact.",
    "problem.relation_unlinked.always.message": (
        "{relation} n'est pas lié et ne peut pas être créé : ses données de Robaws manquent ici."
    ),
    "problem.relation_unlinked.always.fix": (
        "Importez à nouveau les clients et les fournisseurs, ou liez la relation avec le crayon."
    ),
    "problem.relation_unlinked.never.message": (
        "{relation} n'est pas encore lié ; le paramètre dit que les relations ne sont jamais créées."
    ),
    "problem.relation_unlinked.never.fix": (
        "Liez la relation avec le crayon ; créez-la d'abord dans Exact si nécessaire."
    ),
    "problem.relation_unlinked.gone.message": "La relation à laquelle {relation} était lié n'existe plus dans Exact.",
    "problem.relation_unlinked.gone.fix": "Liez à nouveau la relation avec le crayon.",
    "problem.relation_ambiguous.message": (
        "Plusieurs relations dans Exact peuvent être {relation}, ou le nom et le numéro de TVA se contredisent."
    ),
    "problem.relation_ambiguous.fix": "Comparez-les avec le crayon et liez la bonne.",
    "problem.relation_role.sales.message": "La relation {account} ({name}) n'est pas un client dans Exact.",
    "problem.relation_role.sales.fix": (
        "Mettez le statut de la relation sur « client » dans Exact, ou liez une autre relation."
    ),
    "problem.relation_role.purchase.message": "La relation {account} ({name}) n'est pas un fournisseur dans Exact.",
    "problem.relation_role.purchase.fix": (
        "Cochez « fournisseur » pour la relation dans Exact, ou liez une autre relation."
    ),
    "problem.relation_blocked.message": "La relation {account} ({name}) est bloquée dans Exact.",
    "problem.relation_blocked.fix": "Débloquez la relation dans Exact, ou liez-en une autre.",
    "problem.number_taken.message": (
        "Exact contient déjà l'écriture {number} dans le journal {journal} (votre réf. {reference}) d'un "
        "total de {theirs:amount} ; cette facture est de {ours:amount}."
    ),
    "problem.number_taken.fix": "Comparez les deux et corrigez le numéro dans Robaws ou l'écriture dans Exact.",
    "problem.already_in_exact.message": (
        "Cette facture se trouve déjà dans Exact : écriture {number} dans le journal {journal}, même "
        "relation et même total ({theirs:amount}). Elle n'est pas comptabilisée une seconde fois."
    ),
    "problem.already_in_exact.fix": "Liez la facture à cette écriture.",
    "problem.number_not_integer.no_digits.message": (
        "Le numéro de facture {number} ne contient pas de chiffres et ne peut donc pas être un numéro de pièce."
    ),
    "problem.number_not_integer.too_large.message": (
        "Le numéro de facture {number} donne un numéro de pièce supérieur à {largest}, le plus élevé qu'Exact accepte."
    ),
    "problem.number_not_integer.shared.message": (
        "Le numéro de facture {number} donne le numéro de pièce {digits}, tout comme {others} : toutes ces "
        "factures attendent."
    ),
    "problem.number_not_integer.fix": (
        "Corrigez le numéro dans Robaws, ou laissez Exact attribuer le numéro de pièce (paramètre). Le "
        "numéro de facture reste dans votre réf."
    ),
    "problem.currency_unknown.message": "La devise {currency} n'est pas active dans cette administration d'Exact.",
    "problem.currency_unknown.fix": "Activez la devise dans Exact et importez à nouveau les données.",
    "problem.payment_reference_invalid.message": (
        "La communication structurée {reference} a un mauvais chiffre de contrôle ; le paiement ne sera pas "
        "lettré d'office dans Exact."
    ),
    "problem.payment_reference_invalid.fix": (
        "Corrigez la communication dans Robaws. Sinon, elle est comptabilisée telle quelle."
    ),
    "problem.payment_condition_unmapped.message": (
        "La condition de paiement {condition} de Robaws n'est liée à aucune condition d'Exact : celle de la "
        "relation dans Exact s'applique."
    ),
    "problem.payment_condition_unmapped.unknown.message": (
        "La condition de paiement {condition} n'existe pas dans Exact : celle de la relation dans Exact s'applique."
    ),
    "problem.payment_condition_unmapped.fix": (
        "Choisissez la condition de paiement dans les paramètres, ou ici à la main."
    ),
    "problem.document_missing.message": (
        "Cette facture d'achat n'a pas de document dans Robaws : elle est comptabilisée sans pièce jointe."
    ),
    "problem.document_missing.fix": (
        "Ajoutez le document dans Robaws et actualisez, ou ajoutez-le dans Exact après la comptabilisation."
    ),
    "problem.document_type.message": (
        "Le document de cette facture n'est ni un PDF ni une image ; Exact ne l'accepte pas."
    ),
    "problem.document_type.fix": (
        "Remplacez le document par un PDF dans Robaws, ou désactivez l'envoi des documents dans les paramètres."
    ),
    "problem.approval_open.message": (
        "L'approbation de cette facture n'est pas encore donnée dans Robaws, ou a été refusée."
    ),
    "problem.approval_open.fix": "Attendez l'approbation dans Robaws ; la facture sera ensuite prête d'elle-même.",
    "problem.iban_differs.message": (
        "Le numéro de compte du fournisseur dans Robaws ({ours}) diffère de celui dans Exact ({theirs})."
    ),
    "problem.iban_differs.fix": (
        "Appelez le fournisseur à un numéro que vous connaissiez déjà, avant de payer : un compte modifié "
        "peut être une fraude."
    ),
}
