### Les vues que l’on s’est faites.

saved-title = Vues enregistrées
saved-more = Plus sur les vues enregistrées
saved-acts = Plus sur { $name }
saved-rename = Renommer la vue
saved-delete = Supprimer
saved-name-field = Nom
saved-name-hint = La recherche, les filtres et l’ordre de la liste y sont gardés.
saved-twin = Une vue porte déjà ce nom ; elle sera remplacée.
saved-cancel = Annuler
saved-save = Enregistrer
saved-deleted = { $name } a été supprimée
saved-undo = Annuler
saved-export = Tout enregistrer dans un fichier…
saved-import = Reprendre depuis un fichier…
saved-exported = { $count ->
    [one] Une vue a été écrite
   *[other] { $count } vues ont été écrites
}
saved-imported = { $count ->
    [one] Une vue a été reprise
   *[other] { $count } vues ont été reprises
}
