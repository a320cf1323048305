### La liste des commandes et la commande à son côté.

inbox-match = { $count } sur { $all }
inbox-match-more = plus de { $count } correspondent
inbox-match-similar = { $count } correspondent, { $similar } ressemblent
inbox-at-least = { $count }+
inbox-misunderstood = Pas compris, et laissé de côté : { $words }
inbox-indexing = La recherche prend encore des commandes en compte : elle en trouvera peut-être d’autres dans un instant.
inbox-count = { $count ->
    [one] { $count } commande
   *[other] { $count } commandes
}
inbox-list = Commandes
inbox-column-order = Commande
inbox-column-customer = Client
inbox-column-services = Services
inbox-column-closes = Clôture
inbox-column-state = État
inbox-column-country = Pays
inbox-column-assignee = Suivie par
inbox-column-mailed = E-mail envoyé
inbox-column-kind = Type
inbox-column-subscription = Abonnement
inbox-column-start = Début souhaité
inbox-column-contact = Contact
inbox-column-partner = Organisation partenaire
inbox-column-organization = Organisation du client
inbox-column-note = Note
columns = Colonnes
columns-up = Monter { $name }
columns-down = Descendre { $name }
columns-moved = { $name }, { $at } sur { $count }
columns-unsorted = sans tri
columns-unsorted-title = { $name } : la liste ne peut pas être triée ainsi
columns-width = Largeur de la colonne { $name }
columns-width-keys = Gauche et droite changent la largeur, Entrée la rétablit, haut et bas passent à une autre colonne.
columns-hint = Faites glisser les en-têtes pour déplacer les colonnes, et leurs bords pour les redimensionner.
columns-reset = Rétablir
columns-were-reset = Les colonnes sont de nouveau celles du départ.
inbox-group-by-none = Sans groupes
inbox-group-by-customer = Grouper par client
inbox-group-by-deadline = Grouper par échéance
inbox-group-overdue = En retard
inbox-group-today = Aujourd’hui
inbox-group-tomorrow = Demain
inbox-group-this-week = Cette semaine
inbox-group-next-week = La semaine prochaine
inbox-group-later = Plus tard
inbox-group-none = Sans échéance
inbox-group-similar = Semblables : { $name }
inbox-group-count = { $name } · { $count ->
    [one] { $count } commande
   *[other] { $count } commandes
}
inbox-filter-state = État
inbox-filter-services = Services
inbox-filter-clear = Retirer les filtres
inbox-filter-remove = Retirer le filtre { $name }
inbox-filters = Filtres
inbox-sort = Trier par { $name }
inbox-sort-deadline = Échéance
inbox-sort-number = Numéro
inbox-sort-customer = Client
inbox-sort-state = État
inbox-sort-country = Pays
inbox-sort-assignee = Suivi
inbox-sort-mailed = Envoi de l’e-mail
inbox-sort-ascending = Croissant
inbox-sort-descending = Décroissant
inbox-row-menu = Ce qu’on peut faire de la commande { $number }
inbox-key-move = se déplacer
inbox-key-open = ouvrir
inbox-key-choose = choisir
inbox-key-search = rechercher
inbox-choose-row = Choisir la commande { $number }
inbox-choose-all = Choisir toutes les commandes, ou aucune
inbox-key-palette = tout faire
inbox-key-all = toutes les touches
inbox-back-to-list = Revenir à la liste
inbox-failed-again = Réessayer
inbox-no-deadline = sans échéance
inbox-loading-row = en cours de lecture

## Rien ici
empty-inbox = Rien ne vous attend
empty-inbox-text = Les nouvelles commandes apparaissent ici d’elles-mêmes. Vous avez reçu l’e-mail d’une commande qui manque ? Ouvrez-le.
empty-due-soon = Rien n’est clos dans les trois jours
empty-due-soon-text = Les commandes apparaissent ici quand il reste trois jours ou moins pour les compléter.
empty-overdue = Rien n’est en retard
empty-overdue-text = Les commandes apparaissent ici quand leur échéance passe avant qu’elles soient confirmées. Demandez alors au vendeur si elles peuvent être rouvertes.
empty-drafts = Aucun brouillon
empty-drafts-text = Tout ce que vous saisissez sur une commande est aussitôt gardé comme brouillon. Vous pouvez partir à tout moment et reprendre plus tard.
empty-needs-attention = Rien ne demande votre attention
empty-needs-attention-text = Quand le service refuse quelque chose, ou que quelqu’un d’autre a modifié une commande, elle se trouve ici avec la raison.
empty-to-review = Personne ne vous demande de relecture
empty-to-review-text = Quand un collègue vous demande de regarder une commande avant qu’elle soit définitive, elle se trouve ici.
empty-provisioned = Rien n’est encore activé
empty-provisioned-text = Les commandes apparaissent ici quand leurs services fonctionnent.
empty-all = Aucune commande pour l’instant
empty-all-text = Elles arrivent avec la première synchronisation.
empty-search = Aucune commande ne correspond à « { $text } »
empty-search-text = La recherche porte sur les numéros, clients, villes et adresses e-mail. Pour la préciser, tapez par exemple state:, due:<3d ou -country:ES.
empty-filter = Aucune commande ne correspond à ces filtres
empty-search-all = Rechercher dans toutes les commandes
empty-search-clear = Effacer la recherche

## La première synchronisation
sync-first = Vos commandes arrivent
sync-first-text = Elles apparaissent ici à mesure, et vous pouvez aussitôt y travailler. Arrêtée ou fermée, la réception reprend plus tard où elle en était.
sync-first-stop = Arrêter pour l’instant
sync-first-stopped = Vos commandes ne sont pas encore là
sync-first-stopped-text = La première synchronisation n’est pas terminée. Elle reprend où elle en était.
sync-first-offline = Elles arriveront d’elles-mêmes dès que le service sera joignable.
sync-first-signed-out = Elles arriveront quand vous serez connecté.
sync-first-go-on = Reprendre
sync-first-done = Toutes vos commandes sont là.
sync-stopped = La synchronisation s’est arrêtée.

## La commande sur le côté
detail-label = Commande { $number }
detail-number = Commande { $number } · { $subscription }
detail-number-only = Commande { $number }
detail-copy = Copier le numéro de commande
detail-copied = Numéro { $number } copié
detail-saved = enregistré { $ago }
detail-continue = Continuer
detail-start = Commencer
detail-finish-set-up = Configurer les services
detail-open = Ouvrir la commande
detail-decide = Voir ce qu’il faut décider
detail-summary = Récapitulatif PDF
detail-more = Plus d’actions pour cette commande
detail-chosen = Les deux organisations sont choisies, rien n’est définitif avant votre confirmation.
detail-organizations-final = Les organisations sont définitives ; les services vous attendent.
detail-unsaved-nothing = Rien n’est définitif avant votre confirmation.
detail-outdated = Quelqu’un a modifié cette commande après le début de votre brouillon. Vos réponses sont gardées ; relisez-les.
detail-closes = Clôture { $date }
detail-closed = Close { $date }
detail-claimed-domain = domaine revendiqué { $domain }
detail-verified-domain = domaine vérifié { $domain }
detail-active = active { $when }
detail-pending = { $count } désormais
detail-resent = L’e-mail est redemandé
detail-retried = Nouvel essai en cours
detail-draft-dropped = Le brouillon est supprimé
detail-drop-title = Supprimer le brouillon de la commande { $number } ?
detail-drop-text = Toutes vos réponses sont effacées de cet ordinateur. La commande elle-même reste.
detail-drop-yes = Supprimer le brouillon
detail-drop-no = Le garder
detail-summary-saved = Récapitulatif enregistré
detail-summary-open = L’ouvrir
detail-summary-folder = Voir dans le dossier
detail-note = Note

## Rappels
reminders-title = { $count ->
    [one] À ne pas oublier aujourd’hui
   *[other] À ne pas oublier aujourd’hui : { $count }
}
reminders-tomorrow = Demain
reminders-tomorrow-of = Me rappeler { $number } demain
reminders-done = C’est fait
reminders-done-of = Oublier le rappel de { $number }
reminders-all = Les montrer toutes ({ $count })
