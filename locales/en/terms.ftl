### Words for codes that many screens share.

## Services
service-meetings = Webex Meetings
service-calling = Webex Calling
service-contact-center = Webex Contact Center
service-messaging = Webex Messaging
service-devices = Webex Devices

service-short-meetings = Meetings
service-short-calling = Calling
service-short-contact-center = Contact Center
service-short-messaging = Messaging
service-short-devices = Devices

## The one word on an order
badge-needs-attention = Needs attention
badge-sending = Being sent
badge-queued = Queued
badge-draft = Draft
badge-draft-step = Draft · step { $step } of { $steps }
badge-awaiting-details = Awaiting details
badge-awaiting-approval = Approval asked
badge-mapped = Ready for set-up
badge-deferred = Set up later
badge-customer-sets-up = Customer sets up
badge-provisioning = Provisioning
badge-provisioned = Provisioned
badge-provisioned-with-errors = With errors
badge-failed = Failed
badge-handed-over = Handed over
badge-closed = Closed
badge-cancelled = Cancelled

## Business verticals
vertical-agriculture = Agriculture
vertical-automotive = Automotive
vertical-construction = Construction
vertical-consumer-goods = Consumer goods
vertical-education = Education
vertical-energy = Energy and utilities
vertical-finance = Banking and finance
vertical-financial-services = Banking and finance
vertical-government = Government
vertical-healthcare = Healthcare
vertical-hospitality = Hospitality
vertical-insurance = Insurance
vertical-legal = Legal
vertical-life-sciences = Life sciences
vertical-logistics = Transport and logistics
vertical-manufacturing = Manufacturing
vertical-media = Media and entertainment
vertical-mining = Mining
vertical-nonprofit = Non-profit
vertical-other = Other
vertical-professional-services = Professional services
vertical-public-sector = Public sector
vertical-real-estate = Real estate
vertical-retail = Retail
vertical-services = Services
vertical-technology = Technology
vertical-telecommunications = Telecommunications
vertical-transportation = Transport and logistics
vertical-utilities = Energy and utilities
vertical-wholesale = Wholesale

## Times
time-just-now = just now
deadline-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
deadline-passed = too late

## Keys
key-enter = Enter
key-arrowup = Arrow up
key-arrowdown = Arrow down
key-arrowleft = Arrow left
key-arrowright = Arrow right
key-escape = Escape
key-comma = Comma
key-contextmenu = Menu key
key-shift = Shift

## What every screen needs
field-optional = optional
combobox-nothing = Nothing in the list matches
dialog-close = Close
dialog-cancel = Cancel
toasts-label = Notices
steps-done = { $done } of { $steps } steps done
