### What can be done: in the native menu, in the palette, in menus of rows, on the page of keys.
### `.also` are other words by which it is looked for.

act-open-palette = Go to or do anything
act-find-orders = Search orders
    .also = find
act-open-email = Open e-mail…
    .also = message eml
act-import-values = Values from a table…
    .also = import spreadsheet csv xlsx excel fill
act-sync-now = Sync now
    .also = refresh reload fetch
act-cancel-sync = Stop the sync
act-back = Back
    .also = previous return
act-forward = Forward
    .also = next
act-customers = Customers
    .also = clients companies
act-settings = Settings…
    .also = preferences options language account
act-network = Network settings
    .also = proxy connection
act-sign-in = Sign in
    .also = log in
act-look-light = Light appearance
    .also = theme bright
act-look-dark = Dark appearance
    .also = theme night
act-look-system = Appearance as the system
    .also = theme automatic
act-show-keys = All keys
    .also = keyboard shortcuts help
act-about = About Turnup
    .also = version licences
act-close = Close, or go back
act-close-window = Close this window
    .also = shut
act-explore-sample = Explore with sample data
    .also = demo try
act-continue-order = Continue the order
    .also = set-up next step
act-step-back = Back one step
act-save-summary = Save the summary as PDF…
    .also = print download
act-show-order = Show everything on this order
    .also = details facts note
act-own-window = Open in a window of its own
    .also = second window side by side detach
act-show-customer = Show everything on this customer
    .also = client company
act-assign = Assign to a colleague…
    .also = owner hand team
act-show-activity = Show what happened on this order
    .also = history journal activity
act-copy-number = Copy the order number
    .also = clipboard
act-add-deadline = Add deadline to calendar…
    .also = ics reminder
act-save-view = Save this view
    .also = saved search bookmark
act-choose-all = Choose everything that matches
    .also = select all
act-choose-none = Let go of what is chosen
    .also = deselect none clear
act-many-check = Check
    .also = validate dry run many
act-many-submit = Submit…
    .also = send provision many confirm
act-many-preset = Apply preset…
    .also = template many
act-many-answer = Set one answer…
    .also = field time zone later defer many
act-many-hand-over = Hand over…
    .also = delegate colleague many
act-many-resend = Ask for e-mails again…
    .also = resend many
act-many-remind = Remind me…
    .also = snooze later many
act-many-drop-draft = Drop drafts…
    .also = delete discard many
act-choose-row = Choose the order
act-choose-range = Choose from here up or down
act-choose-every = Choose everything that matches
act-export-csv = Table as CSV…
    .also = save export spreadsheet
act-export-xlsx = Table for Excel…
    .also = save export spreadsheet
act-export-calendar = Deadlines as a calendar…
    .also = save export ics appointments
act-export-summaries = Summaries as PDF…
    .also = save export pdf
act-retry-entry = Try again
act-take-back = Take back
    .also = undo queue
act-retry-operation = Retry what failed
act-resend-email = Ask for the e-mail again
act-drop-draft = Drop the draft…
    .also = delete discard
act-move = Move
act-edges = First and last order
act-page = A page up or down
act-open-row = Open the order
act-row-menu = Show what can be done with the order
act-quit = Quit Turnup
act-cut = Cut
act-copy = Copy
act-paste = Paste
act-select-all = Select all

## The page of keys
keys-title = All keys
keys-hint = Every key works where it makes sense; nothing needs the mouse.
keys-in-everywhere = Everywhere
keys-in-list = In the list
keys-in-order = On an order

## The palette
palette-title = Go to or do anything
palette-field = Act, view, order or customer
palette-hint = Act, view, order or customer…
palette-list = What can be chosen
palette-recent = Chosen before
palette-order = Order { $number }
palette-acts = Acts
palette-views = Views
palette-orders = Orders
palette-customers = Customers
palette-customer = All orders of this customer
palette-all-found = { $count ->
    [one] Show the one order that matches
   *[other] Show all { $count } that match in the list
}
palette-count = { $count ->
    [0] Nothing found
    [one] One line
   *[other] { $count } lines
}
palette-nothing = Nothing is called that
palette-nothing-text = Type part of an order number, of a customer’s name, of a view, or of what you want to do, such as “settings” or “pdf”.
palette-move = move
palette-choose = choose
