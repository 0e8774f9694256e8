# Gweithredoedd na wnaed. Welsh awaits a translator's check.
trouble-refused = Nid yw eich rôl yn caniatáu hynny.
trouble-refused-to-do = Gofynnwch i rywun y mae ei rôl yn ei ganiatáu, neu i weinyddwr newid eich rôl.
trouble-unknown-user = Nid oes neb o'r enw hwnnw yn gweithio yn y storfa hon.
trouble-unknown-user-to-do = Gwiriwch yr enw, neu gofynnwch i weinyddwr ychwanegu'r person.
trouble-disabled = Nid yw'r person hwnnw'n gweithio yn y storfa hon mwyach.
trouble-disabled-to-do = Gofynnwch i weinyddwr os yw hyn yn anghywir.
trouble-user-there = Mae rhywun o'r enw hwnnw yma eisoes.
trouble-user-there-to-do = Dewiswch enw arall.
trouble-no-name = Mae angen enw.
trouble-no-name-to-do = Teipiwch enw ag o leiaf un llythyren.
trouble-last-administrator = Dyna'r unig weinyddwr sydd ar ôl.
trouble-last-administrator-to-do = Ychwanegwch weinyddwr arall yn gyntaf.
trouble-restricted = Mae mynediad at yr achos hwnnw wedi'i gyfyngu i bobl benodol.
trouble-restricted-to-do = Gofynnwch i un ohonyn nhw neu i'r Prif Swyddog; neu agorwch ef gyda rheswm, a dywedir wrthynt.
trouble-no-case = Nid oes achos o'r fath.
trouble-no-case-to-do = Gwiriwch y cyfeirnod; gellir chwilio yn ôl enw, dyddiad geni a chyfeirnod.
