### First run: sample data, or one's own service.

welcome-title = Welcome to Turnup
welcome-text = Provision your customers’ Webex orders from one inbox. Everything you type is kept on this computer, online or not, and nothing is final before you confirm it.
welcome-sample = Explore with sample data
welcome-sample-text = Invented orders and a service of its own on this computer. Try everything; remove it whenever you like.
welcome-sample-do = Explore
welcome-service = Connect to your service
welcome-service-text = Sign in with your provisioning service. Its orders come to this computer and stay readable offline.
welcome-address = Address of the service
welcome-address-hint = As your administrator gave it to you, such as https://provisioning.example.com
welcome-connect = Connect
welcome-waiting = Waiting for your browser
welcome-waiting-text = A page of { $address } has opened. Sign in there; this window goes on by itself.
welcome-waiting-url = If no page opened, open this address in your browser:
welcome-copy = Copy the address
welcome-copied = Address copied
welcome-cancel = Cancel
welcome-sign-in = Sign in
welcome-network = Network settings…

## Signing in with a code
welcome-code = Sign in with a code
welcome-code-why = The browser cannot come back to this computer?
welcome-code-asking = Asking the service for a code…
welcome-code-open = Open this address on any device:
welcome-code-type = Type this code there:
welcome-code-copy = Copy the code
welcome-code-copied = Code copied
welcome-code-hyphen = hyphen
welcome-code-spoken = The code is { $code }.
welcome-code-after = Sign in there; this window goes on by itself.
welcome-code-left = The code is valid for another { $left }.
welcome-code-until = The code is valid until { $time }.
welcome-code-expired = This code is not valid any more
welcome-code-expired-text = Nobody signed in with it in time. Get a new one; the old one opens nothing.
welcome-code-new = New code
welcome-code-browser = Use this computer’s browser

## Who was here
welcome-signed-out = You are signed out
welcome-preparing = Preparing the sample orders…
welcome-other-address = Use another address
