# Y storfa o achosion ffuglennol: diogel demo. Welsh awaits a translator's check.
demo-made = Crëwyd { $cases } achos ffuglennol yn { $path }
demo-there = Mae'r demo hwn yno eisoes: { $path }
demo-people = Pobl: { $names }. Cyfrinymadrodd pob un yw “{ $passphrase }”.
demo-open-with = Agorwch hi gyda: diogel --store { $path } --user { $user }
demo-progress = { $done } o { $cases } achos
demo-not-one = Mae storfa yn { $path } nad yw'n ddemo, ac fe'i gadawyd fel y mae.
demo-not-one-to-do = Enwch le arall gyda --store PATH.
