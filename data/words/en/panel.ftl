# The Risky Behaviour Panel.
place-panel = Risky Behaviour Panel
keymap-panel = Panel
keymap-panel-raise = raise
keymap-panel-note = note what was done
keymap-panel-turn = live, all
keymap-runner-give = give to the Panel
keymap-runner-take = take from the Panel
panel-title = Risky Behaviour Panel
panel-number = Panel { $number }
panel-count-live =
    { $count ->
        [0] nothing live
        [one] 1 live issue
       *[other] { $count } live issues
    }
panel-count-all =
    { $count ->
        [0] no issues
        [one] 1 issue, live and closed
       *[other] { $count } issues, live and closed
    }
panel-reading = Reading the register …
panel-nothing = Nothing is before the Panel. a raises an issue; a meeting gives one from its Part 1.
panel-kind = About
panel-kind-place = place
panel-kind-person = adult
panel-kind-online = online
panel-kind-group = group
panel-kind-other = other
panel-what = What it is
panel-place = Where
panel-form-raise = An issue for the Panel
panel-form-note = What was learnt or done
panel-form-says = The Panel's members may see no cases: name no young person here.
panel-note-words = What was learnt or done
panel-passed-to = Passed to
panel-stands = The issue
panel-goes-on = goes on
panel-is-closed = closed
panel-fault-kind = Choose what it is about.
panel-fault-what = Say it in a few words.
panel-why-none = There is no issue to choose.
panel-raised = Raised as Panel { $name }.
panel-noted = Noted.
panel-young-people =
    { $count ->
        [0] { "" }
        [one] 1 young person
       *[other] { $count } young people
    }
panel-where = Where: { $place }
panel-raised-by = Raised { $day } by { $who }
panel-young-people-head = Young people whose meetings spoke of it
panel-no-young-people = None that you may see.
panel-notes = What was learnt and done
panel-no-notes = Nothing yet.
panel-passed = passed to { $agency }
runner-form-give = Words for the Panel
runner-form-take = An issue of the Panel
runner-give-says = The Panel's members may see no cases: name no young person.
runner-take-which = Which issue
runner-fault-issue = Choose one of the live issues; type to find it.
runner-no-live-issues = The Panel has no live issue.
trouble-panel-no-issue = There is no such issue.
trouble-panel-no-issue-to-do = Choose one of the register.
trouble-panel-closed = The Panel has closed this issue.
trouble-panel-closed-to-do = Write down what was said as a wider risk of its own.
trouble-panel-nothing-said = Nothing was said.
trouble-panel-nothing-said-to-do = Say it in a few words.
trouble-panel-too-long = That is too long for the register.
trouble-panel-too-long-to-do = Say it in fewer words.
trouble-panel-no-agency = There is no such agency.
trouble-panel-no-agency-to-do = Choose one of the list.
trouble-panel-names-young-person = The young person's name is in the words for the Panel.
trouble-panel-names-young-person-to-do = Leave it out: the Panel's members may see no cases.
trouble-panel-given-already = This is the Panel's already.
trouble-panel-given-already-to-do = Its number stands beside it; note more under Panel.
trouble-panel-taken-already = This issue is on the list already.
trouble-panel-taken-already-to-do = Look under the wider risks.
