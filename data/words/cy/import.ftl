# Cymryd cofrestri atgyfeiriadau: diogel import referrals. Welsh awaits a translator's check.
import-row = Rhes { $row }, { $column }: { $what }
import-row-alone = Rhes { $row }: { $what }
import-not-a-day = Nid yw “{ $said }” yn ddiwrnod yn y calendr.
import-not-a-date = Nid yw “{ $said }” yn ddyddiad â diwrnod, mis a blwyddyn.
import-no-received-date = Mae dyddiad yr atgyfeiriad ar goll.
import-not-a-time = Nid yw “{ $said }” yn amser o'r dydd.
import-not-an-age = Nid yw “{ $said }” yn oedran.
import-not-a-word = Nid yw “{ $said }” yn un o'r geiriau y mae import-referrals.toml yn eu gwybod ar gyfer y golofn hon.
import-endless-row = Nid yw'n gorffen: agorwyd dyfynnod ac ni chaewyd ef.
import-nothing-said = (Nid yw'r gofrestr yn dweud dim am yr hyn a ddigwyddodd.)
import-not-taken = Colofnau nad ydynt yn hysbys, ac na chymerwyd: { $columns }
import-joined = Rhes { $row }: wedi'i chyfuno â { $reference }, yr un person ifanc
import-looks-like = Rhes { $row }: mae { $reference } yn debyg i { $other }; edrychwch ar y ddau, a'u cyfuno os un ydynt
import-restricted = Rhes { $row }: mae achos y person ifanc hwnnw wedi'i gyfyngu; rhowch y rhes i rywun a enwir ar ei gyfer
import-taken = Cymerwyd: { $referrals }; achosion newydd: { $new }; wedi'u cyfuno ag achosion a oedd yno: { $joined }; rhesi a hepgorwyd: { $left }
import-tried = Rhoi cynnig arni'n unig; ni chadwyd dim. Byddai fel hyn:
import-no-file = Ni ellir darllen { $file }: { $why }.
import-no-file-to-do = Ni chymerwyd dim. Gwiriwch y ffeil, ac a yw rhaglen daenlen yn dal i'w dal.
import-no-headings = Nid oes gan unrhyw res ger pen { $file } benawdau hysbys, fel “{ $example }”.
import-no-headings-to-do = Ni chymerwyd dim. Enwch y colofnau yn eich import-referrals.toml eich hun, yn ffolder --data.
import-column-missing = Nid oes gan { $file } golofn ar gyfer { $column }; gallai gael ei galw'n “{ $example }”.
import-column-name = enw'r person ifanc
import-column-received = dyddiad yr atgyfeiriad
import-rows-wrong = { $rows ->
    [two] Ni ellir cymryd { $rows } res, felly ni chymerwyd dim.
   *[other] Ni ellir cymryd { $rows } rhes, felly ni chymerwyd dim.
}
import-rows-wrong-to-do = Cywirwch y celloedd a enwir uchod, neu hepgorwch y rhesi hynny gyda --skip-bad.
