# The sign-in page of the reference service.
service-sign-in-title = Sign in to the sample provisioning service
service-sign-in-lead = Turnup asks to work with your orders. This is a sample service: there is no password, choose whom you want to be.
service-sign-in-operator = Operator
service-sign-in-allow = Sign in
service-sign-in-cancel = Cancel
service-sign-in-wrong-title = This sign-in cannot go on
service-sign-in-wrong-lead = The request did not come from Turnup, or a part of it is missing. Go back to Turnup and begin again.

# Signing in with a code, on another device.
service-device-title = Sign in with a code
service-device-code = Type the code that Turnup shows:
service-device-continue = Continue
service-device-unknown = This code is not known, or its time is over. Compare it with the one that Turnup shows.
service-device-same = Go on only if Turnup on your computer shows the code { $code } now.
service-device-done-title = You are signed in
service-device-done-lead = Go back to Turnup on your computer; it goes on by itself. You can close this page.
service-device-denied-title = You are not signed in
service-device-denied-lead = Turnup was told that you do not want to sign in. You can close this page.
