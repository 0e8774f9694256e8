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
