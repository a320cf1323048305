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
settings-other-accounts = Other accounts on this computer
settings-switch = Open
settings-switch-to = Open the orders of { $who }
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
settings-confirming = Confirming
settings-review-required = A colleague must approve before anything becomes final
settings-review-required-text = On this computer, organizations can only be confirmed once a colleague has approved the very same answers.
settings-notices = System notices
settings-notices-on = The system tells when an order needs you
settings-notices-on-text = Each thing once. Whatever comes together, or while the computer slept, is one notice.
settings-notices-about = About
settings-notices-about-week = Seven days before an order closes
settings-notices-about-three-days = Three days before
settings-notices-about-day = The day before
settings-notices-about-overdue = Once it is overdue
settings-notices-about-attention = Refused, or changed elsewhere meanwhile
settings-notices-about-reviews = Reviews: asked of you, or answered
settings-notices-about-reminders = Your reminders
settings-notices-night = Not from 20:00 to 7:00
settings-notices-silence = No notices until
settings-notices-silent = No notices until { $until }
settings-notices-failed = The system did not show the last notice
settings-notices-failed-text = Look whether notices are allowed for Turnup in the system’s settings. It is tried again; nothing is lost.
settings-background = While the window is closed
settings-keep-running = Keep running in the tray
settings-keep-running-text = Closing the window hides it. Orders are synced, what waits is sent, and notices come. The tray’s menu ends Turnup.
settings-start-at-login = Start at login
settings-start-at-login-text = Without a window, in the tray.
settings-tray-missing = This system shows no tray
settings-tray-missing-text = Turnup keeps running all the same. Start it once more to see its window; File › Quit ends it.
settings-network = Network
network-text = How Turnup reaches your service.
network-proxy = Proxy
network-proxy-system = As the system says
network-proxy-system-text = Uses the proxy that the system names, if it names one.
network-proxy-system-now = Now { $proxy }
network-proxy-none = No proxy
network-proxy-none-text = The service is reached directly.
network-proxy-address = This proxy
network-proxy-address-text = Its address is typed here; the system is not asked.
network-system-asks = Does this proxy ask for a name and a password?
network-adopt = Type them here
network-address = Address of the proxy
network-address-hint = Such as http://proxy.example.com:8080
network-address-needed = Type the address of the proxy.
network-user = Name
network-password = Password
network-password-hint = It is kept in the system’s keyring and never shown again.
network-password-kept = Kept in the system’s keyring
network-password-removed = It is removed when you save
network-password-replace = Replace…
network-password-remove = Remove
network-password-keep = Keep the one that is there
network-save = Save
network-saved = Network settings saved
network-problem-proxy-sign-in = The proxy does not accept this name and password.
settings-data = Data on this computer
settings-data-text = Orders, drafts and everything that waits to be sent lie in this folder.
settings-data-folder = Folder
settings-data-file = Database
settings-data-show = Show folder
settings-data-size = Size
settings-data-sizes = Orders and drafts { $database } · backups { $backups } · logs { $logs }
settings-check = Check the database
settings-check-sound = The database is sound
settings-check-damaged = The database is damaged
settings-check-damaged-next = Your drafts and what waits to be sent are safest in a backup: back up now, then close Turnup and open it again. It rescues what it can read.
settings-backups = Backups
settings-backups-text = Every day, and before each update of the database, Turnup copies what cannot be downloaded again: drafts, what waits to be sent, the journal. Seven days and four weeks are kept.
settings-backups-none = There is no backup yet. The first is made once there is something to keep.
settings-backup-now = Back up now
settings-backup-made = Backed up
settings-backup-nothing = There is nothing to back up yet
settings-backup-when = When
settings-backup-why = Why
settings-backup-holds = Holds
settings-backup-size = Size
settings-backup-daily = Daily
settings-backup-weekly = Weekly
settings-backup-before-update = Before an update
settings-backup-by-hand = By hand
settings-backup-before-restore = Before a restore
settings-backup-rescued = Rescued
settings-backup-unreadable = Cannot be read
settings-backup-contents = { $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
}, { $acts } waiting to be sent
settings-restore = Restore…
settings-restore-of = Restore from { $when }…
settings-restore-title = Restore from backup
settings-restore-text = What is here is backed up first. Turnup asks the service first about everything that may have been sent since, so that nothing is sent twice.
settings-restore-no-orders = This backup has no drafts and nothing that waits to be sent.
settings-restore-comes-back = Comes back. Nothing of it is here.
settings-restore-differs-draft-here = The draft here is of { $here }. The backup’s, of { $there }, would take its place.
settings-restore-differs-dropped-since = It was dropped or taken back here since. The backup’s draft is of { $there }.
settings-restore-same = Nothing to bring back: all of it is here or was accepted since.
settings-restore-waiting = Left alone: it waits to be sent from here.
settings-restore-acts = { $acts ->
    [one] { $acts } confirmation comes back and waits until the service was asked.
   *[other] { $acts } confirmations come back and wait until the service was asked.
}
settings-restore-lines = { $count ->
    [one] { $count } line of the journal comes back as well.
   *[other] { $count } lines of the journal come back as well.
}
settings-restore-yes = { $count ->
    [0] Restore the rest
    [one] Restore { $count } order
   *[other] Restore { $count } orders
}
settings-restored = Restored: { $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
}, { $acts } waiting to be sent
settings-restored-left = { $count ->
    [one] { $count } order changed meanwhile, or is not known here, and was left as it is.
   *[other] { $count } orders changed meanwhile, or are not known here, and were left as they are.
}
settings-erase = Erase everything…
settings-erase-title = Erase everything on this computer?
settings-erase-text = { $count ->
    [0] You are signed out, and all orders, drafts, sign-ins and the journal of every account are deleted from this computer. There is no backup of them. Your language, look and the logs stay; the logs hold no e-mail addresses and no sign-ins, and can be deleted in the data folder.
    [one] You are signed out, and all orders, drafts, sign-ins, the journal and the backup of every account are deleted from this computer. Your language, look and the logs stay; the logs hold no e-mail addresses and no sign-ins, and can be deleted in the data folder.
   *[other] You are signed out, and all orders, drafts, sign-ins, the journal and { $count } backups are deleted from this computer, for every account. Your language, look and the logs stay; the logs hold no e-mail addresses and no sign-ins, and can be deleted in the data folder.
}
settings-erase-unsent = This is nowhere else
settings-erase-counts = { $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
}, and { $acts ->
    [one] { $acts } confirmation
   *[other] { $acts } confirmations
} that the service has not accepted yet.
settings-erase-type = Type { $phrase } to erase
settings-erase-yes = Erase everything
settings-about = About
settings-version = Turnup { $version }
settings-licence = Free software under the MIT and Apache 2.0 licenses.
settings-not-cisco = Turnup is not affiliated with Cisco. Webex and Cisco are trademarks of Cisco Systems, Inc.
settings-guide = Webex guide to provisioning
settings-keys = All keys
