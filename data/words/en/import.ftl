# Taking registers of referrals: diogel import referrals.
import-row = Row { $row }, { $column }: { $what }
import-row-alone = Row { $row }: { $what }
import-not-a-day = “{ $said }” is no day of the calendar.
import-not-a-date = “{ $said }” is no date with day, month and year.
import-no-received-date = The date of the referral is missing.
import-not-a-time = “{ $said }” is no time of day.
import-not-an-age = “{ $said }” is no age.
import-not-a-word = “{ $said }” is not one of the words that import-referrals.toml knows for this column.
import-endless-row = It does not end: a quotation mark was opened and not closed.
import-nothing-said = (The register says nothing of what happened.)
import-not-taken = Columns that are not known, and were not taken: { $columns }
import-joined = Row { $row }: joined to { $reference }, the same young person
import-looks-like = Row { $row }: { $reference } looks like { $other }; look at both, and join them if they are one
import-restricted = Row { $row }: that young person's case is restricted; give the row to somebody named for it
import-taken = Taken: { $referrals }; new cases: { $new }; joined to cases that were there: { $joined }; rows left out: { $left }
import-tried = Only tried, nothing was kept. It would be:
import-no-file = { $file } cannot be read: { $why }.
import-no-file-to-do = Nothing was taken. Check the file, and whether a spreadsheet program still holds it.
import-no-headings = No row near the top of { $file } has headings that are known, such as “{ $example }”.
import-no-headings-to-do = Nothing was taken. Name the columns in your own import-referrals.toml, in the folder of --data.
import-column-missing = { $file } has no column for { $column }; it could be called “{ $example }”.
import-column-name = the young person's name
import-column-received = the date of the referral
import-rows-wrong = { $rows ->
    [one] { $rows } row cannot be taken, so nothing was.
   *[other] { $rows } rows cannot be taken, so nothing was.
}
import-rows-wrong-to-do = Mend the cells named above, or leave those rows out with --skip-bad.
