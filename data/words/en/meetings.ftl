# Meetings: planning them, and what is planned.
trouble-meeting-not-to-be-heard = It has not been decided that this case is heard at a meeting.
trouble-meeting-not-to-be-heard-to-do = Ask the Principal Officer to decide first; the case page shows where it stands.
trouble-meeting-planned-already = A meeting is planned in this case already.
trouble-meeting-planned-already-to-do = Open that meeting and move it, or cancel it first.
trouble-no-meeting = There is no such meeting.
trouble-no-meeting-to-do = Look for it in the case or in the calendar.
trouble-meeting-not-planned = That meeting has been held or cancelled in the meantime.
trouble-meeting-not-planned-to-do = Plan a new one; what you typed is still here.
trouble-meeting-other-kind = Another kind of meeting is next in this case.
trouble-meeting-other-kind-to-do = Open the planner again from the case; it offers the right kind.
trouble-meeting-faults = The plan is not whole yet.
trouble-meeting-faults-to-do = What is missing is marked on the screen.
trouble-meeting-reason-missing = A reason is needed, for people will have to be told.
trouble-meeting-reason-missing-to-do = Type why, in a few words, and save again.
trouble-days-upside-down = The last day is before the first.
trouble-days-upside-down-to-do = Change one of the two days.

# Keys of the calendar and of the planner.
keymap-meetings-case = case page
keymap-meetings-earlier = earlier
keymap-meetings-later = later
keymap-meetings-today = from today
keymap-planner-turn = next
keymap-planner-ask = ask/not ask
keymap-planner-why-not = why not
keymap-planner-day = day
keymap-planner-add = add
keymap-planner-edit = change
keymap-planner-next-free = next free day
keymap-planner-away = somebody is away
keymap-planner-take-off = take off the list
keymap-planner-take-theirs = take the other version
keymap-planner-case = open the case
keymap-planner-cancel = cancel this meeting

# The calendar.
meetings-title = Meetings, { $first } to { $last }
meetings-count = { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}
meetings-opening = One moment …
meetings-empty = No meeting on these days. Left and right show earlier and later ones; a meeting is planned from the page of its case.
meetings-head-day = Day
meetings-head-times = Parts 1, 2
meetings-head-who = Who
meetings-kind-initial = initial
meetings-kind-review = review
meetings-held = held
meetings-is-cancelled = cancelled
meetings-why-no-meeting = No meeting is selected.

# The planner.
meetings-planner = Plan a meeting
meetings-initial = Initial meeting
meetings-review = Review meeting
meetings-is-planned = planned
meetings-is-proposal = a proposal, not kept yet
meetings-legend = { $free } free { $clash } clash { $holiday } off
meetings-part1 = Part 1
meetings-part2 = Part 2
meetings-venue = Venue
meetings-chair = Chair
meetings-times = { $from }–{ $to }, { $minutes } min
meetings-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
meetings-professionals = professionals
meetings-with-family = with { $name }
meetings-not-held = not held
meetings-informal = informal
meetings-nobody = nobody yet
meetings-busy = not free
meetings-why-is-needed = why not asked? (w)
meetings-kind-professional = professional
meetings-kind-young-person = young person
meetings-kind-family = family
meetings-kind-advocate = advocate

# Under it.
meetings-in-window = in the window, to { $last }
meetings-before-window = before the window from { $first }: say why
meetings-after-window = after the window to { $last }: say why
meetings-weekend = a weekend: say why
meetings-bank-holiday = a bank holiday: say why
meetings-nothing-in-the-way = nothing in the way
meetings-in-the-way = { $clashes ->
    [one] { $clashes } thing in the way
   *[other] { $clashes } things in the way
}
meetings-more = and { $more } more
meetings-clash-chair = { $who }, in the chair, has another meeting { $from }–{ $to }
meetings-clash-room = { $who } is taken { $from }–{ $to }
meetings-clash-person = { $who }: another meeting { $from }–{ $to }
meetings-away-chair = { $who }, in the chair, is away that day
meetings-away-room = { $who } is closed that day
meetings-away-person = { $who }: away that day
meetings-best = Best days: { $days }
meetings-day-free = { $day } free
meetings-day-clashes = { $day } { $clashes } in the way
meetings-no-day-left = No day of the window is left: the next one needs a reason.
meetings-hint-agency = { $agency } is needed for a strategy meeting, and is not asked to Part 1.
meetings-hint-advocate = Nobody comes to Part 2 as advocate: has one been offered?
meetings-theirs = Somebody else kept { $day }, { $time }: t takes that, Ctrl-S keeps yours instead.

# Forms over it.
meetings-form-day = Day
meetings-form-part1 = Part 1
meetings-form-part2 = Part 2
meetings-form-venue = Venue
meetings-form-chair = Chair
meetings-form-add = Add a person or agency
meetings-form-person = Person or agency
meetings-form-why-not = Why not asked to Part 2
meetings-form-away = Away
meetings-form-moving = Why it is moved
meetings-form-cancelling = Why it is cancelled
meetings-day = Day
meetings-day-reason = Why this day, who agreed
meetings-start = Begins at
meetings-minutes = Minutes
meetings-agenda = Agenda, a point a line
meetings-part2-held = Part 2 is held
meetings-yes = yes
meetings-no = no
meetings-no-part2-why = If not: why
meetings-decided-by = Decided by
meetings-reason = Why
meetings-person-kind = Comes as
meetings-person-agency = Agency
meetings-person-name = Name
meetings-person-role = Role, or Mum, Nan …
meetings-away-from = Away from
meetings-away-to = To, if longer

# What is wrong.
meetings-fault-day = Type a day, such as +2w, fri or 12/3.
meetings-fault-day-past = That day has passed: choose another (d).
meetings-fault-day-reason = That day is outside the window or off: say why, and who agreed (d).
meetings-fault-time = Type a time, such as 14:00 or 2pm.
meetings-fault-minutes = From 5 to 480 minutes.
meetings-fault-midnight = That part goes on after midnight.
meetings-fault-overlap = Part 2 begins before Part 1 ends.
meetings-fault-no-part2 = Say why there is no Part 2, and who decided it.
meetings-fault-venue = Choose a venue.
meetings-fault-chair = Choose who takes the chair.
meetings-fault-nobody = Nobody is asked to Part 1.
meetings-fault-young-person = The young person is not on the list; one who is not asked stands there with the reason.
meetings-fault-young-person-twice = The young person is on the list twice.
meetings-fault-name = Type a name.
meetings-fault-agency = Choose an agency from the list.
meetings-fault-asked-to-nothing = asked to neither part
meetings-fault-kind = Choose in what part they come.
meetings-fault-reason = Say why, in a few words.
meetings-fault-decided-by = Choose who decided it.
meetings-fault-away-days = The last day is before the first.

# Why a key does nothing, and what was done.
meetings-why-nobody = Select somebody on the list first (Tab).
meetings-why-part1 = Part 1 is for professionals.
meetings-why-no-part2 = There is no Part 2 in this plan; Enter on its row changes that.
meetings-why-no-reason = They are asked; a reason is only needed for family not asked to Part 2.
meetings-why-no-day = No day of the window is left.
meetings-why-no-theirs = There is no other version.
meetings-why-not-planned = This meeting is not kept yet, so there is nothing to cancel.
meetings-why-save-first = Save the plan first (Ctrl-S).
meetings-why-nothing-to-undo = There is nothing more to take back.
meetings-changed-meanwhile = Somebody else changed this meeting meanwhile: yours is still here, theirs is told of below.
meetings-draft-restored = Your unfinished plan is here again.
meetings-away-noted = Noted, and counted with the clashes.
meetings-saved = The meeting is planned.
meetings-cancelled = The meeting is cancelled; another is now to be arranged.

# The usual agenda, a point a line; an authority can put its own in its place.
meetings-agenda-part1 =
    Who is here, and who is not
    What has changed since the last meeting
    SERAF: the score and what is behind it
    Circumstances
    Wider risks in the community
    What support each agency offers
    What is shared in Part 2, and in which words
meetings-agenda-part2 =
    Who is here and why
    What was talked about
    How things are for you
    Has the support helped?
    What you want to happen
    Our plan: who does what, by when
    When we meet again
