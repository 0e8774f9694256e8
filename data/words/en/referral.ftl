# Referrals: what is asked, what is wrong with it, who it may be, and the decision on next steps.

# Labels of the form; also the names of fields where a fault is told without one.
referral-given-name = Given name
referral-family-name = Family name
referral-known-as = Likes to be called
referral-other-names = Other names
referral-born = Date of birth, or age
referral-stated-age = Age
referral-address = Address
referral-school = School or college
referral-received-at = When it was received
referral-source = Who told us
referral-agency = Which agency
referral-source-name = Their name
referral-source-contact = Reached by
referral-what-happened = What happened
referral-police-told-at = When the police were told
referral-young-person-view = What they say
referral-parents-view = What they say of it

# Answers.
referral-not-known = not known
referral-gender-female = female
referral-gender-male = male
referral-gender-non-binary = non-binary
referral-gender-other = other
referral-living-independently = independently
referral-living-at-home = at home
referral-living-with-carers = with carers
referral-living-residential = in a residential setting
referral-living-other = other
referral-language-not-asked = not asked yet
referral-language-english = English
referral-language-welsh = Welsh
referral-language-other = another
referral-how-telephone = by telephone
referral-how-written = in writing
referral-how-in-person = in person
referral-source-agency = an agency
referral-source-family = family
referral-source-public = member of the public
referral-source-young-person = the young person
referral-source-anonymous = anonymous
referral-fear-exchange = exchange for payment or favours
referral-fear-images = indecent images
referral-fear-grooming-direct = grooming, in person
referral-fear-grooming-by-technology = grooming, by phone or internet
referral-fear-trafficking = trafficking

# Who somebody is.
referral-sibling = brother or sister
referral-parent-carer = parent or carer
referral-household = same home
referral-friend = friend
referral-adult-of-concern = adult of concern

# Why two records may be of one person.
referral-why-same-name = same name
referral-why-other-order = name in another order
referral-why-alias = other name
referral-why-sounds-alike = name sounds alike
referral-why-similar-spelling = similar spelling
referral-why-short-form = short form of the name
referral-why-initial = same initial
referral-why-same-given-name = same given name
referral-why-same-birth-date = same date of birth
referral-why-swapped-birth-date = day and month swapped
referral-why-similar-birth-date = similar date of birth
referral-why-age-fits = age fits
referral-why-same-address = same address
referral-why-birth-dates-differ = another date of birth
referral-why-age-differs = another age

# What cannot be right, one sentence each.
referral-fault-no-name = Type the young person's name, or whatever part of it is known.
referral-fault-born-in-future = That date of birth is in the future.
referral-fault-born-too-long-ago = That date of birth is more than 120 years ago.
referral-fault-no-longer-young = By that they are no longer a young person; adult safeguarding takes this.
referral-fault-nothing-happened = Say what happened, in the words that were used.
referral-fault-no-agency = Choose which agency it was.
referral-fault-unknown-agency = That agency is not on the authority's list.
referral-fault-anonymous-named = Leave the name empty, or choose who it was: nobody anonymous is named.
referral-fault-received-in-future = A report cannot have come in the future.
referral-fault-police-told-in-future = The police cannot have been told in the future.
referral-fault-line-too-long = That is longer than the 500 characters that fit here.
referral-fault-text-too-long = That is longer than the 100,000 characters that fit here.

referral-draft-is-back = This was left unfinished. Ctrl-X throws it away, for a new one.
# Deeds that were not done: what happened, what to do now.
trouble-referral-faulty = Something in it cannot be right, so it was not saved.
trouble-referral-faulty-to-do = Put right what is marked; all that you typed is still there.
trouble-referral-none = There is no such referral.
trouble-referral-none-to-do = Open the case and choose the referral there.
trouble-referral-decided-already = Somebody has decided on this referral already.
trouble-referral-decided-already-to-do = Open it again to see what was decided.
trouble-referral-unknown-outcome = That is not one of the authority's outcomes.
trouble-referral-unknown-outcome-to-do = Choose one of those shown.
trouble-referral-reason-needed = This needs a reason in words.
trouble-referral-reason-needed-to-do = Write why, in a sentence that the young person may read one day.
trouble-referral-too-long = The text is longer than fits here.
trouble-referral-too-long-to-do = Shorten it, and keep the rest as a document of the case.
trouble-referral-nothing-to-join = There is no open case to join this with.
trouble-referral-nothing-to-join-to-do = Type the reference of the open case, or choose another outcome.
trouble-referral-same-record = That is one and the same record.
trouble-referral-same-record-to-do = Choose another record.
trouble-referral-joined-already = The record is joined to another already.
trouble-referral-joined-already-to-do = Undo that first, if it was wrong.
trouble-referral-not-joined = The two are not joined, or have been let go again.
trouble-referral-not-joined-to-do = Open the case again to see how it stands.
trouble-referral-related-already = That is written down already.
trouble-referral-related-already-to-do = Look at the people around the young person.
trouble-referral-no-relation = That is no longer written down.
trouble-referral-no-relation-to-do = Open the case again to see how it stands.
trouble-referral-nobody-related = Nobody is named.
trouble-referral-nobody-related-to-do = Type a name, or the reference of a case.
trouble-referral-in-future = That moment is in the future.
trouble-referral-in-future-to-do = Type when it was.
trouble-referral-done-already = That was written down already.
trouble-referral-done-already-to-do = Open the case again to see how it stands.
trouble-referral-agencies-missing = A strategy discussion needs police and social services at least.
trouble-referral-agencies-missing-to-do = Name everybody who took part, or hold it first.

# Danger, and the command line.
referral-police-now = Someone is in danger now: phone the police (999) before anything else.
referral-cli-not-one = { $file } is not a referral as docs/json.md describes it: { $why }
referral-cli-not-one-to-do = Nothing was recorded. Mend it there, and send it again.
referral-cli-wrong = “{ $typed }” cannot be what { $field } asks for.
referral-cli-may-be = The same young person may be here already: { $references }
referral-danger = In danger now?
referral-gender = Gender
referral-living = Lives
referral-language = Language of choice
referral-received-on = Received on
referral-received-time = Time received
referral-how = How
referral-feared = What is feared
referral-police-told-on = Police told on
referral-police-told-time = Time police told
referral-young-person-knows = Young person knows
referral-parents-know = Parents know
referral-yes = yes
referral-no = no
referral-same-address = same address
referral-also-names = also knows { $name }
referral-fault-no-danger = Say whether anyone is in danger now.
referral-fault-born-unreadable = Type a date of birth such as 3/4/2012, or an age such as 14.
referral-fault-no-such-day = There is no such day in the calendar.
referral-fault-no-how = Say how the report came in.
referral-fault-no-source = Say who told us; anonymous is an answer too.
referral-fault-date-unreadable = Type a day such as today, fri or 3/11.
referral-fault-time-unreadable = Type a time such as 14:10.
referral-fault-day-needed = Say on which day that was.

# Keys.
referral-key-next-person = next person
referral-key-this-one = it is them / not
referral-key-look-at = their record
referral-key-police-told = police told
referral-key-confirmed = in writing
referral-key-open-case = case
referral-key-read-on = read on
referral-key-edit-person = details
referral-key-read-back = read back

# The screen of a new referral.
referral-title = New referral
referral-title-of = New referral: { $name }
referral-title-joins = joins { $reference }
referral-likely = People who may be the same
referral-likely-more = { $n } more
referral-likely-none = Nobody of that name or date of birth is here yet.
referral-likely-waits = People who may be the same show here while you type the name.
referral-likely-some = { $n ->
    [one] { $n } person may be the same
   *[other] { $n } people may be the same
}
referral-same-home = At this address: { $names }
referral-restricted = { $reference }: restricted to named people; ask the Principal Officer
referral-joins = This referral becomes part of { $reference }; F6 lets it go again.
referral-joined-to = joined to { $reference }
referral-nobody-marked = Nobody is marked; F5 marks the next of the people shown.
referral-nobody-shown = Nobody is shown who may be the same.
referral-saved = Recorded as { $name }
referral-saved-joined = Recorded in { $name }, which was there
referral-police-banner = PHONE THE POLICE NOW: 999
referral-police-then = Then say below when they were told.
referral-language-hint = “{ $typed }”: { $instead }

referral-person-saved = The details are saved.
referral-person-theirs = Somebody else has changed this meanwhile; the record now says (Ctrl-S puts yours in its place):
place-referral = Taking a referral
place-triage = Deciding on a referral
