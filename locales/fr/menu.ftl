# The native menu and the native dialogs.
menu-file = Fichier
menu-edit = Édition
menu-help = Aide
menu-open-email = Ouvrir un e-mail…
menu-sync-now = Synchroniser
menu-settings = Réglages…
menu-quit = Quitter Turnup
menu-cut = Couper
menu-copy = Copier
menu-paste = Coller
menu-select-all = Tout sélectionner
menu-find = Rechercher des commandes
menu-about = À propos de Turnup
open-email-title = Ouvrir un e-mail d’activation
open-email-kind = E-mail
save-summary-title = Enregistrer le récapitulatif de la commande
summary-name = Commande { $number }
