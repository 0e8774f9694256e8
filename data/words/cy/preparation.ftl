# Paratoi cyfarfod a gwahodd pobl iddo.
# Welsh awaits a translator's check.
trouble-preparation-faults = Ni all rhywbeth a gofnodwyd fod yn gywir.
trouble-preparation-faults-to-do = Edrychwch ar yr hyn sydd wedi'i farcio, a chadwch eto.
trouble-preparation-nobody = Nid yw'r person neu'r asiantaeth honno ar restr y cyfarfod hwn mwyach.
trouble-preparation-nobody-to-do = Agorwch y paratoi eto i weld y rhestr fel y mae.
trouble-preparation-not-whole = Mae beth, pam a phwy gytunodd yn perthyn i'w gilydd.
trouble-preparation-not-whole-to-do = Llenwch yr hyn sydd ar goll, a chadwch eto.
trouble-preparation-still-held-back = Mae rhywbeth yn cael ei gadw'n ôl o hyd.
trouble-preparation-still-held-back-to-do = Tynnwch hwnnw'n ôl yn gyntaf, yna nodwch nad oes dim yn cael ei gadw'n ôl.
trouble-preparation-in-future = Mae'r diwrnod hwnnw eto i ddod.
trouble-preparation-in-future-to-do = Nodwch y diwrnod y daeth i law.
trouble-invitation-nothing-to-send = Nid oes dim yn ddyledus i'r person hwn: mae ganddynt yr hyn sy'n sefyll.
trouble-invitation-nothing-to-send-to-do = Symudwch neu ganslwch y cyfarfod yn gyntaf, os oes rhywbeth i newid.
trouble-invitation-not-asked = Ni anfonwyd gwahoddiad sy'n sefyll at y person hwn.
trouble-invitation-not-asked-to-do = Anfonwch ef yn gyntaf a'i farcio fel wedi'i anfon; yna nodwch yr ateb.
trouble-invitation-note-missing = Mae enw'r un sy'n dod yn eu lle ar goll.
trouble-invitation-note-missing-to-do = Teipiwch yr enw, neu nodwch "ddim yn dod".
trouble-invitation-language-theirs = Iaith y teulu yw eu dewis nhw.
trouble-invitation-language-theirs-to-do = Gofynnwch iddynt, a'i nodi yn eu paratoad.
