### Presets: answers that repeat, kept under a name.

presets-open = Modèles…
presets-title = Modèles de réponses
presets-loading = Recherche des modèles…
presets-none = Aucun modèle ne convient encore à cette commande
presets-none-hint = Répondez une fois, enregistrez les réponses sous un nom et donnez-les à la commande suivante : fuseaux, version anticipée, adresses, langues, noms par motif et répartition des licences.
presets-choose = Quelles réponses ?
presets-all = Tous ceux qui conviennent
presets-all-hint = D’abord ceux de toutes les commandes, puis du pays, puis du client : le plus proche l’emporte
presets-scope = Le proposer pour
presets-scope-everywhere = toutes les commandes
presets-scope-country = les clients du pays : { $country }
presets-scope-customer = { $domain } seulement
presets-changes = { $count ->
    [one] { $count } réponse change
   *[other] { $count } réponses changent
}
presets-no-change = Tout est déjà répondu ainsi.
presets-answer = Réponse
presets-before = Maintenant
presets-after = Ensuite
presets-nothing = rien
presets-yes = oui
presets-no = non
presets-when-now = maintenant
presets-when-later = plus tard
presets-apply = Donner ces réponses
presets-applied = { $count ->
    [one] « { $name } » a changé { $count } réponse
   *[other] « { $name } » a changé { $count } réponses
}
presets-save-as = Enregistrer ces réponses…
presets-save-title = Enregistrer les réponses comme modèle
presets-save-hint = Les organisations et le nombre de licences n’en font pas partie. Un nom tiré de celui de l’entreprise devient un motif, comme { $pattern }.
presets-name = Nom
presets-save = Enregistrer le modèle
presets-saved = « { $name } » est enregistré
presets-back = Retour
presets-close = Fermer
presets-delete = Supprimer « { $name } »
presets-deleted = « { $name } » est supprimé
presets-import = Importer…
presets-imported = { $count ->
    [one] { $count } modèle repris
   *[other] { $count } modèles repris
}
presets-export = Tout exporter…
presets-exported = { $count ->
    [one] { $count } modèle écrit
   *[other] { $count } modèles écrits
}
# Un modèle pour plusieurs commandes.
presets-many = Donner à d’autres commandes…
presets-many-title = Donner « { $name } » à d’autres commandes
presets-many-intro = Commandes ouvertes auxquelles il convient ({ $scope }) et qu’il modifierait. Rien n’est envoyé : seuls leurs brouillons sont remplis.
presets-many-none = Il ne modifierait aucune autre commande ouverte.
presets-many-all = Tout choisir
presets-many-no = Ne rien choisir
presets-many-more = Il y en a d’autres ; celles-ci ferment en premier. Donnez-le-leur, puis revenez pour les autres.
presets-many-give = { $count ->
    [one] Donner à une commande
   *[other] Donner à { $count } commandes
}
presets-many-given = { $count ->
    [one] « { $name } » a rempli une commande
   *[other] « { $name } » a rempli { $count } commandes
}
presets-many-refused = Pas { $numbers } :
