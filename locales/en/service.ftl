# The sign-in page of the reference service.
service-sign-in-title = Sign in to the sample provisioning service
service-sign-in-lead = Turnup asks to work with your orders. This is a sample service: there is no password, choose whom you want to be.
service-sign-in-operator = Operator
service-sign-in-allow = Sign in
service-sign-in-cancel = Cancel
service-sign-in-wrong-title = This sign-in cannot go on
service-sign-in-wrong-lead = The request did not come from Turnup, or a part of it is missing. Go back to Turnup and begin again.
