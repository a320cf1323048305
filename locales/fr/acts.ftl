### Ce qu’on peut faire : menu du système, palette, menus des lignes, page des touches.
### `.also` : autres mots qui y mènent.

act-open-palette = Tout faire, aller partout
act-find-orders = Rechercher des commandes
    .also = trouver
act-open-email = Ouvrir un e-mail…
    .also = message courriel eml
act-import-values = Valeurs d’un tableau…
    .also = importer tableur csv xlsx excel remplir
act-sync-now = Synchroniser
    .also = actualiser recharger
act-cancel-sync = Arrêter la synchronisation
act-back = Page précédente
    .also = retour revenir
act-forward = Page suivante
    .also = avancer
act-customers = Clients
    .also = sociétés entreprises
act-settings = Réglages…
    .also = préférences paramètres options langue compte
act-network = Réglages du réseau
    .also = proxy connexion
act-sign-in = Se connecter
    .also = identifiant
act-look-light = Apparence claire
    .also = thème jour
act-look-dark = Apparence sombre
    .also = thème nuit
act-look-system = Apparence du système
    .also = thème automatique
act-show-keys = Toutes les touches
    .also = clavier raccourcis aide
act-about = À propos de Turnup
    .also = version licences
act-close = Fermer, ou revenir
act-close-window = Fermer cette fenêtre
    .also = quitter
act-explore-sample = Explorer avec des données d’exemple
    .also = démonstration essayer
act-continue-order = Continuer la commande
    .also = configuration étape suivante
act-step-back = Revenir d’une étape
act-save-summary = Enregistrer le récapitulatif en PDF…
    .also = imprimer télécharger
act-show-order = Tout voir de cette commande
    .also = détails faits note
act-own-window = Ouvrir dans une fenêtre à part
    .also = deuxième fenêtre côte à côte détacher
act-show-customer = Afficher tout sur ce client
    .also = société entreprise
act-assign = Attribuer à un collègue…
    .also = responsable équipe
act-show-activity = Voir ce qui s’est passé pour cette commande
    .also = historique journal activité
act-copy-number = Copier le numéro de commande
    .also = presse-papiers
act-add-deadline = Ajouter l’échéance à l’agenda…
    .also = ics rappel
act-save-view = Enregistrer cette vue
    .also = recherche signet
act-choose-all = Choisir tout ce qui correspond
    .also = sélectionner tout
act-choose-none = Ne plus rien choisir
    .also = désélectionner aucun
act-many-check = Vérifier
    .also = contrôler valider plusieurs
act-many-submit = Envoyer…
    .also = soumettre confirmer plusieurs
act-many-preset = Appliquer un préréglage…
    .also = modèle plusieurs
act-many-answer = Donner une réponse…
    .also = champ fuseau plus tard reporter plusieurs
act-many-hand-over = Confier…
    .also = déléguer collègue plusieurs
act-many-resend = Redemander les e-mails…
    .also = renvoyer plusieurs
act-many-remind = Me le rappeler…
    .also = rappel plus tard plusieurs
act-many-drop-draft = Abandonner les brouillons…
    .also = supprimer effacer plusieurs
act-choose-row = Choisir la commande
act-choose-range = Choisir d’ici vers le haut ou le bas
act-choose-every = Choisir tout ce qui correspond
act-export-csv = Tableau en CSV…
    .also = enregistrer exporter tableur
act-export-xlsx = Tableau pour Excel…
    .also = enregistrer exporter tableur
act-export-calendar = Échéances dans un agenda…
    .also = enregistrer exporter ics rendez-vous
act-export-summaries = Récapitulatifs en PDF…
    .also = enregistrer exporter pdf
act-retry-entry = Réessayer
act-take-back = Reprendre
    .also = annuler file
act-retry-operation = Relancer ce qui a échoué
act-resend-email = Redemander l’e-mail
act-drop-draft = Supprimer le brouillon…
    .also = effacer abandonner
act-move = Se déplacer
act-edges = Première et dernière commande
act-page = Une page plus haut ou plus bas
act-open-row = Ouvrir la commande
act-row-menu = Voir ce qu’on peut faire de la commande
act-quit = Quitter Turnup
act-cut = Couper
act-copy = Copier
act-paste = Coller
act-select-all = Tout sélectionner

## Toutes les touches
keys-title = Toutes les touches
keys-hint = Chaque touche agit là où elle a un sens ; rien n’exige la souris.
keys-in-everywhere = Partout
keys-in-list = Dans la liste
keys-in-order = Dans une commande

## La palette
palette-title = Tout faire, aller partout
palette-field = Action, vue, commande ou client
palette-hint = Action, vue, commande ou client…
palette-list = Ce qu’on peut choisir
palette-recent = Choisi auparavant
palette-order = Commande { $number }
palette-acts = Actions
palette-views = Vues
palette-orders = Commandes
palette-customers = Clients
palette-customer = Toutes les commandes de ce client
palette-all-found = { $count ->
    [one] Voir la seule commande trouvée
   *[other] Voir les { $count } commandes trouvées dans la liste
}
palette-count = { $count ->
    [0] Rien trouvé
    [one] Une ligne
   *[other] { $count } lignes
}
palette-nothing = Rien ne porte ce nom
palette-nothing-text = Tapez une partie d’un numéro de commande, du nom d’un client, d’une vue ou de ce que vous voulez faire, par exemple « réglages » ou « pdf ».
palette-move = se déplacer
palette-choose = choisir
