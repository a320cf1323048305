### Words for finding the right organization.

finder-title-partner = Which organization is the partner’s?
finder-title-customer = Which organization is the customer’s?
finder-title-own = Which organization is your company’s?

finder-why-partner = Your side of the order: from this organization the customer is helped and managed. Partner organizations can never be merged later.
finder-why-customer = The customer’s side of the order: its users, sites and licenses live in this organization.
finder-why-own = The users, sites and licenses of this order live in this organization.

finder-looked-for-email = We looked for { $email }.
finder-looked-for-company = We looked for { $company }.
finder-outcome-matched = The address belongs to a user or administrator of this organization. Look at it before you continue.
finder-outcome-candidates = The address is new; its domain belongs to these organizations.
finder-outcome-candidates-no-email = These organizations look like it.
finder-outcome-none = No organization was found for it. Create a new one, or search all organizations.
finder-outcome-none-cached = This computer knows no organization like it. All organizations can be searched when you are online; a new one can be prepared now.
finder-outcome-found = { $count ->
    [one] { $count } organization with the domain { $domain }
   *[other] { $count } organizations with the domain { $domain }
}
finder-outcome-found-none = No organization has a domain that begins with { $domain }.
finder-from-directory = From the directory as of { $time }, checked again before it becomes final
finder-looking = Looking…
finder-table = Candidates and what is known of them
finder-matched = Matched by e-mail

## Evidence
finder-row-evidence = Evidence
finder-row-domains = Domains
finder-row-active-users = Active users
finder-row-last-activity = Last activity
finder-row-subscriptions = Subscriptions
finder-row-created = Created
finder-row-managed-by = Managed by
finder-row-why = Why listed
finder-row-mind = Watch for
finder-strength-recommended = Recommended · { $score }
finder-strength-good = Good · { $score }
finder-strength-weak = Weak · { $score }
finder-domain-claimed = { $domain } claimed
finder-domain-verified = { $domain } verified
finder-domain-other = { $domain }
finder-domains-more = and { $count } more
finder-domains-none = none verified
finder-users = { $active } of { $users }
finder-activity-never = never
finder-subscriptions-active = { $count } active
finder-subscriptions-none = none
finder-licenses = { $count ->
    [one] { $count } license
   *[other] { $count } licenses
}
finder-trial-active = trial
finder-trial-expired = trial, expired
finder-consumer = consumer
finder-managed-by-nobody = nobody
finder-unknown = unknown
finder-mark-good = Good sign
finder-mark-bad = Warning
finder-nothing-to-mind = Nothing
finder-flag-severity-red = Warning
finder-flag-severity-amber = Look twice
finder-flag-severity-info = Good to know

## Why an organization is listed
finder-reason-admin-email-equals = the address is an administrator’s
finder-reason-user-email-equals = the address is a user’s
finder-reason-claimed-domain-equals = claimed domain equals the e-mail’s
finder-reason-verified-domain-equals = verified domain equals the e-mail’s
finder-reason-users-in-domain = users have addresses of the domain
finder-reason-recent-activity = used recently
finder-reason-similar-name = similar name
finder-reason-same-name = same name
finder-reason-same-prefix = name begins the same
finder-reason-free-mail-domain = a free e-mail address says nothing about the company
finder-reason-domain-searched = found by its domain
finder-reason-other = the service listed it

## What to mind
finder-flag-stale-unverified = Probably the wrong one: no verified domain, no activity for over a year.
finder-flag-same-as-partner = The same organization as the partner’s.
finder-flag-near-tie = Another candidate is nearly as likely. Compare the two.
finder-flag-other-country = Another country than the order.
finder-flag-managed-by-other = Managed by another partner.
finder-flag-consumer-or-trial = A trial or a free consumer organization.
finder-flag-approval-required = Their administrator will be asked to approve.
finder-flag-declined-before = Its administrator declined on { $day }.
finder-flag-provisioning-admin = You become Provisioning Admin.
finder-provisioning-admin-what = A Provisioning Admin sets the services up, but sees only a part of the customer’s organization. Full rights are asked of its administrator afterwards; a letter for it will be ready on the order.
finder-flag-other = The service asks to look twice ({ $code }).

## Choosing
finder-continue-with = Continue with { $name }
finder-chosen = { $name } chosen
finder-search-all = Search all organizations by domain…
finder-create-new = Create a new organization…
finder-look-again = Look again
finder-sets-up-later-note = After this page you can choose that your customer sets up their own services.

## Search by domain
finder-search-title = Search all organizations by domain
finder-search-domain = Domain
finder-search-hint = A domain or the beginning of one, such as { $example }
finder-search-go = Search
finder-search-more = Show more
finder-search-back = Back to what was found by e-mail
finder-search-offline = All organizations can be searched when you are online. Offline, only the directory on this computer is searched.

## Creating
finder-create-title-partner = Create the partner’s organization
finder-create-title-customer = Create the customer’s organization
finder-create-title-own = Create your company’s organization
finder-create-intro = It is created when you confirm. Until then this is a draft.
finder-create-final-partner = From then on its country cannot be changed, and it can never be merged with another partner’s organization.
finder-create-final-customer = From then on neither its country nor its first administrator can be changed.
finder-create-final-own = From then on its country cannot be changed.
finder-create-name = Company name
finder-create-vertical = Business vertical
finder-create-country = Country or region
finder-create-country-hint = Final: it decides where the organization’s data lives.
finder-create-country-region = Final: data of a new organization in this country lives in { $region }.
finder-create-admin = Administrator’s e-mail at the customer
finder-create-admin-hint = Final: the customer’s first administrator. A person belongs to one organization only.
finder-create-anyway = Create it although a similar organization exists
finder-create-anyway-hint = Tick this only when you are sure that none of the organizations found is the right one.
finder-create-back = Back to what was found
finder-region-eu = the European Union
finder-region-us = the United States
finder-region-uk = the United Kingdom
finder-region-ca = Canada
finder-region-au = Australia
finder-region-in = India
finder-region-jp = Japan
finder-region-sg = Singapore
finder-region-sa = Saudi Arabia
finder-region-other = { $region }

## The customer sets up
finder-customer-sets-up = My customer will set up their own services
finder-customer-sets-up-hint = The customer’s administrator gets an e-mail. You keep your access, and the work on this order ends with the confirmation.
# Two to four candidates alone.
finder-compare = { $count ->
    [0] Compare
    [one] Compare
   *[other] Compare these { $count }
}
finder-compare-choose = Mark two to { $most } of them to look at them alone.
finder-compare-mark = Compare { $name }
finder-compare-short = Compare
finder-compare-all = All { $count } again
finder-compare-hint = What is the same for all of them is paler.
