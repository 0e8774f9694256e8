# Cynnal cyfarfod: Rhan 1, y llen. Welsh awaits a translator's check.
trouble-runner-not-begun = Nid yw'r cyfarfod hwn wedi dechrau.
trouble-runner-not-begun-to-do = Dechreuwch ef yn gyntaf (b).
trouble-runner-behind-curtain = Mae Rhan 2 yn mynd rhagddi, ac mae Rhan 1 y tu ôl i'r llen.
trouble-runner-behind-curtain-to-do = Dim ond cyfrinair y cadeirydd sy'n arwain yn ôl.
trouble-runner-not-in-part2 = Nid yw Rhan 2 yn mynd rhagddi.
trouble-runner-not-in-part2-to-do = Agorwch y cyfarfod eto.
trouble-runner-no-attendance = Ni nodwyd bod neb yma.
trouble-runner-no-attendance-to-do = Nodwch pwy sydd yma yn gyntaf: p presennol, v drwy fideo.
trouble-runner-no-part2 = Cynlluniwyd y cyfarfod hwn heb Ran 2.
trouble-runner-no-part2-to-do = Gorffennwch ef ar ôl Rhan 1, neu newidiwch ei gynllun.
trouble-runner-not-on-the-list = Nid ydynt ar restr y cyfarfod hwn.
trouble-runner-not-on-the-list-to-do = Rhowch nhw ar y rhestr yn gyntaf.
trouble-runner-represented = Mae pwy a ddaeth yn eu lle ar goll.
trouble-runner-represented-to-do = Teipiwch enw'r un a ddaeth.
trouble-runner-no-item = Nid yw hynny ar y rhestr mwyach.
trouble-runner-no-item-to-do = Agorwch y cyfarfod eto i weld sut mae pethau.
trouble-runner-nothing-said = Nid oes geiriau eto.
trouble-runner-nothing-said-to-do = Teipiwch ychydig eiriau, a chadwch eto.
trouble-runner-too-long = Mae hynny'n rhy hir i un peth a ddywedwyd.
trouble-runner-too-long-to-do = Gwnewch ddau ohono, neu dywedwch ef mewn llai o eiriau.
trouble-runner-reason-missing = Mae angen rheswm.
trouble-runner-reason-missing-to-do = Teipiwch pam, mewn ychydig eiriau, a chadwch eto.
trouble-runner-next-outside = Mae'r diwrnod hwnnw'n rhy gynnar neu'n rhy hwyr i'r cyfarfod nesaf.
trouble-runner-next-outside-to-do = Dewiswch un o'r dyddiau a ddangosir.

# Bysellau'r cyfarfod, y llen a sesiwn y teulu.
place-meetings = Cyfarfodydd
place-planner = Cynllunydd
place-runner = Rhan 1 cyfarfod
place-curtain = Cyn i'r teulu ddod i mewn
place-family = Gyda'r person ifanc a'r teulu
place-family-plan = Y cynllun a wneir gyda nhw
keymap-meetings-run = cynnal y cyfarfod
keymap-planner-run = cynnal y cyfarfod hwn
keymap-runner-add = ychwanegu
keymap-runner-share = rhannu
keymap-runner-present = presennol
keymap-runner-curtain = Rhan 2 …
keymap-runner-begin = dechrau
keymap-runner-video = drwy fideo
keymap-runner-phone = dros y ffôn
keymap-runner-represented = daeth rhywun yn eu lle
keymap-runner-apologies = ymddiheuriadau
keymap-runner-absent = absennol
keymap-runner-left = gadawodd yn gynnar
keymap-runner-part1 = presenoldeb Rhan 1
keymap-runner-part2 = presenoldeb Rhan 2
keymap-runner-bring = daeth rhywun nas gwahoddwyd
keymap-runner-take-back = tynnu'r hyn a rennir yn ôl
keymap-runner-remove = tynnu'r hyn na ddywedwyd
keymap-runner-end = gorffen heb Ran 2
keymap-runner-minutes = cofnodion
keymap-runner-case = edrych ar yr achos
keymap-curtain-draw = dewch â nhw i mewn
keymap-family-next = nesaf
keymap-family-before = yn ôl
keymap-family-keep = cadw
keymap-family-goal = nod
keymap-family-action = rhywbeth i'w wneud
keymap-family-change = ei newid
keymap-family-up = i fyny'r cynllun
keymap-family-down = i lawr y cynllun

# Rhan 1.
runner-title = RHAN 1, PROFFESIYNOL YN UNIG
runner-not-begun = heb ddechrau: mae b yn dechrau
runner-ended = wedi gorffen: m cofnodion
runner-time = { $gone } o { $planned } mun
runner-part2-in = Rhan 2 ymhen { $minutes }
runner-part2-late = Rhan 2 yn hwyr o { $minutes }
runner-who-is-here = Pwy sydd yma
runner-last-plan = Cynllun y tro diwethaf
runner-since-last = Ers y cyfarfod diwethaf
runner-seraf = SERAF
runner-circumstances = Amgylchiadau
runner-wider-risks = Risgiau ehangach
runner-support = Cymorth a gynigir
runner-other = Unrhyw beth arall
runner-reduced = llai
runner-increased = mwy
runner-new = newydd
runner-score = { $score }, categori { $category }, { $day }
runner-score-was = roedd yn { $score } ({ $change })
runner-no-score = dim SERAF cyflawn
runner-present = presennol
runner-by-phone = dros y ffôn
runner-by-video = drwy fideo
runner-represented = cynrychiolwyd
runner-apologies = ymddiheuro
runner-absent = absennol
runner-not-asked = heb wahodd
runner-left-early = gadawodd
runner-action-open = agored
runner-action-done = wedi'i wneud
runner-action-dropped = rhoddwyd heibio
runner-action-late = hwyr
runner-professionals-only = proffesiynol yn unig
runner-released = I'r teulu: “{ $words }” ({ $who }, { $time })
runner-not-released = Gweithwyr proffesiynol yn unig; mae s yn ei rannu, mewn geiriau i'r teulu.
runner-hint-person = p presennol, v fideo, f ffôn, r daeth rhywun yn eu lle, o ymddiheuro, x absennol, e gadael. Chwith a de sy'n dewis y rhan.
runner-hint-item = Mae a yn ychwanegu rhywbeth a ddywedwyd yma. Mae'n aros gyda'r gweithwyr nes ei rannu.
runner-form-add = Rhywbeth a ddywedwyd
runner-form-change = Newid yr hyn a ddywedwyd
runner-form-share = Ym mha eiriau y mae'r teulu'n clywed hyn?
runner-form-represented = Pwy ddaeth yn eu lle
runner-form-bring = Daeth rhywun nas gwahoddwyd
runner-form-end = Gorffen heb Ran 2
runner-words = Beth a ddywedwyd
runner-change = Ers y tro diwethaf
runner-agency = Pwy sy'n dweud
runner-section = Yn perthyn i
runner-family-words = Geiriau i'r teulu
runner-represented-by = Pwy ddaeth
runner-why-without = Pam dim Rhan 2
runner-fault-words = Teipiwch ychydig eiriau.
runner-why-nobody = Dewiswch rywun o'r rhestr yn gyntaf.
runner-why-no-item = Dewiswch rywbeth a ddywedwyd yn gyntaf.
runner-why-not-shared = Nid yw hynny wedi'i rannu.
runner-why-begun = Mae'r cyfarfod hwn wedi dechrau eisoes.
runner-why-ended = Mae'r cyfarfod hwn wedi gorffen: mae m yn agor ei gofnodion.
runner-why-not-ended = Ar ôl y cyfarfod y daw'r cofnodion.
runner-why-not-yours = Cadeiryddion a'r Prif Swyddog sy'n cynnal cyfarfodydd.
runner-confirm-remove = Tynnu hyn i ffwrdd?
runner-confirm-remove-says = Ni chafodd ei ddweud, neu nid yw'n perthyn yma. Os yw wedi'i rannu, tynnir hynny'n ôl hefyd.

# Y llen.
curtain-title = BETH FYDD Y TEULU'N EI WELD
curtain-here = Pwy sydd yma: { $people }
curtain-nothing-told = Ni rannwyd dim: byddan nhw'n gweld nad oes dim wedi'i ysgrifennu iddyn nhw eto.
curtain-released = { $who }, { $time }
curtain-held-back = { $items ->
    [0] Ni ddywedwyd dim arall.
    [one] Mae { $items } peth arall yn aros gyda'r gweithwyr.
    [two] Mae { $items } beth arall yn aros gyda'r gweithwyr.
    [few] Mae { $items } pheth arall yn aros gyda'r gweithwyr.
    [many] Mae { $items } pheth arall yn aros gyda'r gweithwyr.
   *[other] Mae { $items } peth arall yn aros gyda'r gweithwyr.
}
curtain-says = Mae Enter yn dod â nhw i mewn: mae'n clirio'r sgrin hon a phopeth o Ran 1. Eich cyfrinair sy'n arwain yn ôl.
