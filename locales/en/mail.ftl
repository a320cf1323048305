# Letters of the provisioning process, as the reference service writes them.
mail-provisioning-subject = Provisioning information required for order { $number }
mail-provisioning-body =
    Hello { $name },

    the subscription { $subscription } of { $company } waits for provisioning information. Please say which organizations it belongs to and how its services start.

    Order number: { $number }
    Subscription: { $subscription }
    Closes on: { $closes }
mail-provisioning-link = Provide the information
mail-handed-over-subject = Provisioning information required for order { $number }
mail-handed-over-body =
    Hello,

    { $colleague } asks you to complete the provisioning of subscription { $subscription } of { $company }.

    Order number: { $number }
    Subscription: { $subscription }
    Closes on: { $closes }
mail-handed-over-note = { $colleague } writes: { $note }
mail-handed-over-link = Provide the information
mail-approval-subject = Your approval is asked for order { $number }
mail-approval-body =
    Hello,

    { $partner } wants to provision the subscription { $subscription } in the organization of { $company }. Until you approve, nothing changes.

    Order number: { $number }
mail-approval-link = Approve or decline
mail-customer-sets-up-subject = Set up your services of order { $number }
mail-customer-sets-up-body =
    Hello,

    the subscription { $subscription } of { $company } is ready. { $partner } leaves the set-up of its services to you.

    Order number: { $number }
mail-customer-sets-up-link = Set up the services
mail-review-subject = Your review is asked for order { $number }
mail-review-body =
    Hello,

    { $colleague } asks you to look at what is proposed for subscription { $subscription } of { $company }, before its organizations become final.

    Order number: { $number }
    Subscription: { $subscription }
    Closes on: { $closes }
mail-review-link = Approve or decline
mail-transfer-code = Transfer code: { $code }
mail-footer = This message was written by the reference provisioning service of Turnup. Nothing was ordered from anybody.
