# Yr hyn y mae pobl ifanc a theuluoedd yn ei ddweud, a'r hyn a ddywedir wrthynt. Welsh awaits a translator's check.
trouble-no-voice = Nid oes cofnod o'r fath o'r hyn a ddywedwyd.
trouble-no-voice-to-do = Agorwch yr hyn a glywyd eto o'r achos.
trouble-voice-other-case = Cyfarfod person ifanc arall yw hwnnw.
trouble-voice-other-case-to-do = Cofnodwch ef o'r achos cywir.
trouble-voice-not-whole = Nid yw'r hyn a ddywedwyd yn gyflawn eto.
trouble-voice-not-whole-to-do = Dywedwch pwy a glywyd, ar ba ddiwrnod, ac o leiaf un peth a ddywedwyd neu a deimlwyd.
trouble-voice-words-missing = Nid oes dim wedi ei ysgrifennu.
trouble-voice-words-missing-to-do = Dywedwch hynny mewn ychydig eiriau, neu dewiswch nad oes dim wedi digwydd eto.
trouble-voice-whom-missing = Nid yw'n dweud wrth bwy y dywedwyd.
trouble-voice-whom-missing-to-do = Dywedwch wrth bwy yn y teulu y dywedwyd.
trouble-voice-too-long = Mae un o'r testunau yn rhy hir i'w gadw.
trouble-voice-too-long-to-do = Cofnodwch ef mewn dwy ran.
trouble-voice-in-future = Nid yw'r diwrnod hwnnw wedi dod eto.
trouble-voice-in-future-to-do = Dewiswch heddiw, neu ddiwrnod cyn hynny.
