### Values of many orders from a table (CSV or Excel).

imports-title = Values from a table
imports-hint = Each row is an order, each column an answer. Rows that repeat a number name further Meetings sites. Empty cells change nothing.
imports-sheet = Sheet
imports-columns = What the columns are
imports-column = Column
imports-column-sample = What it holds
imports-column-field = Taken as
imports-column-nameless = Column { $letter }
imports-nothing = Not taken
imports-number-missing = Choose the column with the order numbers.
imports-twice = Two columns are taken as “{ $field }”. Keep one of them.
imports-empty = This table has no rows below its headings.
imports-looking = Looking at the rows
imports-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
imports-plan = { $ready ->
    [0] No order would change
    [one] { $ready } order would change
   *[other] { $ready } orders would change
}, { $unchanged ->
    [0] none stands so already
    [one] { $unchanged } stands so already
   *[other] { $unchanged } stand so already
}, { $refused ->
    [0] nothing is left out
    [one] { $refused } is left out
   *[other] { $refused } are left out
}
imports-will = { $count ->
    [one] { $count } order changes
   *[other] { $count } orders change
}
imports-refused = { $count ->
    [one] { $count } is left out
   *[other] { $count } are left out
}
imports-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
imports-row = Row { $row }
imports-problems = { $count ->
    [one] { $count } of its values breaks a rule of the service; it is kept and can be mended on the order’s page.
   *[other] { $count } of its values break rules of the service; they are kept and can be mended on the order’s page.
}
imports-not-asked = This order does not ask for: { $fields }
imports-run = { $count ->
    [0] Take the values
    [one] Take the values of { $count } order
   *[other] Take the values of { $count } orders
}

## A cell that is not understood
imports-cell = Row { $row }, { $field }: “{ $value }”. { $why }
imports-cell-when = Write now or later.
imports-cell-yes-or-no = Write yes or no.
imports-cell-managed-in = Write Control Hub or site administration.
imports-cell-country = Write a country’s name, or its code such as FR.
imports-cell-zone = Write a time zone such as Europe/Paris.
imports-cell-zone-ambiguous = More than one time zone has this place. Write its whole name, such as Europe/Paris.
imports-cell-language = Write a language with its country, such as fr_fr.
imports-cell-too-long = This is longer than any answer can be.
imports-cell-contradicts = Another row of this order says something else.

## What a column can be: the name that is shown and stands above a column that Turnup writes
import-field-number = Order number
import-field-when = When the services start
import-field-site-name = Meetings site name
import-field-site-time-zone = Meetings site time zone
import-field-site-early-release = Meetings early release
import-field-site-managed-in = Meetings site managed in
import-field-location-name = Calling location name
import-field-location-country = Location: country
import-field-location-street1 = Location: street
import-field-location-street2 = Location: second address line
import-field-location-city = Location: city
import-field-location-state = Location: state
import-field-location-postal-code = Location: postal code
import-field-location-time-zone = Location: time zone
import-field-announcement-language = Announcement language
import-field-email-language = Voicemail e-mail language
import-field-sip-name = SIP name
import-field-contact-center-country = Contact Center country
import-field-transfer-code = Transfer code
import-field-current-site = Current site

## Other names that columns carry in people’s own tables, separated by bars
import-heading-number = Order | Order no. | Order no | Order # | Number | Webex order | Web order ID
import-heading-when = When | Start | Now or later | Set up when
import-heading-site-name = Site name | Site | Meetings site | Webex site | Site URL
import-heading-site-time-zone = Site time zone | Site timezone | Meetings time zone | Meetings timezone
import-heading-site-early-release = Early release | Early releases | Early access
import-heading-site-managed-in = Managed in | Site managed in | Site management
import-heading-location-name = Location name | Location | Calling location
import-heading-location-country = Location country | Calling country
import-heading-location-street1 = Street | Address | Address 1 | Address line 1 | Street 1 | Location street | Location address
import-heading-location-street2 = Address 2 | Address line 2 | Street 2
import-heading-location-city = Location city | Town | Calling city
import-heading-location-state = Location state | State or province | Province | County | Prefecture
import-heading-location-postal-code = Postal code | Postcode | ZIP | ZIP code | Location postal code
import-heading-location-time-zone = Location time zone | Location timezone | Calling time zone | Calling timezone
import-heading-announcement-language = Announcements | Announcements language | Calling language
import-heading-email-language = E-mail language | Voicemail language | Calling e-mail language
import-heading-sip-name = SIP | SIP address | SIP domain | SIP subdomain
import-heading-contact-center-country = Contact Centre country | Country of operation
import-heading-transfer-code = Transfer | Code
import-heading-current-site = Current Webex site | Existing site | Old site

## Words that people write into cells, separated by bars
import-word-now = now | immediately | today | at once
import-word-later = later | not now | postponed
import-word-yes = yes | y | true | x | 1 | on
import-word-no = no | n | false | 0 | off
import-word-control-hub = Control Hub | Hub | CH
import-word-site-administration = Site administration | Site admin | Webex site administration
