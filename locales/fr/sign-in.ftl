### La page que le navigateur montre à la fin de la connexion.

sign-in-page-done-title = Vous êtes connecté
sign-in-page-done-text = Vous pouvez fermer cette page et revenir à Turnup.
sign-in-page-aborted-title = La connexion a été interrompue
sign-in-page-aborted-text = Rien n’a changé. Vous pouvez fermer cette page et revenir à Turnup.
sign-in-page-failed-title = La connexion n’a pas abouti
sign-in-page-failed-text = Vous pouvez fermer cette page et revenir à Turnup : il dit ce qui s’est passé et ce qu’il faut faire.
