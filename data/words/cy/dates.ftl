# Dyddiadau, amserau ac oedrannau. Mae coma a bwlch rhwng enwau rhestr, yn eu trefn.
weekdays-short = Llun, Maw, Mer, Iau, Gwe, Sad, Sul
weekdays-long = Dydd Llun, Dydd Mawrth, Dydd Mercher, Dydd Iau, Dydd Gwener, Dydd Sadwrn, Dydd Sul
months-short = Ion, Chwe, Maw, Ebr, Mai, Meh, Gor, Awst, Medi, Hyd, Tach, Rhag
months-long = Ionawr, Chwefror, Mawrth, Ebrill, Mai, Mehefin, Gorffennaf, Awst, Medi, Hydref, Tachwedd, Rhagfyr
date-short = { $weekday } { $day } { $month }
date-with-year = { $day } { $month } { $year }
date-long = { $weekday } { $day } { $month } { $year }
month-and-year = { $month } { $year }
age-years = { $years } oed
day-yesterday = ddoe
day-today = heddiw
day-tomorrow = yfory
days-ago = { $days ->
    [two] { $days } ddiwrnod yn ôl
   *[other] { $days } diwrnod yn ôl
}
days-ahead = { $days ->
    [two] ymhen { $days } ddiwrnod
   *[other] ymhen { $days } diwrnod
}
