### Le journal de cet ordinateur : qui a fait quoi et quand, ce qui est parti et les réponses.

activity-list = Ce qui s’est passé, le plus récent d’abord
activity-count = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
activity-count-more = plus de { $count } lignes
activity-hint = Ce qui a été fait ici et ce qu’il en est advenu. Ce qu’ont fait les autres figure sur la page de chaque commande.
activity-column-time = Quand
activity-column-what = Quoi
activity-column-order = Commande
activity-column-customer = Client
activity-column-who = Qui
activity-program = Turnup
activity-order-gone = ouvrir

## Ce que l’on cherche
activity-search = Numéro, client ou personne
activity-about = Nature
activity-about-all = Tout
activity-about-queue = Mises en file et envois
activity-about-service = Réponses du service
activity-about-decisions = Décisions
activity-about-drafts = Brouillons
activity-period = Période
activity-period-any = Toute date
activity-period-today = Aujourd’hui
activity-period-week = 7 derniers jours
activity-period-month = 30 derniers jours
activity-period-own = Du … au …
activity-from = Du
activity-to = Au
activity-nothing = Rien de tel ne s’est passé
activity-empty = Il ne s’est encore rien passé
activity-empty-text = Tout ce qui est fait avec les commandes sur cet ordinateur s’inscrit ici, avec les réponses du service.

## En fichier
activity-save = Enregistrer en CSV
activity-saved = { $count ->
    [one] Journal enregistré, { $count } ligne
   *[other] Journal enregistré, { $count } lignes
}
