### Les mots pour trouver la bonne organisation.

finder-title-partner = Quelle est l’organisation du partenaire ?
finder-title-customer = Quelle est l’organisation du client ?
finder-title-own = Quelle est l’organisation de votre entreprise ?

finder-why-partner = Votre côté de la commande : c’est de cette organisation que le client est aidé et géré. Des organisations de partenaires ne peuvent jamais être fusionnées.
finder-why-customer = Le côté du client : ses utilisateurs, sites et licences se trouvent dans cette organisation.
finder-why-own = Les utilisateurs, sites et licences de cette commande se trouvent dans cette organisation.

finder-looked-for-email = Recherche faite pour { $email }.
finder-looked-for-company = Recherche faite pour { $company }.
finder-outcome-matched = L’adresse est celle d’un utilisateur ou d’un administrateur de cette organisation. Examinez-la avant de continuer.
finder-outcome-candidates = L’adresse est nouvelle ; son domaine appartient à ces organisations.
finder-outcome-candidates-no-email = Ces organisations lui ressemblent.
finder-outcome-none = Aucune organisation trouvée. Créez-en une, ou cherchez parmi toutes les organisations.
finder-outcome-none-cached = Cet ordinateur ne connaît aucune organisation semblable. La recherche parmi toutes se fait en ligne ; une nouvelle peut être préparée dès maintenant.
finder-outcome-found = { $count ->
    [one] { $count } organisation avec le domaine { $domain }
   *[other] { $count } organisations avec le domaine { $domain }
}
finder-outcome-found-none = Aucune organisation n’a de domaine commençant par { $domain }.
finder-from-directory = D’après l’annuaire, mis à jour : { $time } ; revérifié avant de devenir définitif
finder-looking = Recherche en cours…
finder-table = Les organisations possibles et ce que l’on en sait
finder-matched = Trouvée par l’e-mail

## Indices
finder-row-evidence = Indices
finder-row-domains = Domaines
finder-row-active-users = Utilisateurs actifs
finder-row-last-activity = Dernière activité
finder-row-subscriptions = Abonnements
finder-row-created = Création
finder-row-managed-by = Gérée par
finder-row-why = Pourquoi
finder-row-mind = Attention
finder-strength-recommended = Recommandée · { $score }
finder-strength-good = Bonne · { $score }
finder-strength-weak = Faible · { $score }
finder-domain-claimed = { $domain } revendiqué
finder-domain-verified = { $domain } vérifié
finder-domain-other = { $domain }
finder-domains-more = et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
finder-domains-none = aucun vérifié
finder-users = { $active } sur { $users }
finder-activity-never = jamais
finder-subscriptions-active = { $count ->
    [one] { $count } actif
   *[other] { $count } actifs
}
finder-subscriptions-none = aucun
finder-licenses = { $count ->
    [one] { $count } licence
   *[other] { $count } licences
}
finder-trial-active = essai
finder-trial-expired = essai, expiré
finder-consumer = grand public
finder-managed-by-nobody = personne
finder-unknown = inconnu
finder-mark-good = Bon signe
finder-mark-bad = Avertissement
finder-nothing-to-mind = Rien
finder-flag-severity-red = Avertissement
finder-flag-severity-amber = À vérifier
finder-flag-severity-info = Bon à savoir

## Pourquoi une organisation figure dans la liste
finder-reason-admin-email-equals = l’adresse est celle d’un administrateur
finder-reason-user-email-equals = l’adresse est celle d’un utilisateur
finder-reason-claimed-domain-equals = domaine revendiqué identique à celui de l’e-mail
finder-reason-verified-domain-equals = domaine vérifié identique à celui de l’e-mail
finder-reason-users-in-domain = des utilisateurs ont une adresse de ce domaine
finder-reason-recent-activity = utilisée récemment
finder-reason-similar-name = nom semblable
finder-reason-same-name = même nom
finder-reason-same-prefix = le nom commence pareil
finder-reason-free-mail-domain = une adresse gratuite ne dit rien de l’entreprise
finder-reason-domain-searched = trouvée par son domaine
finder-reason-other = le service l’a proposée

## À quoi faire attention
finder-flag-stale-unverified = Sans doute la mauvaise : aucun domaine vérifié, aucune activité depuis plus d’un an.
finder-flag-same-as-partner = La même organisation que celle du partenaire.
finder-flag-near-tie = Une autre est presque aussi probable. Comparez les deux.
finder-flag-other-country = Un autre pays que celui de la commande.
finder-flag-managed-by-other = Gérée par un autre partenaire.
finder-flag-consumer-or-trial = Une organisation d’essai ou grand public.
finder-flag-approval-required = Son administrateur devra donner son accord.
finder-flag-declined-before = Son administrateur a refusé le { $day }.
finder-flag-provisioning-admin = Vous devenez Provisioning Admin.
finder-provisioning-admin-what = Un Provisioning Admin configure les services, mais ne voit qu’une partie de l’organisation du client. Tous les droits se demandent ensuite à son administrateur ; une lettre sera prête dans la commande.
finder-flag-other = Le service demande de bien vérifier ({ $code }).

## Choisir
finder-continue-with = Continuer avec { $name }
finder-chosen = { $name } : choisie
finder-search-all = Chercher un domaine parmi toutes…
finder-create-new = Créer une nouvelle organisation…
finder-look-again = Chercher de nouveau
finder-sets-up-later-note = Ensuite, vous pourrez choisir que votre client configure lui-même ses services.

## Recherche par domaine
finder-search-title = Chercher un domaine parmi toutes les organisations
finder-search-domain = Domaine
finder-search-hint = Un domaine ou son début, par exemple { $example }
finder-search-go = Chercher
finder-search-more = En afficher plus
finder-search-back = Revenir à ce que l’e-mail a donné
finder-search-offline = La recherche parmi toutes les organisations se fait en ligne. Hors ligne, seul l’annuaire de cet ordinateur est parcouru.

## Créer
finder-create-title-partner = Créer l’organisation du partenaire
finder-create-title-customer = Créer l’organisation du client
finder-create-title-own = Créer l’organisation de votre entreprise
finder-create-intro = Elle sera créée à la confirmation. D’ici là, c’est un brouillon.
finder-create-final-partner = Ensuite, son pays ne pourra plus changer, et elle ne pourra jamais être fusionnée avec l’organisation d’un autre partenaire.
finder-create-final-customer = Ensuite, ni son pays ni son premier administrateur ne pourront changer.
finder-create-final-own = Ensuite, son pays ne pourra plus changer.
finder-create-name = Nom de l’entreprise
finder-create-vertical = Secteur d’activité
finder-create-country = Pays ou région
finder-create-country-hint = Définitif : il décide où se trouvent les données de l’organisation.
finder-create-country-region = Définitif : les données d’une nouvelle organisation de ce pays se trouvent ici : { $region }.
finder-create-admin = E-mail de l’administrateur chez le client
finder-create-admin-hint = Définitif : le premier administrateur du client. Une personne n’appartient qu’à une seule organisation.
finder-create-anyway = La créer bien qu’une organisation semblable existe
finder-create-anyway-hint = À cocher seulement si aucune des organisations trouvées n’est la bonne.
finder-create-back = Revenir à ce qui a été trouvé
finder-region-eu = Union européenne
finder-region-us = États-Unis
finder-region-uk = Royaume-Uni
finder-region-ca = Canada
finder-region-au = Australie
finder-region-in = Inde
finder-region-jp = Japon
finder-region-sg = Singapour
finder-region-sa = Arabie saoudite
finder-region-other = { $region }

## Le client configure
finder-customer-sets-up = Mon client configurera lui-même ses services
finder-customer-sets-up-hint = L’administrateur du client reçoit un e-mail. Vous gardez votre accès, et le travail sur cette commande s’arrête à la confirmation.
# Deux à quatre candidates seules.
finder-compare = { $count ->
    [0] Comparer
    [one] Comparer
   *[other] Comparer ces { $count }
}
finder-compare-choose = Cochez-en de deux à { $most } pour ne voir qu’elles.
finder-compare-mark = Comparer { $name }
finder-compare-short = Comparer
finder-compare-all = Revoir les { $count }
finder-compare-hint = Ce qui est pareil pour toutes est plus pâle.
