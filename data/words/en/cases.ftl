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

# What a row says of its own.
about-received = received { $when }
about-score = SERAF { $score }, category { $category }
about-meeting = { $time } and { $part2 }, { $venue }
about-meeting-one-part = { $time }, Part 1 only, { $venue }
about-glass = by { $by }: { $reason }

# What happened.
event-referred = Referral received
event-confirmed-in-writing = Report confirmed in writing
event-police-told = Police told
event-triaged = Next steps decided
event-strategy-discussed = Strategy discussion held
event-heard-back = Heard back
event-details-changed = Details changed
event-relation-added = Somebody near added
event-relation-removed = Somebody near taken away
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

# Keys.
keymap-today-case = young person
keymap-today-whose = mine, team, all
keymap-cases-sort = order
keymap-cases-filter = which cases
keymap-cases-type-or-read = from the typed words to the list, and back
keymap-case-part = overview, chronology
keymap-case-triage = triage
keymap-case-seraf = SERAF
keymap-case-put-forward = put forward
keymap-case-decide = decide
keymap-case-meeting = plan a meeting
keymap-case-relation = add somebody near
keymap-case-join = join with another record of the same person
keymap-case-undo-join = take joined records apart

# Which cases are listed.
filter-live = all that are worked on
filter-mine = mine
filter-team = my team's
filter-at-risk = at risk
filter-mine-at-risk = mine at risk
filter-on-protocol = on the CSE protocol
filter-referred = to triage
filter-assessing = SERAF under way
filter-put-forward = decision awaited
filter-to-be-heard = to be heard
filter-not-heard = not heard
filter-closed = closed
filter-restricted = restricted
filter-everything = everything, closed too
sort-last-event = by last event
sort-name = by name
sort-reference = by reference
sort-born = youngest first

# Today.
today-mine = mine
today-team = my team's
today-all = all
today-counts = { $late } late, { $today } today
today-late = Late
today-today = Today
today-coming = Coming
today-unfinished = Unfinished
today-unfinished-says = Begun { $when } and not saved; Enter goes on with it.
today-unfinished-referral = Referral
today-unfinished-form = Form
today-reading = Reading …
today-empty-mine = Nothing of yours is due. f shows your team's work and everybody's; n takes a referral; / finds a young person.
today-empty-team = Nothing of your team's is due. f shows everybody's work; n takes a referral; / finds a young person.
today-empty-all = Nothing is due in any case. n takes a referral; / finds a young person.
today-unknown-form = That form is opened from the case; c leads there.
today-glass-told-elsewhere = The Principal Officer is told of it; there is nothing to do here.
today-confirm-glass = Have you read who opened it, and why?
today-confirm-glass-says = It stays in the chronology and in the audit.
today-glass-seen = Written down that you have read it.

# Cases.
cases-title = Cases
cases-none-selected = No case is selected.
cases-search-first = / begins a search.
cases-found-in-one-order = What is found stands with the newest case first; Esc goes back to the list.
cases-find = Find:
cases-find-hint = Type a name, another name, a reference, a date of birth or an address, as far as you know it.
cases-find-none = Nobody is found by that. Try fewer letters; Esc, then n, takes a referral.
cases-found-among = everybody, closed cases too
cases-empty = There is no such case. f chooses which cases are listed; n takes a referral.
cases-restricted = restricted
cases-hidden-left-out = without restricted cases
cases-filters = Which cases
cases-head-name = Young person
cases-head-reference = Reference
cases-head-stage = Stage
cases-head-score = SERAF
cases-head-last = Last event
cases-head-worker = Worker

# Beside a list, and on a case's page.
beside-no-score = no SERAF yet
beside-referred-by = referred by { $whom }
beside-worry = Worry:
beside-next = Next:
beside-danger = someone in danger
beside-is = { $how } { $name } is { $reference } ({ $stage })
beside-named = { $how } { $name }
beside-restricted = a restricted case
beside-near = Near:
near-child-of-theirs = parent or carer of
near-same-address = same address
near-also-knows = also knows { $name }
near-judged-higher = judged higher
near-judged-lower = judged lower
case-known-as = called { $name }
case-also = also { $names }
case-born = born { $day }
case-worker = worker { $name }
case-nobody = nobody works on it
case-opened = opened { $day }
case-overview = overview
case-chronology = chronology
case-who = Who
case-worry = Worry
case-since = Since you last looked, { $when }
case-since-nothing = nothing by others
case-decision = Decided
case-due = Due
case-near = Near
case-joined = Joined with
case-no-near = nobody is written down; r adds somebody
case-reading = Reading …
case-hidden-records = { $count ->
    [one] { $count } joined record is restricted and not shown
   *[other] { $count } joined records are restricted and not shown
}
case-nothing-happened = Nothing is written down yet.
case-nothing-to-open = Nothing stands behind that row.
case-no-join = This record is joined to no other.
case-choose-join = Choose one of the joined records with the arrow keys first.
case-glass = This case is restricted to named people
case-glass-says = If a young person's safety needs it, open it with a reason. It stays open to you for a day; the reason stands in its chronology, and the Principal Officer is told.
case-glass-reason = Why you need to see it
case-glass-broken = Opened to you until tomorrow; the Principal Officer is told.
case-glass-role = Your role cannot open it; ask the Principal Officer.
case-put-forward = Put forward to the Principal Officer
case-put-forward-reason = Why it should be decided on
case-put-forward-done = Put forward; it waits for the Principal Officer.
case-relation = Somebody near { $name }
case-relation-kind = They are
case-relation-who = Name, or reference of their case
case-relation-note = Note
case-relation-done = Added.
case-join = Another record of the same person
case-join-other = Its reference
case-join-reason = How you know it is one person
case-join-done = Joined; both chronologies are shown here.
case-undo-join = Take the records apart
case-undo-join-reason = Why they are not one person
case-undo-join-done = Taken apart; both are as they were.
case-reason-needed = Say why, in your own words.
case-who-needed = Type a name, or the reference of a case.
case-kind-needed = Choose what they are with the arrow keys.
place-today = Today
place-cases = The list of cases
place-case = A case

# The command line.
cli-find-none = Nobody is found by that.
cli-find-none-to-do = Type less of the name, or another name, the reference or the date of birth.
cli-find-more = There are more; type more of the name, or raise --limit.
cli-due-none = Nothing is due. --team and --all show more.
cli-due-more = There is more; raise --limit.
cli-show-happened = What happened
