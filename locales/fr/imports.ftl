### Valeurs de plusieurs commandes depuis un tableau (CSV ou Excel).

imports-title = Valeurs d’un tableau
imports-hint = Chaque ligne est une commande, chaque colonne une réponse. Les lignes qui répètent un numéro nomment d’autres sites Meetings. Les cellules vides ne changent rien.
imports-sheet = Feuille
imports-columns = Ce que sont les colonnes
imports-column = Colonne
imports-column-sample = Ce qu’elle contient
imports-column-field = Prise comme
imports-column-nameless = Colonne { $letter }
imports-nothing = Non prise
imports-number-missing = Choisissez la colonne des numéros de commande.
imports-twice = Deux colonnes sont prises comme « { $field } ». Gardez-en une.
imports-empty = Ce tableau n’a aucune ligne sous ses titres.
imports-looking = Lecture des lignes
imports-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
imports-plan = { $ready ->
    [0] Aucune commande ne changerait
    [one] { $ready } commande changerait
   *[other] { $ready } commandes changeraient
}, { $unchanged ->
    [0] aucune n’est déjà ainsi
    [one] { $unchanged } est déjà ainsi
   *[other] { $unchanged } sont déjà ainsi
}, { $refused ->
    [0] rien n’est laissé de côté
    [one] { $refused } est laissée de côté
   *[other] { $refused } sont laissées de côté
}
imports-will = { $count ->
    [one] { $count } commande change
   *[other] { $count } commandes changent
}
imports-refused = { $count ->
    [one] { $count } est laissée de côté
   *[other] { $count } sont laissées de côté
}
imports-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
imports-row = Ligne { $row }
imports-problems = { $count ->
    [one] { $count } de ses valeurs ne suit pas une règle du service ; elle est gardée et peut être corrigée sur la page de la commande.
   *[other] { $count } de ses valeurs ne suivent pas les règles du service ; elles sont gardées et peuvent être corrigées sur la page de la commande.
}
imports-not-asked = Cette commande ne demande pas : { $fields }
imports-run = { $count ->
    [0] Prendre les valeurs
    [one] Prendre les valeurs de { $count } commande
   *[other] Prendre les valeurs de { $count } commandes
}

## Une cellule qui n’est pas comprise
imports-cell = Ligne { $row }, { $field } : « { $value } ». { $why }
imports-cell-when = Écrivez maintenant ou plus tard.
imports-cell-yes-or-no = Écrivez oui ou non.
imports-cell-managed-in = Écrivez Control Hub ou administration du site.
imports-cell-country = Écrivez le nom d’un pays, ou son code comme FR.
imports-cell-zone = Écrivez un fuseau horaire comme Europe/Paris.
imports-cell-zone-ambiguous = Plusieurs fuseaux horaires ont ce lieu. Écrivez son nom entier, comme Europe/Paris.
imports-cell-language = Écrivez une langue avec son pays, comme fr_fr.
imports-cell-too-long = C’est plus long qu’aucune réponse ne peut l’être.
imports-cell-contradicts = Une autre ligne de cette commande dit autre chose.

## Ce qu’une colonne peut être : le nom affiché, et celui d’une colonne que Turnup écrit
import-field-number = Numéro de commande
import-field-when = Quand les services démarrent
import-field-site-name = Nom du site Meetings
import-field-site-time-zone = Fuseau horaire du site Meetings
import-field-site-early-release = Nouveautés Meetings en avance
import-field-site-managed-in = Gestion du site Meetings
import-field-location-name = Nom de l’emplacement Calling
import-field-location-country = Emplacement : pays
import-field-location-street1 = Emplacement : rue
import-field-location-street2 = Emplacement : complément d’adresse
import-field-location-city = Emplacement : ville
import-field-location-state = Emplacement : région
import-field-location-postal-code = Emplacement : code postal
import-field-location-time-zone = Emplacement : fuseau horaire
import-field-announcement-language = Langue des annonces
import-field-email-language = Langue des e-mails vocaux
import-field-sip-name = Nom SIP
import-field-contact-center-country = Pays du Contact Center
import-field-transfer-code = Code de transfert
import-field-current-site = Site actuel

## D’autres noms que portent les colonnes des tableaux, séparés par des barres
import-heading-number = Commande | N° de commande | N° commande | Numéro | Commande Webex
import-heading-when = Quand | Démarrage | Maintenant ou plus tard
import-heading-site-name = Nom du site | Site Meetings | Site Webex | URL du site
import-heading-site-time-zone = Fuseau du site | Fuseau horaire du site | Fuseau Meetings
import-heading-site-early-release = Nouveautés en avance | Accès anticipé
import-heading-site-managed-in = Gestion du site | Géré dans
import-heading-location-name = Nom de l’emplacement | Emplacement | Emplacement Calling
import-heading-location-country = Pays de l’emplacement | Pays Calling
import-heading-location-street1 = Rue | Adresse | Adresse 1 | Adresse ligne 1
import-heading-location-street2 = Adresse 2 | Adresse ligne 2 | Complément d’adresse
import-heading-location-city = Ville de l’emplacement | Ville Calling
import-heading-location-state = Région de l’emplacement | Province | Région | Département
import-heading-location-postal-code = Code postal | Code postal de l’emplacement
import-heading-location-time-zone = Fuseau de l’emplacement | Fuseau horaire de l’emplacement | Fuseau Calling
import-heading-announcement-language = Annonces | Langue d’annonce | Langue Calling
import-heading-email-language = Langue des e-mails | Langue de la messagerie vocale | Langue des e-mails de messagerie vocale
import-heading-sip-name = SIP | Adresse SIP | Domaine SIP
import-heading-contact-center-country = Pays d’exploitation | Pays du centre de contact
import-heading-transfer-code = Transfert | Code
import-heading-current-site = Site Webex actuel | Site existant | Ancien site

## Des mots que l’on écrit dans les cellules, séparés par des barres
import-word-now = maintenant | tout de suite | aujourd’hui | immédiatement
import-word-later = plus tard | reporté | pas maintenant
import-word-yes = oui | o | vrai | x | 1
import-word-no = non | n | faux | 0
import-word-control-hub = Control Hub | Hub
import-word-site-administration = Administration du site | Administration de site
