### Un acte pour plusieurs commandes : les choisir, ce que cela ferait, ce qui en est résulté.

many-bar = Ce qui est choisi
many-chosen = { $count ->
    [one] { $count } commande choisie
   *[other] { $count } commandes choisies
}
many-chosen-more = Plus de { $count } commandes choisies
many-too-many = { $max } au plus à la fois : filtrez davantage la liste.
many-choose-matching = Les choisir toutes ({ $count })
many-choose-matching-more = Choisir tout ce qui correspond
many-more = Autres actes
many-orders = Les commandes choisies

## What an act asks for
many-choose = Choisir
many-preset = Préréglage
many-no-presets = Il n’y a pas encore de préréglage. Enregistrez les réponses d’une commande comme tel, depuis n’importe quelle page de sa configuration.
many-question = Réponse
many-question-when = Quand les services démarrent
many-question-meetings-time-zone = Fuseau horaire des sites Meetings
many-question-early-release = Nouveautés en avance sur les sites Meetings
many-question-calling-time-zone = Fuseau horaire du site Calling
many-question-announcement-language = Langue des annonces
many-question-email-language = Langue des e-mails de messagerie vocale
many-question-contact-center-country = Pays du Contact Center
many-value = Valeur
many-early-final = Recevoir les nouveautés en avance est définitif dès que la commande est envoyée.
many-email = Adresse e-mail de la personne qui les complète
many-note = Note
many-remind = Quand
many-remind-never = Jamais : oublier le rappel
many-submit-text = Ce qui est prêt attend dans la file et part dès que le service répond. D’ici là, tout peut être repris.
many-drop-text = Ce qui a été répondu pour ces commandes disparaît. Les commandes restent, et cela peut être annulé.
many-resend-text = Le service renvoie chaque e-mail d’activation.

## What it would do
many-plan = Possible pour { $ready }, déjà ainsi pour { $unchanged }, impossible pour { $refused }
many-final = { $count ->
    [one] Pour une commande, c’est le point de non-retour : les organisations ne peuvent plus être changées ensuite. Saisissez son numéro pour l’inclure.
   *[other] Pour { $count } commandes, c’est le point de non-retour : les organisations ne peuvent plus être changées ensuite. Saisissez le numéro de chacune de celles à inclure.
}
many-type = Saisissez { $number } pour confirmer
many-will = { $count ->
    [one] { $count } commande
   *[other] { $count } commandes
}
many-refused = { $count ->
    [one] { $count } commande reste telle quelle
   *[other] { $count } commandes restent telles quelles
}
many-unchanged = { $count ->
    [one] { $count } commande est déjà ainsi
   *[other] { $count } commandes sont déjà ainsi
}
many-run = { $count ->
    [0] Le faire
    [one] Le faire pour { $count } commande
   *[other] Le faire pour { $count } commandes
}

## While it runs, and what came of it
many-running = Parcours des commandes
many-running-of = Parcours des commandes : { $done } sur { $total }
many-stop = Arrêter
many-close = Fermer
many-done = { $count ->
    [0] Rien n’était à changer
    [one] Fait pour { $count } commande
   *[other] Fait pour { $count } commandes
}
many-undone = { $count ->
    [one] { $count } commande est comme avant
   *[other] { $count } commandes sont comme avant
}
many-undone-kept = { $count ->
    [one] { $count } commande a été modifiée ou envoyée entre-temps et reste ainsi.
   *[other] { $count } commandes ont été modifiées ou envoyées entre-temps et restent ainsi.
}
many-cancelled = { $count ->
    [0] Vous avez arrêté après la dernière.
    [one] Vous avez arrêté. { $count } commande n’a pas été atteinte.
   *[other] Vous avez arrêté. { $count } commandes n’ont pas été atteintes.
}
many-left = { $count ->
    [one] { $count } commande n’a plus été essayée.
   *[other] { $count } commandes n’ont plus été essayées.
}
many-outcome-failed = { $count ->
    [one] Pas fait pour { $count } commande
   *[other] Pas fait pour { $count } commandes
}
many-outcome-problems = { $count ->
    [one] Il manque quelque chose à { $count } commande
   *[other] Il manque quelque chose à { $count } commandes
}
many-outcome-ready = { $count ->
    [one] { $count } commande est prête, le service confirme
   *[other] { $count } commandes sont prêtes, le service confirme
}
many-outcome-ready-here = { $count ->
    [one] { $count } commande est prête, pour autant que cela se voie hors ligne
   *[other] { $count } commandes sont prêtes, pour autant que cela se voie hors ligne
}
many-outcome-done = { $count ->
    [one] Fait pour { $count } commande
   *[other] Fait pour { $count } commandes
}
many-outcome-unchanged = { $count ->
    [one] { $count } commande était déjà ainsi
   *[other] { $count } commandes étaient déjà ainsi
}
many-problems = { $count ->
    [one] { $count } réponse manque ou est fausse
   *[other] { $count } réponses manquent ou sont fausses
}
