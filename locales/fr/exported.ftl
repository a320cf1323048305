### Ce qui figure dans les tableaux et agendas exportés. La fenêtre ne montre pas ces mots.

exported-sheet = Commandes
exported-column-number = Commande
exported-column-company = Entreprise
exported-column-city = Ville
exported-column-country = Pays
exported-column-country-code = Code du pays
exported-column-kind = Nature
exported-column-offer = Offre
exported-column-subscription = Abonnement
exported-column-state = État
exported-column-status = État chez le service
exported-column-closes = Clôture
exported-column-days-left = Jours restants
exported-column-zone = Fuseau horaire
exported-column-assignee = Collègue chargé
exported-column-contact = Contact
exported-column-contact-email = E-mail du contact
exported-column-customer-email = E-mail du client
exported-column-requested-start = Début souhaité
exported-column-mail-sent = E-mail envoyé
exported-column-services = Services
exported-column-meetings = Licences Meetings
exported-column-calling = Licences Calling
exported-column-contact-center = Licences Contact Center
exported-column-messaging = Licences Messaging
exported-column-devices = Appareils

## Calendars
exported-calendar = Échéances Turnup
exported-event = Clôture de la commande { $number } : { $company }
exported-event-nameless = Clôture de la commande { $number }
exported-event-missing = Reste à faire : { $steps }
exported-event-ready = Tout est rempli. Vérifiez et confirmez.
exported-event-queued = Confirmée sur cet ordinateur, elle attend d’être envoyée.
exported-event-attention = Elle demande votre attention : elle a été refusée, ou quelqu’un d’autre l’a modifiée.
exported-event-approval = Elle attend l’accord du client.
exported-event-subscription = Abonnement : { $value }
exported-event-contact = Contact : { $value }
exported-event-assignee = Collègue chargé : { $value }
