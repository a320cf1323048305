### The page that the browser shows when signing in ended.

sign-in-page-done-title = You are signed in
sign-in-page-done-text = You can close this page and go back to Turnup.
sign-in-page-aborted-title = Signing in was stopped
sign-in-page-aborted-text = Nothing has changed. You can close this page and go back to Turnup.
sign-in-page-failed-title = Signing in did not work
sign-in-page-failed-text = You can close this page and go back to Turnup: it says what happened and what to do next.
