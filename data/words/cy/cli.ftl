# Atebion y llinell orchymyn. Welsh awaits a translator's check.
cli-answer-not-written = Ni ellid ysgrifennu'r ateb: { $why }.
cli-file-unreadable = Ni ellir darllen { $file }: { $why }.
cli-mend-data-folder = Ni wnaed dim. Cywirwch y ffeil yn y ffolder a enwir gan --data, neu hepgorwch --data.
cli-no-home = Does dim ffolder cartref i gadw storfa ynddo.
cli-no-home-to-do = Enwch y storfa gyda --store PATH.
cli-folder-not-made = Ni ellir creu { $folder }: { $why }.
cli-folder-not-made-to-do = Enwch le arall gyda --store PATH.
# Gorchmynion wedi'u camdeipio.
cli-usage-unknown = Nid yw { $what } yn hysbys yma.
cli-usage-value = Ni all "{ $what }" fod yr hyn y mae { $argument } yn gofyn amdano.
cli-usage-values = Mae'n cymryd un o'r rhain: { $possible }
cli-usage-needed = Mae angen hyn: { $what }
cli-usage-conflict = Ni ellir rhoi { $what } gyda { $other }.
cli-usage-no-value = Mae angen gwerth ar { $what }.
cli-usage-other = Nid oes ystyr i'r hyn a deipiwyd.
cli-usage-like = Ai { $what } a olygwyd?
cli-usage-to-do = Mae diogel --help yn rhestru'r hyn sydd ar gael.
# calendar
cli-calendar-span = { $first } hyd { $last }
cli-calendar-to-do = Ni chyfrifwyd dim. Diweddarwch bank-holidays-wales.csv yn y ffolder a enwir gan --data.
# init a chyfrinymadroddion
cli-init-no-person = Mae angen person cyntaf ar storfa.
cli-init-no-person-to-do = Enwch y person gyda --user NAME.
cli-init-made = Crëwyd y storfa { $path }
cli-init-recovery = Ei hallwedd adfer, a ddangosir nawr yn unig:
cli-init-print = Argraffwch hi a'i chloi ymaith o'r peiriant hwn: hebddi, mae colli cyfrinymadrodd yn golygu colli'r storfa.
cli-several-people = Mae sawl person yn gweithio yn y storfa hon.
cli-several-people-to-do = Dywedwch pwy ydych chi gyda --user NAME.
cli-passphrase-of = Cyfrinymadrodd { $user }:
cli-passphrase-new = Cyfrinymadrodd newydd { $user }:
cli-passphrase-again = Yr un peth eto:
cli-passphrases-differ = Nid yw'r ddau gyfrinymadrodd yr un fath.
cli-passphrases-differ-to-do = Ni chrëwyd dim. Dechreuwch eto.
cli-no-terminal = Does dim terfynell i ofyn am y cyfrinymadrodd arni.
cli-no-terminal-to-do = Enwch ffeil gyda --passphrase-file.
cli-passphrase-file-unreadable = Ni ellir darllen y ffeil gyfrinymadrodd { $file }: { $why }.
cli-passphrase-file-open = Gall pobl eraill ar y peiriant hwn ddarllen y ffeil gyfrinymadrodd { $file }.
cli-passphrase-file-open-to-do = Gwnewch hi'n breifat gyda `chmod 600`, a dewiswch gyfrinymadrodd newydd os bu'n agored.
# seraf
cli-seraf-form = { $form }: { $items } cwestiwn mewn { $sections } adran, { $most } pwynt ar y mwyaf, mewn perygl o { $at-risk }
cli-seraf-no-form = Nid oes ffurflen o'r enw { $form }.
cli-seraf-no-form-to-do = Mae `diogel seraf forms` yn rhestru'r rhai sydd wrth law; mae eich ffeil eich hun yn gorffen â .toml.
cli-seraf-form-faulty-to-do = Cywirwch y ffeil yn y fan honno, a'i gwirio eto.
cli-seraf-not-answers = Nid rhestr o atebion yw { $file }: { $why }.
cli-seraf-not-answers-to-do = Cywirwch y ffeil yn y fan honno, a'i sgorio eto.
cli-seraf-answers-faulty-to-do = Ni sgoriwyd dim. Cywirwch yr atebion, a'u sgorio eto.
cli-seraf-score = { $points ->
    [two] { $points } bwynt, categori { $category }: { $title }
   *[other] { $points } pwynt, categori { $category }: { $title }
}
cli-seraf-next = { $points } yn fwy yw categori { $category }
cli-seraf-open = { $not-asked } heb eu gofyn, { $not-known } ddim yn hysbys; { $if-present } pwynt pe bai'r rhai anhysbys yn bresennol
cli-seraf-warn-current = Mae dangosydd arwyddocaol yn gyfredol ac mae'r categori o dan { $category }: dywedwch pam, neu barnwch yn uwch.
cli-seraf-warn-floor = Mae rheol o'r ffurflen yn rhoi o leiaf categori { $category } yma.
cli-seraf-warn-age = Mae rheol o { $form } yn dibynnu ar oedran y person ifanc: rhowch ef yn yr atebion.
# user
cli-user-added = Ychwanegwyd { $name }, { $role }
cli-user-ended = ddim yn gweithio yma mwyach
cli-user-disabled = Nid yw { $name } yn gweithio yma mwyach
cli-user-passphrase = Mae gan { $name } gyfrinymadrodd newydd; nid yw'r hen un yn agor y storfa mwyach
# verify
cli-verify-pages = tudalennau wedi'u hamgryptio: { $fault }
cli-verify-structure = strwythur: { $fault }
cli-verify-references = cyfeiriadau: { $fault }
cli-verify-step = gwnaed cam { $step } o'r tablau gan destun arall
cli-verify-whole = archwiliad: mae pob cofnod yn sefyll fel yr ysgrifennwyd ef, hyd at { $head }
cli-verify-altered = archwiliad: newidiwyd cofnod { $seq }
cli-verify-added = archwiliad: mae cofnodion yn sefyll ar ôl diwedd y gadwyn
cli-verify-cut-off = archwiliad: torrwyd cofnodion ymaith ar y diwedd
cli-verify-rewritten = archwiliad: ysgrifennwyd y gadwyn o'r newydd; nid yw'n arwain at y pen a roesoch
cli-verify-not-sound = Nid yw'r storfa fel yr ysgrifennwyd hi.
cli-verify-not-sound-to-do = Ni newidiwyd dim. Cadwch y ffeil fel y mae, a'i chymharu â'r copi wrth gefn diwethaf.
cli-manual-keys = Bysellau
