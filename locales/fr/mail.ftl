# Lettres du processus d’activation, telles que le service de référence les écrit.
mail-provisioning-subject = Informations requises pour activer la commande { $number }
mail-provisioning-body =
    Bonjour { $name },

    l’abonnement { $subscription } de { $company } attend les informations requises pour l’activer. Indiquez à quelles organisations il appartient et comment ses services démarrent.

    Numéro de commande : { $number }
    Abonnement : { $subscription }
    Clôture le : { $closes }
mail-provisioning-link = Fournir les informations
mail-handed-over-subject = Informations requises pour activer la commande { $number }
mail-handed-over-body =
    Bonjour,

    { $colleague } vous demande de terminer l’activation de l’abonnement { $subscription } de { $company }.

    Numéro de commande : { $number }
    Abonnement : { $subscription }
    Clôture le : { $closes }
mail-handed-over-note = { $colleague } écrit : { $note }
mail-handed-over-link = Fournir les informations
mail-approval-subject = Votre accord est demandé pour la commande { $number }
mail-approval-body =
    Bonjour,

    { $partner } souhaite activer l’abonnement { $subscription } dans l’organisation de { $company }. Rien ne change sans votre accord.

    Numéro de commande : { $number }
mail-approval-link = Accepter ou refuser
mail-customer-sets-up-subject = Configurez les services de la commande { $number }
mail-customer-sets-up-body =
    Bonjour,

    l’abonnement { $subscription } de { $company } est prêt. { $partner } vous laisse configurer ses services.

    Numéro de commande : { $number }
mail-customer-sets-up-link = Configurer les services
mail-review-subject = Votre relecture est demandée pour la commande { $number }
mail-review-body =
    Bonjour,

    { $colleague } vous demande de relire ce qui est proposé pour l’abonnement { $subscription } de { $company }, avant que ses organisations soient définitives.

    Numéro de commande : { $number }
    Abonnement : { $subscription }
    Clôture le : { $closes }
mail-review-link = Approuver ou refuser
mail-transfer-code = Code de transfert : { $code }
mail-footer = Ce message a été écrit par le service d’activation de référence de Turnup. Rien n’a été commandé à qui que ce soit.
