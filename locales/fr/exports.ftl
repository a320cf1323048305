### Ce qui sort du programme sous forme de fichiers : le menu au-dessus de la liste, l’avancement, le résultat.

exports-menu = Exporter…

## While it runs
exports-running = Écriture de { $name }
exports-running-done = Écriture de { $name } : { $done }
exports-running-of = Écriture de { $name } : { $done } sur { $total }
exports-stop = Arrêter l’export

## What came of it
exports-table-done = { $count ->
    [one] { $count } commande exportée
   *[other] { $count } commandes exportées
}
exports-calendar-done = { $count ->
    [one] { $count } échéance enregistrée dans un agenda
   *[other] { $count } échéances enregistrées dans un agenda
}
exports-calendar-left-out = { $count ->
    [one] { $count } commande de la liste n’a pas d’échéance à venir.
   *[other] { $count } commandes de la liste n’ont pas d’échéance à venir.
}
exports-deadline-done = Échéance enregistrée dans un agenda
exports-deadline-detail = Ouvrez le fichier pour la mettre dans votre agenda.
exports-summaries-done = { $count ->
    [one] { $count } récapitulatif enregistré
   *[other] { $count } récapitulatifs enregistrés
}
exports-stopped = L’export a été arrêté
exports-stopped-detail = Il n’en reste rien.
exports-folder = Voir dans le dossier

## Choosing summaries
exports-choose-title = Récapitulatifs en PDF
exports-choose-loading = Lecture de la liste
exports-choose-chosen = { $chosen } sur { $all } choisies
exports-choose-more = La liste montre { $total } commandes, en voici les { $count } premières. Filtrez la liste pour atteindre les autres.
exports-choose-all = Tout choisir
exports-choose-none = Ne rien choisir
exports-choose-how = Comment les enregistrer
exports-choose-each = Un fichier par commande
exports-choose-each-detail = Dans un dossier de votre choix. Les fichiers présents restent tels quels.
exports-choose-joined = Tout dans un seul fichier
exports-choose-joined-detail = Avec un plan qui mène à chaque commande. { $max } commandes au plus.
exports-choose-save = { $count ->
    [one] Enregistrer { $count } récapitulatif…
   *[other] Enregistrer { $count } récapitulatifs…
}

## What came of many summaries
exports-result-title = { $count ->
    [0] Aucun récapitulatif n’a été enregistré
    [one] { $count } récapitulatif a été enregistré
   *[other] { $count } récapitulatifs ont été enregistrés
}
exports-result-cancelled = { $count ->
    [0] Vous l’avez arrêté après le dernier.
    [one] Vous l’avez arrêté. { $count } commande n’a pas été atteinte.
   *[other] Vous l’avez arrêté. { $count } commandes n’ont pas été atteintes.
}
exports-result-left = { $count ->
    [one] { $count } commande n’a plus été tentée.
   *[other] { $count } commandes n’ont plus été tentées.
}
exports-result-failed = { $count ->
    [one] { $count } commande n’a pas pu être enregistrée
   *[other] { $count } commandes n’ont pas pu être enregistrées
}
exports-result-saved = Enregistré
exports-result-close = Fermer
