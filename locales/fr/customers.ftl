### Customers: the list of them and the page of one.

customers-list = Clients
customers-search = Chercher un client par son nom
customers-count = { $count ->
    [0] aucun
    [one] un client
   *[other] { $count } clients
}
customers-column-name = Client
customers-column-open = Ouvertes
customers-column-provisioned = Activées
customers-column-orders = Commandes
customers-column-closes = Prochaine clôture
customers-column-changed = Dernier changement
customers-nameless = Sans nom
customers-no-deadline = Aucune clôture à venir pour ce client
customers-none-found = Aucun client ne porte ce nom
customers-none-found-text = Chaque mot saisi doit faire partie du nom. Les majuscules et les accents ne comptent pas.
customers-clear = Afficher tous les clients
customers-empty = Aucun client pour l’instant
customers-empty-text = Tous ceux pour qui une commande est passée figurent ici. Les commandes arrivent avec la première synchronisation ou avec un e-mail d’activation.

## The page of one
customer-loading = Lecture de ce qui est connu…
customer-counts = { $orders ->
    [0] Plus aucune commande
    [one] Une commande : { $open } ouverte, { $provisioned } activée
   *[other] { $orders } commandes : { $open } ouvertes, { $provisioned } activées
}
customer-show-in-list = Afficher dans la liste
customer-orders = Commandes
customer-column-city = Ville
customer-no-orders = Plus aucune commande ne nomme ce client. Il reste ici à cause de la note.
customer-known = Ce qui est connu de { $name }
customer-note = Note
customer-note-hint = Conservée sur cet ordinateur à mesure que vous écrivez, et dans ses sauvegardes. Personne d’autre ne la lit.
customer-contact = Contact
customer-contact-none = Aucune commande ne nomme d’adresse chez ce client.
customer-emails = E-mail
customer-domains = Domaines
customer-organizations = Organisations
customer-organizations-none = Aucune n’est encore connue. Elles viennent des confirmations, des brouillons et de ce que la recherche a montré.
customer-score = correspond à { $score } sur 100
customer-active-users = { $count ->
    [0] aucun utilisateur actif
    [one] un utilisateur actif
   *[other] { $shown } utilisateurs actifs
}
customer-last-activity = Dernière activité : { $date }
customer-mapped-in = Confirmée dans la commande
customer-created-in = Créée par la commande
customer-chosen-in = Choisie dans le brouillon de la commande
customer-found-for = Trouvée pour la commande
customer-orders-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}
customer-sites = Sites
customer-sites-none = Aucun n’est encore connu. Ils viennent des brouillons et de ce qui a été configuré.
customer-site-draft = dans un brouillon
customer-site-order = Commande
customer-presets = Modèles
customer-presets-none = Aucun modèle n’est conservé pour ce client, son pays ou tout le monde.
customer-preset-use = L’utiliser dans la commande
customer-partial = Tout ceci a été lu dans les { $count } commandes dont la clôture est la plus proche.
customer-open = Afficher tout sur { $name }

## Who works on an order
assign-title = Qui travaille sur la commande { $number } ?
assign-intro = Votre équipe le voit, et votre collègue trouve la commande parmi les siennes. Le contact d’activation reste le même, et personne ne reçoit d’e-mail.
assign-email = Adresse e-mail du collègue
assign-known = Collègues chargés de commandes
assign-open = { $count ->
    [0] aucune ouverte
    [one] une ouverte
   *[other] { $count } ouvertes
}
assign-me = moi
assign-save = Attribuer
assign-nobody = À personne en particulier
assign-cancel = Annuler
assign-change = Modifier…
assign-start = Attribuer…
assign-queued = attend d’être envoyée
assign-done = { $who } y travaille désormais ; c’est envoyé à la prochaine synchronisation.
assign-done-nobody = Personne en particulier n’y travaille désormais ; c’est envoyé à la prochaine synchronisation.
