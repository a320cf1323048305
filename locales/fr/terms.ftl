### Mots des codes que plusieurs écrans partagent.

## Services
service-meetings = Webex Meetings
service-calling = Webex Calling
service-contact-center = Webex Contact Center
service-messaging = Messagerie Webex
service-devices = Appareils Webex

service-short-meetings = Meetings
service-short-calling = Calling
service-short-contact-center = Contact Center
service-short-messaging = Messagerie
service-short-devices = Appareils

## Le mot qui résume une commande
badge-needs-attention = À traiter
badge-sending = Envoi en cours
badge-queued = En file d’attente
badge-draft = Brouillon
badge-draft-step = Brouillon · étape { $step }/{ $steps }
badge-awaiting-details = Attend des précisions
badge-awaiting-approval = Accord demandé
badge-mapped = Prête à configurer
badge-deferred = Remise à plus tard
badge-customer-sets-up = Le client configure
badge-provisioning = En cours d’activation
badge-provisioned = Activée
badge-provisioned-with-errors = Avec erreurs
badge-failed = Échec
badge-handed-over = Transmise
badge-closed = Close
badge-cancelled = Annulée

## Secteurs d’activité
vertical-agriculture = Agriculture
vertical-automotive = Automobile
vertical-construction = Construction
vertical-consumer-goods = Biens de consommation
vertical-education = Enseignement
vertical-energy = Énergie et services publics
vertical-finance = Banque et finance
vertical-financial-services = Banque et finance
vertical-government = Administration
vertical-healthcare = Santé
vertical-hospitality = Hôtellerie et restauration
vertical-insurance = Assurance
vertical-legal = Juridique
vertical-life-sciences = Sciences de la vie
vertical-logistics = Transport et logistique
vertical-manufacturing = Industrie
vertical-media = Médias et divertissement
vertical-mining = Mines
vertical-nonprofit = Associations
vertical-other = Autre
vertical-professional-services = Services aux entreprises
vertical-public-sector = Secteur public
vertical-real-estate = Immobilier
vertical-retail = Commerce de détail
vertical-services = Services
vertical-technology = Technologie
vertical-telecommunications = Télécommunications
vertical-transportation = Transport et logistique
vertical-utilities = Énergie et services publics
vertical-wholesale = Commerce de gros

## Moments
time-just-now = à l’instant
deadline-late = { $days ->
    [one] { $days } j de retard
   *[other] { $days } j de retard
}
deadline-passed = trop tard

## Touches
key-enter = Entrée
key-arrowup = Flèche haut
key-arrowdown = Flèche bas
key-arrowleft = Flèche gauche
key-arrowright = Flèche droite
key-escape = Échap
key-comma = Virgule
key-contextmenu = Touche Menu
key-shift = Maj

## Ce dont chaque écran a besoin
field-optional = facultatif
combobox-nothing = Rien ne correspond dans la liste
dialog-close = Fermer
dialog-cancel = Annuler
toasts-label = Messages
steps-done = { $done } étapes terminées sur { $steps }
