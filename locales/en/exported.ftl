### What stands in exported tables and calendars. The window does not show these words.

exported-sheet = Orders
exported-column-number = Order
exported-column-company = Company
exported-column-city = City
exported-column-country = Country
exported-column-country-code = Country code
exported-column-kind = Kind
exported-column-offer = Offer
exported-column-subscription = Subscription
exported-column-state = State
exported-column-status = Status at the service
exported-column-closes = Closes at
exported-column-days-left = Days left
exported-column-zone = Time zone
exported-column-assignee = Colleague on it
exported-column-contact = Contact
exported-column-contact-email = Contact’s e-mail
exported-column-customer-email = Customer’s e-mail
exported-column-requested-start = Requested start
exported-column-mail-sent = E-mail sent
exported-column-services = Services
exported-column-meetings = Meetings licences
exported-column-calling = Calling licences
exported-column-contact-center = Contact Center licences
exported-column-messaging = Messaging licences
exported-column-devices = Devices

## Calendars
exported-calendar = Turnup deadlines
exported-event = Order { $number } closes: { $company }
exported-event-nameless = Order { $number } closes
exported-event-missing = Still to do: { $steps }
exported-event-ready = Everything is filled in. Review and confirm it.
exported-event-queued = Confirmed on this computer; it waits to be sent.
exported-event-attention = It needs attention: it was refused, or somebody else changed it.
exported-event-approval = It waits for the customer’s approval.
exported-event-subscription = Subscription: { $value }
exported-event-contact = Contact: { $value }
exported-event-assignee = Colleague on it: { $value }
