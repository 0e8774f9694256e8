# Cyfarfodydd: eu cynllunio, a'r hyn sydd wedi'i gynllunio. Welsh awaits a translator's check.
trouble-meeting-not-to-be-heard = Ni phenderfynwyd y bydd yr achos hwn yn cael ei drafod mewn cyfarfod.
trouble-meeting-not-to-be-heard-to-do = Gofynnwch i'r Prif Swyddog benderfynu yn gyntaf; mae tudalen yr achos yn dangos ble mae pethau.
trouble-meeting-planned-already = Mae cyfarfod eisoes wedi'i gynllunio yn yr achos hwn.
trouble-meeting-planned-already-to-do = Agorwch y cyfarfod hwnnw a'i symud, neu ei ganslo yn gyntaf.
trouble-no-meeting = Nid oes cyfarfod o'r fath.
trouble-no-meeting-to-do = Chwiliwch amdano yn yr achos neu yn y calendr.
trouble-meeting-not-planned = Mae'r cyfarfod hwnnw wedi'i gynnal neu ei ganslo yn y cyfamser.
trouble-meeting-not-planned-to-do = Cynlluniwch un newydd; mae'r hyn a deipioch yma o hyd.
trouble-meeting-other-kind = Math arall o gyfarfod sydd nesaf yn yr achos hwn.
trouble-meeting-other-kind-to-do = Agorwch y cynllunydd eto o'r achos; mae'n cynnig y math cywir.
trouble-meeting-faults = Nid yw'r cynllun yn gyflawn eto.
trouble-meeting-faults-to-do = Mae'r hyn sydd ar goll wedi'i farcio ar y sgrin.
trouble-meeting-reason-missing = Mae angen rheswm, gan y bydd rhaid dweud wrth bobl.
trouble-meeting-reason-missing-to-do = Teipiwch pam, mewn ychydig eiriau, a chadwch eto.
trouble-days-upside-down = Mae'r diwrnod olaf cyn y cyntaf.
trouble-days-upside-down-to-do = Newidiwch un o'r ddau ddiwrnod.

# Bysellau'r calendr a'r cynllunydd.
keymap-meetings-case = tudalen yr achos
keymap-meetings-earlier = cynharach
keymap-meetings-later = hwyrach
keymap-meetings-today = o heddiw
keymap-planner-turn = nesaf
keymap-planner-ask = gofyn
keymap-planner-why-not = pam ddim
keymap-planner-day = dydd
keymap-planner-add = newydd
keymap-planner-edit = newid
keymap-planner-next-free = y dydd rhydd nesaf
keymap-planner-away = mae rhywun i ffwrdd
keymap-planner-take-off = tynnu oddi ar y rhestr
keymap-planner-take-theirs = cymryd y fersiwn arall
keymap-planner-case = agor yr achos
keymap-planner-cancel = canslo'r cyfarfod hwn

# Y calendr.
meetings-title = Cyfarfodydd, { $first } hyd { $last }
meetings-count = { $count ->
    [zero] { $count } cyfarfod
    [one] { $count } cyfarfod
    [two] { $count } gyfarfod
    [few] { $count } chyfarfod
    [many] { $count } chyfarfod
   *[other] { $count } cyfarfod
}
meetings-opening = Un eiliad …
meetings-empty = Dim cyfarfod ar y dyddiau hyn. Mae'r saethau chwith a de yn dangos rhai cynharach a hwyrach; cynllunnir cyfarfod o dudalen ei achos.
meetings-head-day = Dydd
meetings-head-times = Rhannau 1, 2
meetings-head-who = Pwy
meetings-kind-initial = cyntaf
meetings-kind-review = adolygu
meetings-held = cynhaliwyd
meetings-is-cancelled = canslwyd
meetings-why-no-meeting = Ni ddewiswyd cyfarfod.

# Y cynllunydd.
meetings-planner = Cynllunio cyfarfod
meetings-initial = Cyfarfod cyntaf
meetings-review = Cyfarfod adolygu
meetings-is-planned = wedi'i gynllunio
meetings-is-proposal = cynnig, heb ei gadw eto
meetings-legend = { $free } rhydd { $clash } taro { $holiday } gŵyl
meetings-part1 = Rhan 1
meetings-part2 = Rhan 2
meetings-venue = Lle
meetings-chair = Cadair
meetings-times = { $from }–{ $to }, { $minutes } mun
meetings-points = { $points ->
    [zero] { $points } pwynt
    [one] { $points } pwynt
    [two] { $points } bwynt
    [few] { $points } phwynt
    [many] { $points } phwynt
   *[other] { $points } pwynt
}
meetings-professionals = gweithwyr proffesiynol
meetings-with-family = gyda { $name }
meetings-not-held = heb ei chynnal
meetings-informal = anffurfiol
meetings-nobody = neb eto
meetings-busy = ddim yn rhydd
meetings-why-is-needed = pam na wahoddwyd? (w)
meetings-kind-professional = gweithiwr proffesiynol
meetings-kind-young-person = person ifanc
meetings-kind-family = teulu
meetings-kind-advocate = eiriolwr

# Oddi tano.
meetings-in-window = o fewn y cyfnod, hyd { $last }
meetings-before-window = cyn y cyfnod o { $first }: dywedwch pam
meetings-after-window = ar ôl y cyfnod hyd { $last }: dywedwch pam
meetings-weekend = penwythnos: dywedwch pam
meetings-bank-holiday = gŵyl y banc: dywedwch pam
meetings-nothing-in-the-way = dim byd yn y ffordd
meetings-in-the-way = { $clashes ->
    [zero] { $clashes } peth yn y ffordd
    [one] { $clashes } peth yn y ffordd
    [two] { $clashes } beth yn y ffordd
    [few] { $clashes } pheth yn y ffordd
    [many] { $clashes } pheth yn y ffordd
   *[other] { $clashes } peth yn y ffordd
}
meetings-more = a { $more } arall
meetings-clash-chair = Mae gan { $who }, sy'n cadeirio, gyfarfod arall { $from }–{ $to }
meetings-clash-room = Mae { $who } wedi'i gymryd { $from }–{ $to }
meetings-clash-person = { $who }: cyfarfod arall { $from }–{ $to }
meetings-away-chair = Mae { $who }, sy'n cadeirio, i ffwrdd y diwrnod hwnnw
meetings-away-room = Mae { $who } ar gau y diwrnod hwnnw
meetings-away-person = { $who }: i ffwrdd y diwrnod hwnnw
meetings-best = Dyddiau gorau: { $days }
meetings-day-free = { $day } rhydd
meetings-day-clashes = { $day } { $clashes } yn y ffordd
meetings-no-day-left = Nid oes dydd o'r cyfnod ar ôl: mae angen rheswm am yr un nesaf.
meetings-hint-agency = Mae angen { $agency } mewn cyfarfod strategaeth, ac ni wahoddwyd hwy i Ran 1.
meetings-hint-advocate = Nid oes neb yn dod i Ran 2 fel eiriolwr: a gynigiwyd un?
meetings-theirs = Cadwodd rhywun arall { $day }, { $time }: mae t yn cymryd hynny, Ctrl-S yn cadw'ch un chi.

# Ffurflenni drosto.
meetings-form-day = Dydd
meetings-form-part1 = Rhan 1
meetings-form-part2 = Rhan 2
meetings-form-venue = Lle
meetings-form-chair = Cadair
meetings-form-add = Ychwanegu person neu asiantaeth
meetings-form-person = Person neu asiantaeth
meetings-form-why-not = Pam na wahoddwyd i Ran 2
meetings-form-away = I ffwrdd
meetings-form-moving = Pam y'i symudir
meetings-form-cancelling = Pam y'i canslir
meetings-day = Dydd
meetings-day-reason = Pam y dydd hwn, pwy gytunodd
meetings-start = Yn dechrau am
meetings-minutes = Munudau
meetings-agenda = Agenda, pwynt y llinell
meetings-part2-held = Cynhelir Rhan 2
meetings-yes = ie
meetings-no = na
meetings-no-part2-why = Os na: pam
meetings-decided-by = Penderfynwyd gan
meetings-reason = Pam
meetings-person-kind = Yn dod fel
meetings-person-agency = Asiantaeth
meetings-person-name = Enw
meetings-person-role = Rôl, neu Mam, Nain …
meetings-away-from = I ffwrdd o
meetings-away-to = Hyd, os yn hwy

# Beth sydd o'i le.
meetings-fault-day = Teipiwch ddydd, megis +2w, gwener neu 12/3.
meetings-fault-day-past = Mae'r dydd hwnnw wedi mynd heibio: dewiswch un arall (d).
meetings-fault-day-reason = Mae'r dydd hwnnw y tu allan i'r cyfnod neu'n ŵyl: dywedwch pam, a phwy gytunodd (d).
meetings-fault-time = Teipiwch amser, megis 14:00 neu 2yp.
meetings-fault-minutes = Rhwng 5 a 480 munud.
meetings-fault-midnight = Mae'r rhan honno'n parhau ar ôl hanner nos.
meetings-fault-overlap = Mae Rhan 2 yn dechrau cyn i Ran 1 orffen.
meetings-fault-no-part2 = Dywedwch pam nad oes Rhan 2, a phwy benderfynodd.
meetings-fault-venue = Dewiswch le.
meetings-fault-chair = Dewiswch pwy sy'n cadeirio.
meetings-fault-nobody = Ni wahoddwyd neb i Ran 1.
meetings-fault-young-person = Nid yw'r person ifanc ar y rhestr; mae un na wahoddwyd yno gyda'r rheswm.
meetings-fault-young-person-twice = Mae'r person ifanc ar y rhestr ddwywaith.
meetings-fault-name = Teipiwch enw.
meetings-fault-agency = Dewiswch asiantaeth o'r rhestr.
meetings-fault-asked-to-nothing = heb wahoddiad i'r naill ran na'r llall
meetings-fault-kind = Dewiswch ym mha ran y dônt.
meetings-fault-reason = Dywedwch pam, mewn ychydig eiriau.
meetings-fault-decided-by = Dewiswch pwy benderfynodd.
meetings-fault-away-days = Mae'r diwrnod olaf cyn y cyntaf.

# Pam nad yw bysell yn gwneud dim, a'r hyn a wnaed.
meetings-why-nobody = Dewiswch rywun ar y rhestr yn gyntaf (Tab).
meetings-why-part1 = I weithwyr proffesiynol y mae Rhan 1.
meetings-why-no-part2 = Nid oes Rhan 2 yn y cynllun hwn; mae Enter ar ei rhes yn newid hynny.
meetings-why-no-reason = Maen nhw wedi'u gwahodd; dim ond am deulu na wahoddwyd i Ran 2 y mae angen rheswm.
meetings-why-no-day = Nid oes dydd o'r cyfnod ar ôl.
meetings-why-no-theirs = Nid oes fersiwn arall.
meetings-why-not-planned = Ni chadwyd y cyfarfod hwn eto, felly nid oes dim i'w ganslo.
meetings-why-save-first = Cadwch y cynllun yn gyntaf (Ctrl-S).
meetings-why-nothing-to-undo = Nid oes dim mwy i'w ddadwneud.
meetings-changed-meanwhile = Newidiodd rhywun arall y cyfarfod hwn yn y cyfamser: mae'ch un chi yma o hyd, a sonnir am eu hun nhw isod.
meetings-draft-restored = Mae'ch cynllun anorffenedig yma eto.
meetings-away-noted = Nodwyd, a'i gyfrif gyda'r gwrthdrawiadau.
meetings-saved = Mae'r cyfarfod wedi'i gynllunio.
meetings-cancelled = Canslwyd y cyfarfod; mae un arall i'w drefnu nawr.

# Yr agenda arferol, pwynt y llinell; gall awdurdod roi ei un ei hun yn ei lle.
meetings-agenda-part1 =
    Pwy sydd yma, a phwy sydd ddim
    Beth sydd wedi newid ers y cyfarfod diwethaf
    SERAF: y sgôr a'r hyn sydd y tu ôl iddo
    Amgylchiadau
    Risgiau ehangach yn y gymuned
    Pa gymorth y mae pob asiantaeth yn ei gynnig
    Beth a rennir yn Rhan 2, ac ym mha eiriau
meetings-agenda-part2 =
    Pwy sydd yma a pham
    Beth a drafodwyd
    Sut mae pethau i ti
    A yw'r cymorth wedi helpu?
    Beth wyt ti am iddo ddigwydd
    Ein cynllun: pwy sy'n gwneud beth, erbyn pryd
    Pryd y cwrddwn eto
