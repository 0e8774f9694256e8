# Y Panel Ymddygiad Peryglus. Welsh awaits a translator's check.
place-panel = Panel Ymddygiad Peryglus
keymap-panel = Panel
keymap-panel-raise = codi
keymap-panel-note = nodi beth a wnaed
keymap-panel-turn = byw, pob un
keymap-runner-give = rhoi i'r Panel
keymap-runner-take = cymryd o'r Panel
panel-title = Panel Ymddygiad Peryglus
panel-number = Panel { $number }
panel-count-live =
    { $count ->
        [0] dim byd yn fyw
        [one] 1 mater byw
       *[other] { $count } o faterion byw
    }
panel-count-all =
    { $count ->
        [0] dim materion
        [one] 1 mater, byw ac wedi cau
       *[other] { $count } o faterion, byw ac wedi cau
    }
panel-reading = Yn darllen y gofrestr …
panel-nothing = Does dim gerbron y Panel. Mae a yn codi mater; mae cyfarfod yn rhoi un o'i Ran 1.
panel-kind = Ynghylch
panel-kind-place = lle
panel-kind-person = oedolyn
panel-kind-online = ar-lein
panel-kind-group = grŵp
panel-kind-other = arall
panel-what = Beth ydyw
panel-place = Ble
panel-form-raise = Mater i'r Panel
panel-form-note = Beth a ddysgwyd neu a wnaed
panel-form-says = Ni chaiff aelodau'r Panel weld achosion: peidiwch ag enwi person ifanc yma.
panel-note-words = Beth a ddysgwyd neu a wnaed
panel-passed-to = Trosglwyddwyd i
panel-stands = Y mater
panel-goes-on = yn parhau
panel-is-closed = wedi cau
panel-fault-kind = Dewiswch beth yw ei destun.
panel-fault-what = Dywedwch mewn ychydig eiriau.
panel-why-none = Does dim mater i'w ddewis.
panel-raised = Codwyd fel Panel { $name }.
panel-noted = Nodwyd.
panel-young-people =
    { $count ->
        [0] { "" }
        [one] 1 person ifanc
       *[other] { $count } o bobl ifanc
    }
panel-where = Ble: { $place }
panel-raised-by = Codwyd { $day } gan { $who }
panel-young-people-head = Pobl ifanc y soniodd eu cyfarfodydd amdano
panel-no-young-people = Neb y cewch eu gweld.
panel-notes = Beth a ddysgwyd ac a wnaed
panel-no-notes = Dim eto.
panel-passed = trosglwyddwyd i { $agency }
runner-form-give = Geiriau i'r Panel
runner-form-take = Mater o'r Panel
runner-give-says = Ni chaiff aelodau'r Panel weld achosion: peidiwch ag enwi person ifanc.
runner-take-which = Pa fater
runner-fault-issue = Dewiswch un o'r materion byw; teipiwch i'w ganfod.
runner-no-live-issues = Does gan y Panel ddim mater byw.
trouble-panel-no-issue = Does dim mater o'r fath.
trouble-panel-no-issue-to-do = Dewiswch un o'r gofrestr.
trouble-panel-closed = Mae'r Panel wedi cau'r mater hwn.
trouble-panel-closed-to-do = Ysgrifennwch yr hyn a ddywedwyd fel risg ehangach ei hun.
trouble-panel-nothing-said = Ni ddywedwyd dim.
trouble-panel-nothing-said-to-do = Dywedwch mewn ychydig eiriau.
trouble-panel-too-long = Mae hynny'n rhy hir i'r gofrestr.
trouble-panel-too-long-to-do = Dywedwch mewn llai o eiriau.
trouble-panel-no-agency = Does dim asiantaeth o'r fath.
trouble-panel-no-agency-to-do = Dewiswch un o'r rhestr.
trouble-panel-names-young-person = Mae enw'r person ifanc yn y geiriau i'r Panel.
trouble-panel-names-young-person-to-do = Gadewch ef allan: ni chaiff aelodau'r Panel weld achosion.
trouble-panel-given-already = Eiddo'r Panel yw hyn eisoes.
trouble-panel-given-already-to-do = Saif ei rif wrth ei ymyl; nodwch fwy dan Panel.
trouble-panel-taken-already = Mae'r mater hwn ar y rhestr eisoes.
trouble-panel-taken-already-to-do = Edrychwch dan y risgiau ehangach.
