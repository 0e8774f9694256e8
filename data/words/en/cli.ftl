# What the command line answers. What each command and option is for stands in cli_help.ftl.
cli-answer-not-written = The answer could not be written: { $why }.
cli-file-unreadable = { $file } cannot be read: { $why }.
cli-mend-data-folder = Nothing was done. Mend the file in the folder named by --data, or leave --data out.
cli-no-home = There is no home folder to keep a store in.
cli-no-home-to-do = Name the store with --store PATH.
cli-folder-not-made = { $folder } cannot be made: { $why }.
cli-folder-not-made-to-do = Name another place with --store PATH.
# Mistyped commands.
cli-usage-unknown = { $what } is not known here.
cli-usage-value = "{ $what }" cannot be what { $argument } asks for.
cli-usage-values = It takes one of: { $possible }
cli-usage-needed = This is needed: { $what }
cli-usage-conflict = { $what } cannot be given together with { $other }.
cli-usage-no-value = { $what } needs a value.
cli-usage-other = What was typed cannot be meant.
cli-usage-like = Is { $what } meant?
cli-usage-to-do = diogel --help lists what there is.
# calendar
cli-calendar-span = { $first } to { $last }
cli-calendar-to-do = Nothing was counted. Bring bank-holidays-wales.csv up to date in the folder named by --data.
# init and passphrases
cli-init-no-person = A store needs its first person.
cli-init-no-person-to-do = Name them with --user NAME.
cli-init-made = Made the store { $path }
cli-init-recovery = Its recovery key, shown only now:
cli-init-print = Print it and lock it away from this machine: without it, a lost passphrase is a lost store.
cli-several-people = Several people work in this store.
cli-several-people-to-do = Say who you are with --user NAME.
cli-passphrase-of = Passphrase of { $user }:
cli-passphrase-new = New passphrase of { $user }:
cli-passphrase-again = The same again:
cli-passphrases-differ = The two passphrases are not the same.
cli-passphrases-differ-to-do = Nothing was made. Start again.
cli-no-terminal = There is no terminal to ask for the passphrase on.
cli-no-terminal-to-do = Name a file with --passphrase-file.
cli-passphrase-file-unreadable = The passphrase file { $file } cannot be read: { $why }.
cli-passphrase-file-open = The passphrase file { $file } can be read by other people of this machine.
cli-passphrase-file-open-to-do = Make it private with `chmod 600`, and choose a new passphrase if it has been open.
# seraf
cli-seraf-form = { $form }: { $items } questions in { $sections } sections, at most { $most } points, at risk from { $at-risk }
cli-seraf-no-form = There is no form called { $form }.
cli-seraf-no-form-to-do = `diogel seraf forms` lists those at hand; a file of your own ends in .toml.
cli-seraf-form-faulty-to-do = Mend the file there, and check it again.
cli-seraf-not-answers = { $file } is not a list of answers: { $why }.
cli-seraf-not-answers-to-do = Mend the file there, and score it again.
cli-seraf-answers-faulty-to-do = Nothing was scored. Mend the answers, and score them again.
cli-seraf-score = { $points ->
    [one] { $points } point, category { $category }: { $title }
   *[other] { $points } points, category { $category }: { $title }
}
cli-seraf-next = { $points } more is category { $category }
cli-seraf-open = { $not-asked } not asked, { $not-known } not known; { $if-present } points if the unknowns were present
cli-seraf-warn-current = A significant indicator is current and the category is below { $category }: say why, or judge higher.
cli-seraf-warn-floor = A rule of the form gives at least category { $category } here.
cli-seraf-warn-age = A rule of { $form } depends on the young person's age: give it in the answers.
# user
cli-user-added = Added { $name }, { $role }
cli-user-ended = no longer works here
cli-user-disabled = { $name } no longer works here
cli-user-passphrase = { $name } has a new passphrase; the old one no longer opens the store
# verify
cli-verify-pages = encrypted pages: { $fault }
cli-verify-structure = structure: { $fault }
cli-verify-references = references: { $fault }
cli-verify-step = step { $step } of the tables was made by another text
cli-verify-whole = audit: every entry stands as written, up to { $head }
cli-verify-altered = audit: entry { $seq } was altered
cli-verify-added = audit: entries stand after the chain's end
cli-verify-cut-off = audit: entries were cut off at the end
cli-verify-rewritten = audit: the chain was written anew; it does not lead to the head you gave
cli-verify-not-sound = The store is not as it was written.
cli-verify-not-sound-to-do = Nothing was changed. Keep the file as it is, and compare it with the last backup.
cli-manual-keys = Keys
