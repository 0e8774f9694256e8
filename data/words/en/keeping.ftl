# Closing a case, and who sees it.
event-restricted = Restricted to named people
event-open-to-all = Open again to all whose role sees cases
keymap-case-restrict = restrict to named people, or open to all
keymap-case-close = close the case
case-close = Close the case
case-close-reason = Why it is closed
case-close-says =
    { $count ->
        [0] Nothing is due in it. All that is recorded stays, and the next referral opens the case again.
        [one] One thing is due in it and ends with it. All that is recorded stays, and the next referral opens the case again.
       *[other] { $count } things are due in it and end with it. All that is recorded stays, and the next referral opens the case again.
    }
case-close-done = The case is closed.
case-restrict = Who sees this case
case-restrict-says = Of a restricted case others see no more than its reference; whoever must see it can open it for a day with a reason, which you are told. You are always among those named.
case-restrict-for = Seen by
case-restrict-to-named = named people only
case-restrict-to-all = all whose role sees cases
case-restrict-who = Named people
case-restrict-reason = Why
case-restrict-for-needed = Choose who is to see it.
case-restrict-who-needed = Choose at least one person.
case-restrict-done = Kept: who sees this case.
trouble-keep-no-reason = A reason is needed.
trouble-keep-no-reason-to-do = Say why; it stands in the chronology.
trouble-keep-closed-already = The case is closed already.
trouble-keep-closed-already-to-do = Look in its chronology who closed it, and why.
trouble-keep-on-protocol = The young person is on the CSE protocol.
trouble-keep-on-protocol-to-do = Let a review meeting take them off the protocol first.
trouble-keep-meeting-planned = A meeting is planned.
trouble-keep-meeting-planned-to-do = Hold it or call it off first, so that those invited are told.
trouble-keep-referral-waits = A referral waits for its decision on next steps.
trouble-keep-referral-waits-to-do = Triage it first.
trouble-keep-open-already = The case is not restricted.
trouble-keep-open-already-to-do = Everybody whose role sees cases sees it already.
trouble-keep-sees-no-cases = Somebody named sees no cases by their role.
trouble-keep-sees-no-cases-to-do = Choose people whose role sees cases.
