# Cases, what is due, and chronologies.
trouble-glass-no-reason = A reason is needed to open a restricted case.
trouble-glass-no-reason-to-do = Say why you need to see it; the Principal Officer is told.
trouble-glass-not-needed = The case is open to you already.
trouble-glass-not-needed-to-do = Open it from the list.

# How far a case has come.
case-stage-referred = to triage
case-stage-assessing = SERAF under way
case-stage-put-forward = decision awaited
case-stage-to-be-heard = to be heard
case-stage-on-protocol = on the protocol
case-stage-off-protocol = off the protocol
case-stage-not-heard = not heard
case-stage-closed = closed

# Kinds of work in a column of 11.
due-triage = Triage
due-written-confirmation = In writing
due-police-at-once = Police now
due-heard-back = Hear back
due-strategy-discussion = Strategy
due-seraf = SERAF
due-decision = Decision
due-meeting-to-arrange = Arrange
due-meeting = Meeting
due-preparation = Prepare
due-invitation-answer = Answers
due-review = Review
due-seraf-again = SERAF again
due-protocol-decision = Protocol
due-plan-and-summary = Plan copy
due-full-record = Full record
due-corrections = Corrections
due-plan-action = Action
due-voice-not-heard = Voice
due-family-not-told = Tell family
due-glass-broken = Opened

# The next step, as policy wants it.
next-triage = decide what happens next (policy: within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} of the referral)
next-written-confirmation = have the report confirmed in writing (policy: within { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
})
next-police-at-once = tell the police now, and write down when
next-strategy-discussion = speak with the police and the others at once, and write down what was decided
next-heard-back = hear back from those it was passed on to
next-seraf = complete the SERAF
next-decision = the Principal Officer decides (policy: within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} of the SERAF)
next-meeting-to-arrange = arrange the initial meeting (policy: within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} of the decision)
next-meeting = hold the meeting
next-preparation = prepare the young person and family for the meeting
next-invitation-answer = ask those who have not answered whether they come
next-review = arrange the review (policy: { $from } to { $to } weeks after the last meeting)
next-seraf-again = do the SERAF again (policy: every { $months ->
    [one] month
   *[other] { $months } months
})
next-protocol-decision = decide whether the young person is on the protocol
next-plan-and-summary = give the family their copy of the plan (policy: within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
})
next-full-record = finish the full record (policy: within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
})
next-corrections = take in corrections to the record
next-plan-action = see that what was promised is done
next-voice-not-heard = ask the young person how things are for them
next-family-not-told = tell the family how things stand
next-glass-broken = read who opened this restricted case, and why
next-nothing = nothing is due

# How late, and until when. wd: working days.
late-now = just over
late-hours = { $n } h over
late-days = { $n } d over
late-working-days = { $n } wd over
due-by-day = by { $day }
due-by-time = by { $time }
due-by-both = by { $day } { $time }

# What a row says of its own.
about-received = received { $when }
about-score = SERAF { $score }, category { $category }
about-meeting = { $time } { $venue }, Part 2 at { $part2 }
about-meeting-one-part = { $time } { $venue }, Part 1 only
about-glass = by { $by }: { $reason }

# What happened.
event-referred = Referral received
event-confirmed-in-writing = Report confirmed in writing
event-police-told = Police told
event-triaged = Next steps decided
event-strategy-discussed = Strategy discussion held
event-heard-back = Heard back
event-details-changed = Details changed
event-relation-added = Added to the people around
event-relation-removed = Taken from the people around
event-joined = Joined with another record
event-join-undone = Records taken apart again
event-assessment-started = SERAF begun
event-assessment-completed = SERAF completed
event-put-forward = Put forward for decision
event-decided = Decision
event-meeting-planned = Meeting planned
event-meeting-moved = Meeting moved
event-meeting-cancelled = Meeting cancelled
event-meeting-held = Meeting held
event-protocol-on = Put on the CSE protocol
event-protocol-not-on = Not put on the CSE protocol
event-protocol-stayed = Stays on the CSE protocol
event-protocol-off = Taken off the CSE protocol
event-plan-agreed = Plan agreed
event-action-progress = Action, how it goes
event-minutes-approved = Minutes approved
event-document-sent = Document sent
event-voice-heard = Young person heard
event-family-told = Family told
event-glass-broken = Restricted case opened with a reason
event-closed = Case closed
event-danger = someone in danger
event-against-score = against the score
event-with = with { $reference }
decision-meeting = heard at a CSE strategy meeting
decision-no-meeting = not heard
decision-more-needed = more is needed first
