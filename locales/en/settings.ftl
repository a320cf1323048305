### Settings and About.

settings-title = Settings
settings-account = Orders
settings-sample = Sample data
settings-sample-text = Invented orders and a service of its own on this computer. Nothing reaches anybody.
settings-sample-leave = Leave and remove sample data…
settings-leave-title = Remove the sample data?
settings-leave-text = The invented orders and everything you tried on them are deleted from this computer.
settings-leave-yes = Remove sample data
settings-leave-no = Keep it
settings-address = Address of the service
settings-connect = Connect to your service…
settings-connect-title = Connect to your service
settings-connect-text = Your own orders take the place of the sample ones.
settings-operator = You
settings-signed-in = Signed in
settings-signed-out = Signed out
settings-sign-in = Sign in
settings-sign-out = Sign out…
settings-sign-out-title = Sign out of { $address }?
settings-sign-out-text = Orders, drafts and what waits to be sent can stay on this computer for the next time you sign in.
settings-sign-out-waiting = { $count ->
    [one] { $count } confirmation waits to be sent. Erasing deletes it before the service has seen it.
   *[other] { $count } confirmations wait to be sent. Erasing deletes them before the service has seen them.
}
settings-sign-out-keep = Sign out and keep data
settings-sign-out-erase = Sign out and erase data
settings-keyring = Sign-in is kept in the system’s keyring.
settings-session = Sign-in is kept for this run only
settings-session-text = The system’s keyring could not be used ({ $reason }). You will sign in again after a restart; nothing else is lost.
settings-keyring-locked = it is locked
settings-keyring-missing = there is none
settings-keyring-timed-out = it did not answer
settings-keyring-failed = it failed
settings-look = Look and language
settings-language = Language
settings-language-system = As the system
settings-language-en = English
settings-language-fr = Français
settings-appearance = Appearance
settings-appearance-system = As the system
settings-appearance-light = Light
settings-appearance-dark = Dark
settings-density = Rows
settings-density-comfortable = Comfortable
settings-density-compact = Compact
settings-data = Data on this computer
settings-data-text = Orders, drafts and everything that waits to be sent lie in this folder.
settings-data-folder = Folder
settings-data-file = Database
settings-data-show = Show folder
settings-about = About
settings-version = Turnup { $version }
settings-licence = Free software under the MIT and Apache 2.0 licenses.
settings-not-cisco = Turnup is not affiliated with Cisco. Webex and Cisco are trademarks of Cisco Systems, Inc.
settings-guide = Webex guide to provisioning
settings-keys = All keys
