# Llythyrau at y rhai a wahoddir i gyfarfod, a'r hyn a ddengys eu calendrau.
# Welsh awaits a translator's check.
letter-contact = I ddweud a ydych yn dod, neu i holi am unrhyw beth: { $name }, ffôn { $telephone }, e-bost { $email }
letter-ask = { $name }, ffôn { $telephone }, e-bost { $email }
letter-hello = Helo { $name },
letter-day = Diwrnod
letter-where = Ble
letter-chair = Cadeirydd

# At weithwyr proffesiynol.
letter-title-initial = Gwahoddiad i gyfarfod strategaeth CSE cychwynnol
letter-title-review = Gwahoddiad i gyfarfod adolygu CSE
letter-title-initial-changed = Newid: cyfarfod strategaeth CSE cychwynnol
letter-title-review-changed = Newid: cyfarfod adolygu CSE
letter-title-initial-cancelled = Wedi'i ganslo: cyfarfod strategaeth CSE cychwynnol
letter-title-review-cancelled = Wedi'i ganslo: cyfarfod adolygu CSE
letter-changed = Mae rhywbeth am y cyfarfod hwn wedi newid ers eich gwahodd. Yr hyn sydd isod sy'n gywir.
letter-changed-from = Fe'ch gwahoddwyd ar gyfer { $day } am { $time }. Mae hynny wedi newid: yr hyn sydd isod sy'n gywir.
letter-cancelled-professional = Nid oes angen i chi ddod ar { $day }, { $time }, ynghylch { $reference }
letter-professional-intro = Fe'ch gwahoddir i gyfarfod mewn dwy ran. Yn Rhan 1 mae gweithwyr proffesiynol yn cwrdd ar eu pennau eu hunain. Yn Rhan 2 daw'r person ifanc a'r teulu i mewn, clywed yr hyn a drafodwyd, dweud sut mae pethau iddyn nhw, a gwneud cynllun gyda chi.
letter-young-person = Person ifanc
letter-part1 = Rhan 1
letter-part1-says = { $hours }, gweithwyr proffesiynol yn unig
letter-part2 = Rhan 2
letter-part2-says = { $hours }, gyda'r person ifanc a'r teulu
letter-agenda-part1 = Rhan 1: yr hyn a drafodir
letter-agenda-part2 = Rhan 2: yr hyn a drafodir
letter-asked = Yr hyn a ofynnir gennych
letter-asked-report = Anfonwch adroddiad eich asiantaeth erbyn { $day }
letter-asked-held-back = Dywedwch wrth y cadeirydd ymlaen llaw beth na ellir ei rannu â'r person ifanc a'r teulu yn Rhan 2, a pham.
letter-asked-decide = Byddwch yn gallu penderfynu dros eich asiantaeth. Os na allwch ddod, anfonwch rywun sy'n gallu, a dywedwch wrthym pwy.
letter-asked-welsh = Cewch siarad Cymraeg neu Saesneg yn y cyfarfod; dywedwch wrthym ymlaen llaw pa un a ddewiswch.
letter-confidential = Cyfrinachol. I'r person a enwir yma yn unig; ni chaniateir ei drosglwyddo heb gydsyniad y cadeirydd.

# At y person ifanc, y teulu a'r eiriolwr.
letter-family-title = Fe'ch gwahoddir i gyfarfod
letter-family-title-changed = Mae eich cyfarfod wedi newid
letter-family-title-cancelled = Nid oes angen i chi ddod
letter-family-changed = Mae rhywbeth am eich cyfarfod wedi newid. Dilynwch yr hyn sydd yn y llythyr hwn.
letter-family-changed-from = Roedd eich cyfarfod i fod ar { $day } am { $time }. Mae hynny wedi newid: dilynwch yr hyn sydd yn y llythyr hwn.
letter-family-cancelled = Mae'r cyfarfod ar { $day } wedi'i ganslo i chi. Nid oes angen i chi ddod.
letter-family-cancelled-why = Mae'n ddrwg gennym os oeddech wedi neilltuo amser ar ei gyfer. Byddwn yn dweud wrthych beth sy'n digwydd nesaf. Os hoffech wybod mwy nawr, gofynnwch:
letter-intro-young-person = Rydym yn cwrdd i siarad am sut mae pethau i chi a beth fyddai'n helpu. Amdanoch chi y mae'r cyfarfod, felly eich barn chi sydd bwysicaf. Hoffem i chi fod yno.
letter-intro-family = Rydym yn cwrdd i siarad am sut mae pethau i { $name } a beth fyddai'n helpu. Rydych chi'n adnabod { $name } ac mae eich barn yn bwysig. Hoffem i chi fod yno.
letter-intro-advocate = Rydym yn cwrdd gyda { $name } i siarad am sut mae pethau a beth fyddai'n helpu. Gofynnir i chi fod yno fel eiriolwr, er mwyn i'r hyn y mae { $name } am ei ddweud gael ei glywed.
letter-arrive = Byddwch yno am
letter-until = Byddwn wedi gorffen erbyn
letter-family-video = Rydym yn cwrdd drwy fideo. Byddwn yn anfon yr hyn sydd ei angen arnoch i ymuno, a gallwn eich helpu i roi cynnig arno ymlaen llaw.
letter-who = Pwy fydd yno
letter-chair-leads = { $name }, sy'n arwain y cyfarfod
letter-what = Beth y byddwn yn siarad amdano
letter-workers-first = Mae'r gweithwyr yn cwrdd am ychydig yn gyntaf. Pan ddewch i mewn, byddant yn dweud wrthych am beth y buont yn siarad, ac yna byddwn yn siarad amdano gyda'n gilydd.
letter-before = Cyn i chi ddod
letter-say-your-way = Cewch ddweud yr hyn rydych am ei ddweud eich hun, ei ysgrifennu neu ei ddarlunio, neu ofyn i rywun ei ddweud drosoch.
letter-beside = Dywedoch wrthym pwy rydych am ei gael wrth eich ochr: { $name }
letter-beside-anybody = Cewch ddod â rhywun rydych yn ymddiried ynddo i eistedd wrth eich ochr. Dywedwch wrthym pwy, er mwyn i ni eu disgwyl.
letter-advocate = Cewch eiriolwr: rhywun ar eich ochr chi sy'n eich helpu i gael eich clywed. Nid yw'n costio dim. Gofynnwch i ni.
letter-language = Cewch siarad Cymraeg neu Saesneg, fel y mynnwch. Dywedwch wrthym os oes angen iaith arall neu unrhyw help arall arnoch.
letter-hard = Os yw'n anodd cyrraedd yno neu fynd adref, neu os oes unrhyw beth am y lle yn anodd, dywedwch wrthym ac fe ddown o hyd i ffordd.
letter-break = Cewch seibiant neu stopio ar unrhyw adeg.
letter-answer = Rhowch wybod i ni

# Mewn calendrau, y gall eraill eu gweld.
letter-calendar-summary = Cyfarfod { $reference }
letter-calendar-part1 = Rhan 1, gweithwyr proffesiynol yn unig: { $start } tan { $end }
letter-calendar-part2 = Rhan 2: { $start } tan { $end }
letter-calendar-family-summary = Cyfarfod
letter-calendar-answer = I ateb neu i holi: ffôn { $telephone }, e-bost { $email }

# Rhannau o enwau ffeiliau.
letter-file-family = cyfarfod
letter-file-changed = newid
letter-file-cancelled = canslo
