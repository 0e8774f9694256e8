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
