# Welsh awaits a translator's check.
# Y SERAF a phenderfyniad y Prif Swyddog.
trouble-seraf-no-form = Nid oes ffurflen i asesu â hi.
trouble-seraf-no-form-to-do = Gofynnwch i'ch gweinyddwr osod ffurflen yr awdurdod yn ei lle.
trouble-seraf-no-draft = Nid yw'r asesiad hwnnw yn y storfa.
trouble-seraf-no-draft-to-do = Ewch yn ôl at yr achos ac agorwch y SERAF eto.
trouble-seraf-case-closed = Mae'r achos wedi'i gau.
trouble-seraf-case-closed-to-do = Cofnodwch atgyfeiriad newydd; mae'n agor yr achos eto.
trouble-seraf-stale = Newidiodd rhywun arall y drafft hwn ar ôl i chi ei agor, felly ni chadwyd eich un chi drosto.
trouble-seraf-stale-to-do = Edrychwch ar y ddau fersiwn a dewiswch beth sydd i sefyll.
trouble-seraf-open-points = Nid yw'r asesiad yn barod i'w gwblhau.
trouble-seraf-open-points-to-do = Datryswch yr hyn y mae'r rhestr yn ei enwi, yna cwblhewch ef eto.
trouble-seraf-reason-needed = Mae angen rheswm.
trouble-seraf-reason-needed-to-do = Dywedwch pam yn eich geiriau eich hun; mae'n sefyll wrth ymyl y sgôr am byth.
trouble-seraf-instead-needed = Ni ddywedir beth a wneir yn lle hynny.
trouble-seraf-instead-needed-to-do = Dywedwch beth a wneir yn lle cyfarfod, neu beth sydd ei angen yn gyntaf a chan bwy.
trouble-seraf-waits-already = Mae'r achos eisoes yn aros am y Prif Swyddog.
trouble-seraf-waits-already-to-do = Nid oes angen dim mwy; gofynnwch i'r Prif Swyddog os yw'n frys.
trouble-seraf-heard-already = Mae'r achos i'w glywed, neu eisoes ar y protocol.
trouble-seraf-heard-already-to-do = Dywedwch wrth y cadeirydd beth sy'n newydd, neu cynlluniwch adolygiad.
trouble-seraf-not-waiting = Nid yw'r achos yn aros am benderfyniad.
trouble-seraf-not-waiting-to-do = Rhowch ef gerbron yn gyntaf, neu edrychwch ar yr hyn a benderfynwyd.
trouble-seraf-decided-meanwhile = Penderfynodd rhywun ar yr achos hwn ar ôl i chi ei agor.
trouble-seraf-decided-meanwhile-to-do = Darllenwch y penderfyniad hwnnw yn gyntaf, yna penderfynwch eto os ydych yn dal i ddymuno.
