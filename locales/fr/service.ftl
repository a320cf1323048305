# La page de connexion du service de référence.
service-sign-in-title = Connexion au service d’activation d’exemple
service-sign-in-lead = Turnup demande à travailler avec vos commandes. Ce service est un exemple : il n’y a pas de mot de passe, choisissez qui vous voulez être.
service-sign-in-operator = Opérateur
service-sign-in-allow = Se connecter
service-sign-in-cancel = Annuler
service-sign-in-wrong-title = Cette connexion ne peut pas continuer
service-sign-in-wrong-lead = La demande ne vient pas de Turnup, ou il en manque une partie. Revenez à Turnup et recommencez.
