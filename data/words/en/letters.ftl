# Letters to those who are asked to a meeting, and what their calendars show. Those to the young
# person and family are in plain words and name neither the worry nor the protocol.
letter-contact = To say whether you are coming, or to ask anything: { $name }, telephone { $telephone }, e-mail { $email }
letter-ask = { $name }, telephone { $telephone }, e-mail { $email }
letter-hello = Hello { $name },
letter-day = Day
letter-where = Where
letter-chair = Chair

# To professionals.
letter-title-initial = Invitation to an initial CSE strategy meeting
letter-title-review = Invitation to a CSE review meeting
letter-title-initial-changed = Changed: initial CSE strategy meeting
letter-title-review-changed = Changed: CSE review meeting
letter-title-initial-cancelled = Called off: initial CSE strategy meeting
letter-title-review-cancelled = Called off: CSE review meeting
letter-changed = Something about this meeting has changed since you were invited. What stands below is right.
letter-changed-from = You were asked for { $day } at { $time }. That has changed: what stands below is right.
letter-cancelled-professional = You do not need to come on { $day }, { $time }, in the matter of { $reference }
letter-professional-intro = You are asked to a meeting in two parts. In Part 1 professionals meet alone. In Part 2 the young person and family come in, hear what was discussed, say how it is for them, and make a plan together with you.
letter-young-person = Young person
letter-part1 = Part 1
letter-part1-says = { $hours }, professionals only
letter-part2 = Part 2
letter-part2-says = { $hours }, with the young person and family
letter-agenda-part1 = Part 1: what is spoken of
letter-agenda-part2 = Part 2: what is spoken of
letter-asked = What is asked of you
letter-asked-report = Send your agency's report by { $day }
letter-asked-held-back = Tell the chair beforehand what can't be shared with the young person and family in Part 2, and why.
letter-asked-decide = Be able to decide for your agency. If you cannot come, send somebody who is, and tell us whom.
letter-asked-welsh = You may speak Welsh or English at the meeting; tell us beforehand which you choose.
letter-confidential = Confidential. For the person named here only; not to be passed on without the chair's consent.

# To the young person, family and advocate.
letter-family-title = You are invited to a meeting
letter-family-title-changed = Your meeting has changed
letter-family-title-cancelled = You do not need to come
letter-family-changed = Something about your meeting has changed. Please go by what is in this letter.
letter-family-changed-from = Your meeting was to be on { $day } at { $time }. That has changed: please go by what is in this letter.
letter-family-cancelled = The meeting on { $day } is called off for you. You do not need to come.
letter-family-cancelled-why = We are sorry if you had made time for it. We will tell you what happens next. If you would like to know more now, please ask:
letter-intro-young-person = We are meeting to talk about how things are for you and what would help. It is about you, so what you think matters most. We would like you to be there.
letter-intro-family = We are meeting to talk about how things are for { $name } and what would help. You know { $name } and what you think matters. We would like you to be there.
letter-intro-advocate = We are meeting with { $name } to talk about how things are and what would help. You are asked to be there as advocate, so that what { $name } wants to say is heard.
letter-arrive = Please be there at
letter-until = We will be done by
letter-family-video = We meet by video. We will send you what you need to join, and can help you to try it beforehand.
letter-who = Who will be there
letter-chair-leads = { $name }, who leads the meeting
letter-what = What we will talk about
letter-workers-first = The workers meet for a while first. When you come in, they tell you what they talked about, and then we talk about it together.
letter-before = Before you come
letter-say-your-way = You can say what you want to say yourself, write it or draw it, or ask somebody to say it for you.
letter-beside = You told us whom you want beside you: { $name }
letter-beside-anybody = You can bring somebody you trust to sit beside you. Tell us who, so that we expect them.
letter-advocate = You can have an advocate: somebody on your side who helps you to be heard. It costs nothing. Ask us.
letter-language = You can speak Welsh or English, as you like. Tell us if you need another language or any other help.
letter-hard = If getting there or home is hard, or anything about the place, tell us and we will find a way.
letter-break = You can have a break or stop at any time.
letter-answer = Tell us

# In calendars, which others may see.
letter-calendar-summary = Meeting { $reference }
letter-calendar-part1 = Part 1, professionals only: { $start } to { $end }
letter-calendar-part2 = Part 2: { $start } to { $end }
letter-calendar-family-summary = Meeting
letter-calendar-answer = To answer or to ask: telephone { $telephone }, e-mail { $email }

# Parts of the names of files.
letter-file-family = meeting
letter-file-changed = changed
letter-file-cancelled = called-off
