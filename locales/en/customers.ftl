### Customers: the list of them and the page of one.

customers-list = Customers
customers-search = Find a customer by name
customers-count = { $count ->
    [0] nobody
    [one] one customer
   *[other] { $count } customers
}
customers-column-name = Customer
customers-column-open = Open
customers-column-provisioned = Provisioned
customers-column-orders = Orders
customers-column-closes = Next to close
customers-column-changed = Last change
customers-nameless = Without a name
customers-no-deadline = Nothing of this customer closes
customers-none-found = No customer is called so
customers-none-found-text = Every word you type must be part of the name. Capitals and accents do not matter.
customers-clear = Show all customers
customers-empty = No customers yet
customers-empty-text = Everybody whom an order is for stands here. Orders come with the first sync, or with a provisioning e-mail.

## The page of one
customer-loading = Reading what is known…
customer-counts = { $orders ->
    [0] No orders any more
    [one] One order: { $open } open, { $provisioned } provisioned
   *[other] { $orders } orders: { $open } open, { $provisioned } provisioned
}
customer-show-in-list = Show in the list
customer-orders = Orders
customer-column-city = City
customer-no-orders = No order names this customer any more. The note is why it is still here.
customer-known = What is known of { $name }
customer-note = Note
customer-note-hint = Kept on this computer as you type, and in its backups. Nobody else reads it.
customer-contact = Contact
customer-contact-none = No order names an address at this customer.
customer-emails = E-mail
customer-domains = Domains
customer-organizations = Organizations
customer-organizations-none = None is known yet. They come from confirmations, drafts and what the finder showed.
customer-score = fits { $score } of 100
customer-active-users = { $count ->
    [0] no active users
    [one] one active user
   *[other] { $shown } active users
}
customer-last-activity = Last activity { $date }
customer-mapped-in = Confirmed in order
customer-created-in = Created by order
customer-chosen-in = Chosen in the draft of order
customer-found-for = Found for order
customer-orders-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
customer-sites = Sites
customer-sites-none = None is known yet. They come from drafts and from what was set up.
customer-site-draft = in a draft
customer-site-order = Order
customer-presets = Presets
customer-presets-none = No preset is kept for this customer, its country or everybody.
customer-preset-use = Use it in order
customer-partial = All of this was read from the { $count } orders that close first.
customer-open = Show everything on { $name }

## Who works on an order
assign-title = Who works on order { $number }?
assign-intro = Your team sees it, and your colleague finds the order among theirs. The provisioning contact stays who it is, and nobody is written to.
assign-email = Colleague’s e-mail address
assign-known = Colleagues with orders
assign-open = { $count ->
    [0] none open
    [one] one open
   *[other] { $count } open
}
assign-me = me
assign-save = Assign
assign-nobody = To nobody in particular
assign-cancel = Cancel
assign-change = Change…
assign-start = Assign…
assign-queued = waits to be sent
assign-done = { $who } works on it now; it is sent with the next sync.
assign-done-nobody = Nobody in particular works on it now; it is sent with the next sync.
