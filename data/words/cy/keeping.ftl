# Cau achos, a phwy sy'n ei weld. Welsh awaits a translator's check.
event-restricted = Cyfyngwyd i bobl benodol
event-open-to-all = Ar agor eto i bawb y mae eu rôl yn gweld achosion
keymap-case-restrict = cyfyngu i bobl benodol, neu agor i bawb
keymap-case-close = cau'r achos
case-close = Cau'r achos
case-close-reason = Pam y caeir ef
case-close-says =
    { $count ->
        [0] Does dim yn ddyledus ynddo. Erys popeth a gofnodwyd, ac mae'r atgyfeiriad nesaf yn ailagor yr achos.
        [one] Mae un peth yn ddyledus ynddo a daw i ben gydag ef. Erys popeth a gofnodwyd, ac mae'r atgyfeiriad nesaf yn ailagor yr achos.
       *[other] Nifer y pethau sy'n ddyledus ynddo ac a ddaw i ben gydag ef: { $count }. Erys popeth a gofnodwyd, ac mae'r atgyfeiriad nesaf yn ailagor yr achos.
    }
case-close-done = Caewyd yr achos.
case-restrict = Pwy sy'n gweld yr achos hwn
case-restrict-says = Ni wêl eraill fwy na chyfeirnod achos cyfyngedig; gall unrhyw un y mae'n rhaid iddynt ei weld ei agor am ddiwrnod gyda rheswm, a dywedir wrthych. Rydych chi bob amser ymhlith y rhai a enwir.
case-restrict-for = Gwelir gan
case-restrict-to-named = bobl benodol yn unig
case-restrict-to-all = bawb y mae eu rôl yn gweld achosion
case-restrict-who = Pobl a enwir
case-restrict-reason = Pam
case-restrict-for-needed = Dewiswch pwy fydd yn ei weld.
case-restrict-who-needed = Dewiswch o leiaf un person.
case-restrict-done = Cadwyd: pwy sy'n gweld yr achos hwn.
trouble-keep-no-reason = Mae angen rheswm.
trouble-keep-no-reason-to-do = Dywedwch pam; saif yn y cronoleg.
trouble-keep-closed-already = Mae'r achos wedi'i gau eisoes.
trouble-keep-closed-already-to-do = Edrychwch yn ei gronoleg pwy a'i caeodd, a pham.
trouble-keep-on-protocol = Mae'r person ifanc ar y protocol CSE.
trouble-keep-on-protocol-to-do = Gadewch i gyfarfod adolygu eu tynnu oddi ar y protocol yn gyntaf.
trouble-keep-meeting-planned = Mae cyfarfod wedi'i drefnu.
trouble-keep-meeting-planned-to-do = Cynhaliwch ef neu ei ganslo yn gyntaf, fel y dywedir wrth y rhai a wahoddwyd.
trouble-keep-referral-waits = Mae atgyfeiriad yn aros am ei benderfyniad ar y camau nesaf.
trouble-keep-referral-waits-to-do = Brysbennwch ef yn gyntaf.
trouble-keep-open-already = Nid yw'r achos yn gyfyngedig.
trouble-keep-open-already-to-do = Mae pawb y mae eu rôl yn gweld achosion yn ei weld eisoes.
trouble-keep-sees-no-cases = Nid yw rôl rhywun a enwir yn gweld achosion.
trouble-keep-sees-no-cases-to-do = Dewiswch bobl y mae eu rôl yn gweld achosion.
