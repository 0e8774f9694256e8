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
due-by-both = erbyn { $day } { $time }

# Yr hyn y mae rhes yn ei ddweud amdani ei hun.
about-received = derbyniwyd { $when }
about-score = SERAF { $score }, categori { $category }
about-meeting = { $time } { $venue }, Rhan 2 am { $part2 }
about-meeting-one-part = { $time } { $venue }, Rhan 1 yn unig
about-glass = gan { $by }: { $reason }

# Yr hyn a ddigwyddodd.
event-referred = Derbyniwyd atgyfeiriad
event-confirmed-in-writing = Cadarnhawyd yr adroddiad yn ysgrifenedig
event-police-told = Dywedwyd wrth yr heddlu
event-triaged = Penderfynwyd ar y camau nesaf
event-strategy-discussed = Cynhaliwyd trafodaeth strategaeth
event-heard-back = Cafwyd ateb
event-details-changed = Newidiwyd manylion
event-relation-added = Ychwanegwyd at y bobl o gwmpas
event-relation-removed = Tynnwyd o'r bobl o gwmpas
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
