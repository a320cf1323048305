### Mots de la carte où l’on départage les changements de deux personnes à une commande.

conflict-title = Quelqu’un d’autre a modifié cette commande
conflict-by = { $who } l’a modifiée { $when }. Vos réponses sont gardées ; rien ne part avant votre décision.
conflict-by-nobody = Elle a changé côté service après vos réponses. Vos réponses sont gardées ; rien ne part avant votre décision.
conflict-ended-order-closed = La commande s’est fermée avant l’envoi
conflict-ended-order-cancelled = Le vendeur a annulé la commande avant l’envoi
conflict-ended-order-handed-over = La commande a été transmise avant l’envoi
conflict-ended-text = Plus rien ne peut être demandé pour elle. Vos réponses peuvent rester ici en copie : on peut les lire et les imprimer, elles ne partent jamais.
conflict-mine = Garder la mienne
conflict-theirs = Prendre ce qu’a le service
conflict-nothing = rien
conflict-final = C’est définitif côté service ; la vôtre ne peut plus être demandée.
conflict-was = Avant les deux changements : { $value }
conflict-rests-on = Votre réponse en dépend : { $answer } ({ $value })
conflict-theirs-partner = Choisir de nouveau l’organisation du partenaire
conflict-theirs-customer = Choisir de nouveau l’organisation du client
conflict-theirs-licenses = Répartir de nouveau les licences
conflict-theirs-handover = Désigner quelqu’un d’autre
conflict-about-partner = Organisation du partenaire
conflict-about-customer = Organisation du client
conflict-about-customer-sets-up = Qui configure les services
conflict-about-company = Client final
conflict-about-email = E-mail du client final
conflict-about-country = Pays du client final
conflict-about-contact = Contact de mise en service
conflict-about-handover = Transmission à
conflict-about-note = Note partagée
conflict-about-line = Licences : { $line }
conflict-about-other = Réponse
conflict-customer-sets-up = Le client
conflict-settle = Valider ces choix
conflict-settle-first = { $count ->
    [one] Décidez d’abord lequel reste
   *[other] Décidez d’abord de chacun
}
conflict-settled = C’est réglé
conflict-keep-copy = Garder mes réponses en copie
conflict-copy-kept = Gardées en copie
conflict-yours = La vôtre : { $value }
conflict-look = Voir ce qui a changé et décider
