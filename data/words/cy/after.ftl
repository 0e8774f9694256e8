# Welsh awaits a translator's check.
# Ar ôl cyfarfod: y protocol CSE, cofnodion, at bwy y'u hanfonir.

trouble-after-not-held = Nid yw'r cyfarfod wedi'i gynnal eto.
trouble-after-not-held-to-do = Cynhaliwch ef yn gyntaf, neu nodwch ar y rhestr gyfarfodydd ei fod wedi'i gynnal.
trouble-after-day-to-come = Nid yw diwrnod y cyfarfod wedi dod eto.
trouble-after-day-to-come-to-do = Symudwch y cyfarfod i'r diwrnod y'i cynhaliwyd, yna nodwch ei fod wedi'i gynnal.
trouble-protocol-later-decided = Mae cyfarfod diweddarach eisoes wedi penderfynu ar y protocol.
trouble-protocol-later-decided-to-do = Penderfynwch yn y cyfarfod hwnnw, neu yn yr un nesaf.
trouble-protocol-decided-meanwhile = Penderfynodd rhywun ar y protocol yn y cyfamser.
trouble-protocol-decided-meanwhile-to-do = Edrychwch ar y penderfyniad hwnnw. Cedwir yr hyn a deipiwyd gennych.
trouble-protocol-does-not-fit = Ni ellir penderfynu hynny: mae'r person ifanc eisoes ar y protocol, neu nid yw arno.
trouble-protocol-does-not-fit-to-do = Agorwch y penderfyniad eto i weld beth y gellir ei benderfynu.
trouble-protocol-reason-missing = Nid oes rheswm dros y penderfyniad.
trouble-protocol-reason-missing-to-do = Ysgrifennwch pam. Mae'r rheswm yn aros yn y cofnod.
trouble-protocol-case-closed = Mae'r achos wedi'i gau.
trouble-protocol-case-closed-to-do = Dim ond tynnu achos caeedig oddi ar y protocol sy'n bosibl. Mae atgyfeiriad newydd yn ei agor eto.
trouble-minutes-none = Nid oes cofnodion o'r fath.
trouble-minutes-none-to-do = Agorwch gofnodion y cyfarfod eto.
trouble-minutes-begun-meanwhile = Dechreuodd rhywun arall y cofnodion hyn yn y cyfamser.
trouble-minutes-begun-meanwhile-to-do = Agorwch nhw eto. Cedwir yr hyn a deipiwyd gennych.
trouble-minutes-locked = Mae'r cofnodion wedi'u cymeradwyo a'u cloi.
trouble-minutes-locked-to-do = Ychwanegwch yr hyn nad yw'n gywir fel cywiriad. Mae'n sefyll wrth eu hochr.
trouble-minutes-nothing-written = Nid oes dim yn y cofnodion.
trouble-minutes-nothing-written-to-do = Lluniwch ddrafft neu ysgrifennwch nhw yn gyntaf.
trouble-minutes-not-approved = Nid yw'r cofnodion wedi'u cymeradwyo eto.
trouble-minutes-not-approved-to-do = Y cadeirydd neu'r Prif Swyddog sy'n eu cymeradwyo yn gyntaf.
trouble-minutes-faults = Mae rhywbeth ar goll yn y cofnod, neu ni all fod yn gywir.
trouble-minutes-faults-to-do = Cywirwch yr hyn sydd wedi'i nodi a chadwch eto.
trouble-minutes-corrections-may-come = Gall cywiriadau ddod o hyd.
trouble-minutes-corrections-may-come-to-do = Caewch nhw ar y diwrnod olaf a ddangosir, neu ar ei ôl.
trouble-minutes-no-corrections-awaited = Nid oes neb i aros amdano: nid anfonwyd cofnodion, neu mae'r cywiriadau wedi'u cau.
trouble-minutes-no-corrections-awaited-to-do = Nid oes dim i'w gau. Gellir ychwanegu cywiriad o hyd.
