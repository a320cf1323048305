### What turnupctl says: its help, its results in words, and what stands in the way.

cli-about = Turnup without a window: the same orders, drafts and queue, for scripts and servers
cli-usage = Usage:
cli-commands = Commands
cli-options = Options

## Commands
cli-about-sync = Send what waits and fetch what is new, until nothing is due any more
cli-about-orders = List orders
cli-about-order = Show one order
cli-about-check = Say what stands in the way of submitting an order; nothing is sent
cli-about-submit = Submit an order for good
cli-about-summary = Write summaries of orders as PDF
cli-about-export = Write orders as a table or a calendar
cli-about-import = Take values of many orders from a table (CSV or Excel)
cli-about-queue = List what the service has not accepted yet
cli-about-backup = Make a backup of what cannot be downloaded again, or list the backups
cli-about-status = Say who is signed in, whether the service answers and what waits
cli-about-sign-in = Sign in with a code that is typed on another device

## Arguments
cli-help-data = Folder of all data, instead of the usual one
cli-help-account = Account to work with, by its name or the operator’s e-mail address, instead of the one that is open in the window
cli-help-json = Write the result as JSON
cli-help-lang = Language of the words: en or fr
cli-help-help = Show this help
cli-help-version = Show the version
cli-help-query = What to look for, as in the search of the window: state:queued due:<3d zurita
cli-help-view = View to list: inbox, due_soon, overdue, drafts, queue, needs_attention, to_review, provisioned or all (as long as nothing else is asked)
cli-help-limit = Most orders to list (200 as long as nothing else is asked)
cli-help-number = Number of the order
cli-help-numbers = Numbers of the orders
cli-help-confirm = The number of the order once more: it cannot be undone
cli-help-folder = Folder for the files; made when it is not there
cli-help-format = csv, xlsx or ics
cli-help-file = File to write
cli-help-table = Table to read
cli-help-sheet = Sheet of a workbook, instead of its first one
cli-help-columns = What a column is taken as, such as "Conference=site_name"; nothing behind the sign leaves it out
cli-help-dry_run = Only say what would change
cli-help-list = List the backups instead of making one
cli-help-service = Address of the service, such as https://provisioning.example.com

## Usage that means nothing
cli-usage-unknown = “{ $what }” means nothing here.
cli-usage-value = “{ $value }” is no value of { $what }.
cli-usage-missing = { $what } is missing.
cli-usage-other = This cannot be asked in this way.
cli-usage-search = The search does not understand “{ $what }”. Nothing was listed, because it would have been too much.
cli-usage-help = turnupctl --help says what can be asked.

## What can go wrong, where the window's advice does not fit
cli-failure-no-account = There is no such account here
    .detail = turnupctl status lists the accounts of this computer; turnupctl sign-in --service ADDRESS opens one.
cli-failure-signed-out = You are signed out
    .detail = Everything is kept. Sign in again with turnupctl sign-in, or in the window.
cli-failure-confirmation-mismatch = The confirmation is not the number of the order
    .detail = Nothing was sent.
cli-failure-not-ready = Some answers are still missing
    .detail = turnupctl check lists them; they are given in the window. Nothing was sent.

## Results in words
cli-synced = Sent: { $accepted }. Refused: { $parked }. Orders that changed: { $changed }.
cli-sync-unknown = The service does not know the number { $number }.
cli-waits = { $count ->
    [0] Nothing waits to be sent.
    [one] { $count } act waits to be sent.
   *[other] { $count } acts wait to be sent.
}
cli-needs-attention = { $count ->
    [one] { $count } act needs your attention.
   *[other] { $count } acts need your attention.
}
cli-elsewhere = Another Turnup has this account open and sends. Nothing is sent from here meanwhile.
cli-elsewhere-queued = Another Turnup has this account open: it sends this in a moment.
cli-not-sent-yet = It is queued and goes out with the next sync.
cli-sample = The service of the sample data runs inside of Turnup’s window: open the window to send and to fetch.
cli-orders-total = { $count ->
    [0] No orders.
    [one] { $count } order.
   *[other] { $count } orders.
}
cli-orders-shown = { $shown } of { $total } orders are listed.
cli-orders-indexing = The search is still being prepared: it finds more after the next sync.
cli-closes = Closes
cli-closes-never = no deadline
cli-customer = Customer
cli-state = State
cli-services = Services
cli-subscription = Subscription
cli-contact = Contact
cli-mapped-to = Belongs to
cli-draft-saved = Draft saved
cli-queued-acts = Waits to be sent
cli-check-ready = Order { $number } can be submitted.
cli-check-not-ready = Order { $number } cannot be submitted yet.
cli-check-by-service = The service made a dry run.
cli-check-local = The service was not asked: these are the rules as it last told them.
cli-check-review = A colleague’s approval is still missing.
cli-check-warning = Mind: { $text }
cli-act-map = Maps the order to its organizations for good
cli-act-map-and-set-up = Maps the order to its organizations for good, and sets up its services
cli-act-set-up = Sets up services of the order
cli-act-hand-over = Hands the order over
cli-submitted-sent = Order { $number } was submitted: the service accepted it.
cli-submitted-awaiting-approval = Order { $number } was submitted: the mapping is accepted, and the set-up goes out with the first sync after the customer’s administrator has approved.
cli-submitted-queued = Order { $number } is queued.
cli-submitted-needs-attention = The service refused order { $number }: it needs your attention.
cli-confirm-missing = Submitting cannot be undone. Say the number once more: --confirm { $number }
cli-summary-saved = { $number }: { $file }
cli-summary-failed = { $number }: { $text }
cli-exported = { $count ->
    [one] { $count } order was written to { $path }.
   *[other] { $count } orders were written to { $path }.
}
cli-export-left-out = { $count ->
    [one] { $count } order has no deadline ahead and was left out.
   *[other] { $count } orders have no deadline ahead and were left out.
}
cli-imported = Orders that changed: { $changed }. Stood so already: { $unchanged }. Left out: { $refused }.
cli-import-would = Orders that would change: { $changed }. Stand so already: { $unchanged }. Would be left out: { $refused }.
cli-queue-empty = Nothing waits to be sent.
cli-kind-mapping = Mapping
cli-kind-setup = Set-up
cli-kind-handover = Handing over
cli-kind-resend = E-mail once more
cli-kind-note = Note
cli-kind-retry = Another try
cli-kind-review = Review
cli-kind-verdict = Answer to a review
cli-waits-turn = waits to be sent
cli-waits-time = waits for its next try
cli-waits-predecessor = waits for what stands before it
cli-waits-approval = waits for an approval
cli-waits-decision = needs a decision
cli-waits-answer = was sent and waits for the answer
cli-backup-made = Backup made: { $name }
cli-backup-nothing = There is nothing to back up: everything can be downloaded again.
cli-backup-none = There are no backups.
cli-backup-why-daily = of the day
cli-backup-why-weekly = of the week
cli-backup-why-before-update = before an update
cli-backup-why-by-hand = by hand
cli-backup-why-before-restore = before bringing back
cli-backup-why-rescued = rescued
cli-status-none = No account is open. turnupctl sign-in --service ADDRESS opens one.
cli-status-account = { $email } at { $address }
cli-status-online = Online
cli-status-offline = Offline
cli-status-signed-out = Signed out
cli-status-elsewhere = Another Turnup speaks with the service
cli-status-synced = Last sync: { $at }
cli-status-never = Never synced
cli-sign-in-page = Open { $url } and type { $code }
cli-signed-in = Signed in as { $email }
cli-sign-in-not-kept = There is no keyring here that keeps the sign-in: it ends with this command. Turnup needs the Secret Service of a session (gnome-keyring or KWallet).
