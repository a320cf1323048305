### Words for what is wrong with a field, with an act, or with an order as a whole.
### One message per code: what is wrong and what to do next.

## Fields

problem-required = This is needed.
problem-too-long = At most { $max } characters fit here.
problem-too-short = At least { $min } characters are needed.
problem-invalid-characters = Only lower-case letters a–z, digits and hyphens inside the name.
problem-control-characters = There are invisible characters in this text. Type it again, or paste it without formatting.
problem-invalid-email = This is not a complete e-mail address, such as name@company.com.
problem-same-as-contact = This is already the contact of the order. Name somebody else.
problem-same-as-asker = This is you. Name a colleague.
problem-percent-sign = A company name cannot hold a percent sign.
problem-unknown-value = The service does not know this value. Choose one from the list.
problem-hyphen-at-end = A hyphen can stand inside the name, not at its beginning or end.
problem-reserved = Nobody can have this name. Choose another one.
problem-invalid = This does not look right. Check what you typed.
problem-number = A whole number is needed here.
problem-licenses-left-over = { $left ->
    [one] { $left } license has no site yet.
   *[other] { $left } licenses have no site yet.
}
problem-licenses-too-many = { $over ->
    [one] { $over } license more than was ordered.
   *[other] { $over } licenses more than were ordered.
}
problem-too-many-sites = More than { $max } sites are too many. Remove some.
problem-duplicate-site = Another site of this order has the same name.
problem-looks-like = Did you mean “{ $meant }”? This looks like the customer’s name and is not. You can still go on.
problem-postal-code-unusual = This postal code looks unusual for the country. Check it; you can still go on.
problem-same-as-partner = This is the organization you chose as the partner. The customer’s is another one.
problem-site-name-taken = This site name is taken. Choose another one.
problem-sip-name-taken = This SIP name is taken. Choose another one.
problem-name-taken = This name is taken. Choose another one.
problem-location-name-taken = A location of this name exists. Choose another name.
problem-site-not-found = No site of this name was found. Check its address in the customer’s Control Hub.
problem-transfer-not-found = The service does not know this transfer code. Ask whoever gave it to you.
problem-site-not-on-transfer = This site does not move with this transfer code. Check both.
problem-unknown-organization = This organization cannot be found any more. Look for it again.
problem-user-in-other-organization = This person belongs to another organization. Name somebody else as administrator.
problem-confirmation-mismatch = This is not the order number.
problem-approval-required = The customer’s administrator will be asked to approve.
problem-better-candidate = { $name } looks more likely now ({ $score } points). Compare the two, then confirm once more.
problem-new-flag = New since you chose it: { $flag }
problem-provisioning-step-failed = This failed at the service. Retry it; what works stays as it is.
problem-earlier-step-failed = The step before it failed.
problem-whole-page = Something on this page is not right yet.
problem-unknown = The service did not accept this ({ $code }). Check it, or ask the service’s support.

## Acts that the service refused

problem-malformed-request = The service could not read what was sent. Update Turnup, then try again.
problem-unauthenticated = You are signed out. Sign in again; what waits is sent then.
problem-forbidden = You are not allowed to do this for the order. Ask the administrator of your service.
problem-not-the-reviewer = Only the colleague who was asked can give the verdict.
problem-not-found = The service does not know this order any more, or you may not see it any more.
problem-method-not-allowed = The service does not offer this.
problem-after-point-of-no-return = The organizations of this order are final. Only the set-up of its services can still be asked for.
problem-before-point-of-no-return = The organizations of this order are not confirmed yet.
problem-awaiting-approval = The customer has not approved yet. Set-up can be sent once they have.
problem-order-closed = The order has closed. Ask its seller for a new one.
problem-order-cancelled = The seller cancelled the order.
problem-order-handed-over = The order was handed over. Its new contact completes it.
problem-operation-in-progress = The service is still at work on this order. Try again when it has ended.
problem-nothing-to-retry = Nothing is left that failed.
problem-cannot-resend = The e-mail of this order cannot be sent again from here. Ask the seller.
problem-review-decided = This review is over already. Ask for a new one.
problem-organization-changed = The chosen organization changed since you looked at it. Look at it again and confirm once more.
problem-similar-organization-exists = A very similar organization exists already. Look for it, or choose to create a new one anyway.
problem-request-in-progress = The service is still working on the same request.
problem-cursor-expired = The service asks for a full new sync. This happens by itself.
problem-revision-conflict = Somebody else changed this order meanwhile. Compare what is there now with yours and decide which one stands.
problem-rescued = This was read from a damaged file. Look at what it asks for, then try again or take it back; the service is asked first whether it has it already.
problem-body-too-large = What was sent is too large for the service. Shorten the longest texts.
problem-validation-failed = The service did not accept some fields.
problem-idempotency-key-reused = The service holds another request under the same key. Edit and send again.
problem-precondition-required = The service asks for a newer version of Turnup.
problem-rate-limited = The service asks to slow down. It is tried again by itself.
problem-internal = The service failed. It is tried again by itself.
problem-unavailable = The service is not available now. It is tried again by itself.
problem-evidence-changed = What is known about the organization changed since you confirmed offline. Nothing was sent. Look at it again and confirm once more.
problem-order-gone = The service does not list this order any more. What you typed is still here.
problem-unknown-outcome = The answer was lost on the way. Turnup reads the order back before it sends anything again.
problem-unreachable = The service cannot be reached. It is tried again by itself.
problem-not-this-protocol = The answer did not come from a provisioning service. Check the network, such as a sign-in page of a hotel.
problem-certificate = The certificate of the service was not accepted.
problem-not-chosen = Choose an organization first.
problem-mapping-without-setup = Only the organizations are confirmed; services are set up afterwards.

## Why the answers cannot be changed

problem-frozen-queued = This order waits to be sent. Take it back to change an answer.
problem-frozen-sending = This order is being sent. Its answers are fixed until the service answers.
problem-frozen-needs-attention = The service did not take what you sent. Choose “Edit and send again” to change an answer.
problem-frozen-awaiting-approval = The customer has to approve first. Set-up opens when they have.
problem-frozen-order-closed = The order has closed.
problem-frozen-order-cancelled = The seller cancelled the order.
problem-frozen-customer-sets-up = The customer’s administrator sets up the services.
problem-frozen-provisioned = Everything on this order is provisioned.
problem-frozen-order-gone = The service does not list this order any more. What you typed is kept.
problem-frozen-provisioning = The service is at work on this order.
problem-frozen-failed = Provisioning failed. Retry what failed on the order’s page.
problem-frozen-handed-over = The order was handed over to somebody else.
problem-frozen-unknown-status = This version of Turnup does not know the state of this order.
problem-frozen-mapped = Confirmed: the organizations of this order are final.
problem-frozen-other = The answers of this order cannot be changed.
