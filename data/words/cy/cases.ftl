# Achosion, yr hyn sy'n ddyledus, a chronolegau. Welsh awaits a translator's check.
trouble-glass-no-reason = Mae angen rheswm i agor achos cyfyngedig.
trouble-glass-no-reason-to-do = Dywedwch pam mae angen ichi ei weld; dywedir wrth y Prif Swyddog.
trouble-glass-not-needed = Mae'r achos ar agor ichi eisoes.
trouble-glass-not-needed-to-do = Agorwch ef o'r rhestr.

# Pa mor bell y mae achos wedi dod.
case-stage-referred = i'w frysbennu
case-stage-assessing = SERAF ar waith
case-stage-put-forward = aros penderfyniad
case-stage-to-be-heard = i'w glywed
case-stage-on-protocol = ar y protocol
case-stage-off-protocol = oddi ar y protocol
case-stage-not-heard = heb ei glywed
case-stage-closed = ar gau

# Mathau o waith mewn colofn o 11.
due-triage = Brysbennu
due-written-confirmation = Ar bapur
due-police-at-once = Heddlu nawr
due-heard-back = Cael ateb
due-strategy-discussion = Strategaeth
due-seraf = SERAF
due-decision = Penderfynu
due-meeting-to-arrange = Trefnu
due-meeting = Cyfarfod
due-preparation = Paratoi
due-invitation-answer = Atebion
due-review = Adolygiad
due-seraf-again = SERAF eto
due-protocol-decision = Protocol
due-plan-and-summary = Copi cynll.
due-full-record = Cofnod llawn
due-corrections = Cywiriadau
due-plan-action = Gweithred
due-voice-not-heard = Llais
due-family-not-told = Dweud teulu
due-glass-broken = Agorwyd

# Y cam nesaf, fel y mae'r polisi am iddo fod.
next-triage = penderfynu beth sy'n digwydd nesaf (polisi: o fewn { $days ->
    [one] { $days } diwrnod gwaith
    [two] { $days } ddiwrnod gwaith
   *[other] { $days } diwrnod gwaith
} i'r atgyfeiriad)
next-written-confirmation = cael cadarnhad ysgrifenedig o'r adroddiad (polisi: o fewn { $hours ->
    [one] { $hours } awr
   *[other] { $hours } awr
})
next-police-at-once = dweud wrth yr heddlu nawr, a nodi pryd
next-strategy-discussion = siarad â'r heddlu a'r lleill ar unwaith, a nodi beth a benderfynwyd
next-heard-back = cael ateb gan y rhai y trosglwyddwyd ef iddynt
next-seraf = cwblhau'r SERAF
next-decision = y Prif Swyddog yn penderfynu (polisi: o fewn { $days ->
    [one] { $days } diwrnod gwaith
    [two] { $days } ddiwrnod gwaith
   *[other] { $days } diwrnod gwaith
} i'r SERAF)
next-meeting-to-arrange = trefnu'r cyfarfod cychwynnol (polisi: o fewn { $days ->
    [one] { $days } diwrnod gwaith
    [two] { $days } ddiwrnod gwaith
   *[other] { $days } diwrnod gwaith
} i'r penderfyniad)
next-meeting = cynnal y cyfarfod
next-preparation = paratoi'r person ifanc a'r teulu ar gyfer y cyfarfod
next-invitation-answer = gofyn i'r rhai heb ateb a ydynt yn dod
next-review = trefnu'r adolygiad (polisi: { $from } i { $to } wythnos ar ôl y cyfarfod diwethaf)
next-seraf-again = gwneud y SERAF eto (polisi: bob { $months ->
    [one] mis
    [two] { $months } fis
    [few] { $months } mis
    [many] { $months } mis
   *[other] { $months } mis
})
next-protocol-decision = penderfynu a yw'r person ifanc ar y protocol
next-plan-and-summary = rhoi eu copi o'r cynllun i'r teulu (polisi: o fewn { $days ->
    [one] { $days } diwrnod gwaith
    [two] { $days } ddiwrnod gwaith
   *[other] { $days } diwrnod gwaith
})
next-full-record = gorffen y cofnod llawn (polisi: o fewn { $days ->
    [one] { $days } diwrnod gwaith
    [two] { $days } ddiwrnod gwaith
   *[other] { $days } diwrnod gwaith
})
next-corrections = derbyn cywiriadau i'r cofnod
next-plan-action = gweld bod yr hyn a addawyd yn cael ei wneud
next-voice-not-heard = gofyn i'r person ifanc sut mae pethau iddyn nhw
next-family-not-told = dweud wrth y teulu sut mae pethau'n sefyll
next-glass-broken = darllen pwy agorodd yr achos cyfyngedig hwn, a pham
next-nothing = nid oes dim yn ddyledus

# Pa mor hwyr, a than bryd. dg: diwrnod gwaith.
late-now = newydd basio
late-hours = { $n } awr dros
late-days = { $n } d dros
late-working-days = { $n } dg dros
due-by-day = erbyn { $day }
due-by-time = erbyn { $time }

# Yr hyn y mae rhes yn ei ddweud amdani ei hun.
about-received = derbyniwyd { $when }
about-score = SERAF { $score }, categori { $category }
about-meeting = { $time } a { $part2 }, { $venue }
about-meeting-one-part = { $time }, Rhan 1 yn unig, { $venue }
about-glass = gan { $by }: { $reason }

# Yr hyn a ddigwyddodd.
event-referred = Derbyniwyd atgyfeiriad
event-confirmed-in-writing = Cadarnhawyd yr adroddiad yn ysgrifenedig
event-police-told = Dywedwyd wrth yr heddlu
event-triaged = Penderfynwyd ar y camau nesaf
event-strategy-discussed = Cynhaliwyd trafodaeth strategaeth
event-heard-back = Cafwyd ateb
event-details-changed = Newidiwyd manylion
event-relation-added = Ychwanegwyd rhywun agos
event-relation-removed = Tynnwyd rhywun agos
event-joined = Cyfunwyd â chofnod arall
event-join-undone = Gwahanwyd y cofnodion eto
event-assessment-started = Dechreuwyd SERAF
event-assessment-completed = Cwblhawyd SERAF
event-put-forward = Cyflwynwyd i'w benderfynu
event-decided = Penderfyniad
event-meeting-planned = Trefnwyd cyfarfod
event-meeting-moved = Symudwyd cyfarfod
event-meeting-cancelled = Canslwyd cyfarfod
event-meeting-held = Cynhaliwyd cyfarfod
event-protocol-on = Rhoddwyd ar y protocol CSE
event-protocol-not-on = Heb ei roi ar y protocol CSE
event-protocol-stayed = Yn aros ar y protocol CSE
event-protocol-off = Tynnwyd oddi ar y protocol CSE
event-plan-agreed = Cytunwyd ar gynllun
event-action-progress = Gweithred, sut mae'n mynd
event-minutes-approved = Cymeradwywyd y cofnodion
event-document-sent = Anfonwyd dogfen
event-voice-heard = Clywyd y person ifanc
event-family-told = Dywedwyd wrth y teulu
event-glass-broken = Agorwyd achos cyfyngedig gyda rheswm
event-closed = Caewyd yr achos
event-danger = rhywun mewn perygl
event-against-score = yn groes i'r sgôr
event-with = gyda { $reference }
decision-meeting = i'w glywed mewn cyfarfod strategaeth CSE
decision-no-meeting = heb ei glywed
decision-more-needed = mae angen rhagor yn gyntaf

# Bysellau.
keymap-today-case = person ifanc
keymap-today-whose = fi, tîm, pawb
keymap-cases-sort = trefn
keymap-cases-filter = pa achosion
keymap-cases-type-or-read = o'r geiriau a deipiwyd i'r rhestr, ac yn ôl
keymap-case-part = trosolwg, cronoleg
keymap-case-triage = brysbennu
keymap-case-seraf = SERAF
keymap-case-put-forward = cyflwyno
keymap-case-decide = penderfynu
keymap-case-meeting = trefnu cyfarfod
keymap-case-relation = ychwanegu rhywun agos
keymap-case-join = cyfuno â chofnod arall o'r un person
keymap-case-undo-join = gwahanu cofnodion a gyfunwyd

# Pa achosion a restrir.
filter-live = pob un y gweithir arno
filter-mine = fy rhai i
filter-team = rhai fy nhîm
filter-at-risk = mewn perygl
filter-mine-at-risk = fy rhai mewn perygl
filter-on-protocol = ar y protocol CSE
filter-referred = i'w brysbennu
filter-assessing = SERAF ar waith
filter-put-forward = aros penderfyniad
filter-to-be-heard = i'w clywed
filter-not-heard = heb eu clywed
filter-closed = ar gau
filter-restricted = cyfyngedig
filter-everything = popeth, rhai caeedig hefyd
sort-last-event = yn ôl y digwyddiad diwethaf
sort-name = yn ôl enw
sort-reference = yn ôl cyfeirnod
sort-born = ieuengaf yn gyntaf

# Heddiw.
today-mine = fy rhai i
today-team = fy nhîm
today-all = pawb
today-counts = { $late } yn hwyr, { $today } heddiw
today-late = Hwyr
today-today = Heddiw
today-coming = I ddod
today-unfinished = Heb orffen
today-unfinished-says = Dechreuwyd { $when } a heb ei gadw; mae Enter yn mynd ymlaen ag ef.
today-unfinished-referral = Atgyfeiriad
today-unfinished-form = Ffurflen
today-reading = Yn darllen …
today-empty-mine = Nid oes dim o'ch gwaith chi yn ddyledus. Mae f yn dangos gwaith eich tîm a phawb; mae n yn cymryd atgyfeiriad; mae / yn dod o hyd i berson ifanc.
today-empty-team = Nid oes dim o waith eich tîm yn ddyledus. Mae f yn dangos gwaith pawb; mae n yn cymryd atgyfeiriad; mae / yn dod o hyd i berson ifanc.
today-empty-all = Nid oes dim yn ddyledus mewn unrhyw achos. Mae n yn cymryd atgyfeiriad; mae / yn dod o hyd i berson ifanc.
today-unknown-form = Agorir y ffurflen honno o'r achos; mae c yn arwain yno.
today-glass-told-elsewhere = Dywedir wrth y Prif Swyddog amdano; nid oes dim i'w wneud yma.
today-confirm-glass = Ydych chi wedi darllen pwy a'i hagorodd, a pham?
today-confirm-glass-says = Mae'n aros yn y gronoleg ac yn yr archwiliad.
today-glass-seen = Nodwyd eich bod wedi ei ddarllen.

# Achosion.
cases-title = Achosion
cases-none-selected = Nid oes achos wedi'i ddewis.
cases-search-first = Mae / yn dechrau chwiliad.
cases-found-in-one-order = Saif yr hyn a ganfuwyd gyda'r achos diweddaraf yn gyntaf; mae Esc yn mynd yn ôl i'r rhestr.
cases-find = Canfod:
cases-find-hint = Teipiwch enw, enw arall, cyfeirnod, dyddiad geni neu gyfeiriad, cyn belled ag y gwyddoch.
cases-find-none = Ni chanfuwyd neb felly. Rhowch gynnig ar lai o lythrennau; mae Esc, yna n, yn cymryd atgyfeiriad.
cases-found-among = pawb, gan gynnwys achosion a gaewyd
cases-empty = Nid oes achos o'r fath. Mae f yn dewis pa achosion a restrir; mae n yn cymryd atgyfeiriad.
cases-restricted = cyfyngedig
cases-hidden-left-out = heb achosion cyfyngedig
cases-filters = Pa achosion
cases-head-name = Person ifanc
cases-head-reference = Cyfeirnod
cases-head-stage = Cam
cases-head-score = SERAF
cases-head-last = Diwethaf
cases-head-worker = Gan bwy

# Wrth ymyl rhestr, ac ar dudalen achos.
beside-no-score = dim SERAF eto
beside-referred-by = atgyfeiriwyd gan { $whom }
beside-worry = Pryder:
beside-next = Nesaf:
beside-danger = rhywun mewn perygl
beside-is = { $how } { $name } yw { $reference } ({ $stage })
beside-named = { $how } { $name }
beside-restricted = achos cyfyngedig
beside-near = Yn agos:
near-child-of-theirs = rhiant neu ofalwr i
near-same-address = yr un cyfeiriad
near-also-knows = hefyd yn adnabod { $name }
near-judged-higher = barnwyd yn uwch
near-judged-lower = barnwyd yn is
case-known-as = gelwir yn { $name }
case-also = hefyd { $names }
case-born = ganwyd { $day }
case-worker = gweithiwr { $name }
case-nobody = nid oes neb yn gweithio arno
case-opened = agorwyd { $day }
case-overview = trosolwg
case-chronology = cronoleg
case-who = Pwy
case-worry = Pryder
case-since = Ers ichi edrych ddiwethaf, { $when }
case-since-nothing = dim gan eraill
case-decision = Penderfynwyd
case-due = Dyledus
case-near = Yn agos
case-joined = Cyfunwyd â
case-no-near = nid oes neb wedi'i nodi; mae r yn ychwanegu rhywun
case-reading = Yn darllen …
case-hidden-records = { $count ->
    [one] Mae { $count } cofnod cyfunedig yn gyfyngedig ac nis dangosir
   *[other] Mae { $count } cofnod cyfunedig yn gyfyngedig ac nis dangosir
}
case-nothing-happened = Nid oes dim wedi'i nodi eto.
case-nothing-to-open = Nid oes dim y tu ôl i'r rhes honno.
case-no-join = Nid yw'r cofnod hwn wedi'i gyfuno ag un arall.
case-choose-join = Dewiswch un o'r cofnodion cyfunedig â'r saethau yn gyntaf.
case-glass = Mae'r achos hwn wedi'i gyfyngu i bobl benodol
case-glass-says = Os oes ei angen er diogelwch person ifanc, agorwch ef gyda rheswm. Bydd ar agor ichi am ddiwrnod; saif y rheswm yn ei gronoleg, a dywedir wrth y Prif Swyddog.
case-glass-reason = Pam mae angen ichi ei weld
case-glass-broken = Ar agor ichi tan yfory; dywedwyd wrth y Prif Swyddog.
case-glass-role = Ni all eich rôl ei agor; gofynnwch i'r Prif Swyddog.
case-put-forward = Cyflwyno i'r Prif Swyddog
case-put-forward-reason = Pam y dylid penderfynu arno
case-put-forward-done = Cyflwynwyd; mae'n aros am y Prif Swyddog.
case-relation = Rhywun agos at { $name }
case-relation-kind = Maen nhw'n
case-relation-who = Enw, neu gyfeirnod eu hachos
case-relation-note = Nodyn
case-relation-done = Ychwanegwyd.
case-join = Cofnod arall o'r un person
case-join-other = Ei gyfeirnod
case-join-reason = Sut y gwyddoch mai un person ydyw
case-join-done = Cyfunwyd; dangosir y ddwy gronoleg yma.
case-undo-join = Gwahanu'r cofnodion
case-undo-join-reason = Pam nad un person ydynt
case-undo-join-done = Gwahanwyd; mae'r ddau fel yr oeddent.
case-reason-needed = Dywedwch pam, yn eich geiriau eich hun.
case-who-needed = Teipiwch enw, neu gyfeirnod achos.
case-kind-needed = Dewiswch beth ydynt â'r saethau.
place-today = Heddiw
place-cases = Y rhestr achosion
place-case = Achos

# Y llinell orchymyn.
cli-find-none = Ni chanfuwyd neb felly.
cli-find-none-to-do = Teipiwch lai o'r enw, neu enw arall, y cyfeirnod neu'r dyddiad geni.
cli-find-more = Mae rhagor; teipiwch fwy o'r enw, neu codwch --limit.
cli-due-none = Nid oes dim yn ddyledus. Mae --team a --all yn dangos rhagor.
cli-due-more = Mae rhagor; codwch --limit.
cli-show-happened = Beth ddigwyddodd
