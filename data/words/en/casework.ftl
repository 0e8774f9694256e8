# Deeds of casework that were not done: what happened, what to do now.
trouble-refused = Your role does not allow that.
trouble-refused-to-do = Ask somebody whose role allows it, or an administrator to change yours.
trouble-unknown-user = Nobody of that name works in this store.
trouble-unknown-user-to-do = Check the name, or ask an administrator to add the person.
trouble-disabled = That person no longer works in this store.
trouble-disabled-to-do = Ask an administrator if this is wrong.
trouble-user-there = There is already somebody of that name.
trouble-user-there-to-do = Choose another name.
trouble-no-name = A name is needed.
trouble-no-name-to-do = Type a name with at least one letter.
trouble-last-administrator = That is the only administrator left.
trouble-last-administrator-to-do = Add another administrator first.
trouble-restricted = That case is restricted to named people.
trouble-restricted-to-do = Ask one of them or the Principal Officer; or open it with a reason, which they are told.
trouble-no-case = There is no such case.
trouble-no-case-to-do = Check the reference; find looks by name, date of birth and reference.
