# What young people and families say, and what they are told.
trouble-no-voice = There is no such record of what was said.
trouble-no-voice-to-do = Open what was heard again from the case.
trouble-voice-other-case = That meeting is another young person's.
trouble-voice-other-case-to-do = Record it from the right case.
trouble-voice-not-whole = What was said is not whole yet.
trouble-voice-not-whole-to-do = Say who was heard, on which day, and at least one thing that they said or felt.
trouble-voice-words-missing = Nothing was written.
trouble-voice-words-missing-to-do = Say it in a few words, or choose that nothing has happened yet.
trouble-voice-whom-missing = Nobody is named who was told.
trouble-voice-whom-missing-to-do = Say who of the family was told.
trouble-voice-too-long = One of the texts is too long to be kept.
trouble-voice-too-long-to-do = Record it in two parts.
trouble-voice-in-future = That day has not come yet.
trouble-voice-in-future-to-do = Take today, or a day before it.
