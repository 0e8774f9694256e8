# Dates, times and ages. Lists are separated by a comma and a space, and keep their order.
weekdays-short = Mon, Tue, Wed, Thu, Fri, Sat, Sun
weekdays-long = Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
months-short = Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec
months-long = January, February, March, April, May, June, July, August, September, October, November, December
date-short = { $weekday } { $day } { $month }
date-with-year = { $day } { $month } { $year }
date-long = { $weekday } { $day } { $month } { $year }
month-and-year = { $month } { $year }
age-years = { $years ->
    [one] { $years } year old
   *[other] { $years } years old
}
day-yesterday = yesterday
day-today = today
day-tomorrow = tomorrow
days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
days-ahead = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
