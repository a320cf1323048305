### Les avis du système, et la zone de notification.

notice-one-overdue = La commande { $number } est en retard
notice-one-attention = La commande { $number } attend une décision
notice-one-closes = { $days ->
    [0] La commande { $number } se clôt aujourd’hui
    [1] La commande { $number } se clôt demain
   *[other] La commande { $number } se clôt dans { $days } jours
}
notice-one-asked = On vous demande de relire la commande { $number }
notice-one-declined = Votre proposition pour la commande { $number } a été refusée
notice-one-approved = Votre proposition pour la commande { $number } a été approuvée
notice-one-reminder = Rappel : commande { $number }
notice-many = { $count ->
    [one] { $count } commande vous attend
   *[other] { $count } commandes vous attendent
}
notice-count-overdue = { $count } en retard
notice-count-attention = { $count ->
    [one] { $count } attend une décision
   *[other] { $count } attendent une décision
}
notice-count-day = { $count ->
    [one] { $count } se clôt d’ici demain
   *[other] { $count } se closent d’ici demain
}
notice-count-three-days = { $count ->
    [one] { $count } se clôt dans les 3 jours
   *[other] { $count } se closent dans les 3 jours
}
notice-count-week = { $count ->
    [one] { $count } se clôt dans les 7 jours
   *[other] { $count } se closent dans les 7 jours
}
notice-count-asked = { $count } à relire
notice-count-declined = { $count ->
    [one] { $count } refusée
   *[other] { $count } refusées
}
notice-count-approved = { $count ->
    [one] { $count } approuvée
   *[other] { $count } approuvées
}
notice-count-reminder = { $count ->
    [one] { $count } rappel
   *[other] { $count } rappels
}
notice-many-text = { $parts }. D’abord : { $number }, { $customer }
notice-open = Ouvrir
notice-tomorrow = Redire demain
tray-open = Ouvrir Turnup
tray-sync = Synchroniser maintenant
tray-quit = Quitter
