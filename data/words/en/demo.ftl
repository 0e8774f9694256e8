# The store of fictional cases: diogel demo.
demo-made = { $cases ->
    [one] Made { $cases } fictional case in { $path }
   *[other] Made { $cases } fictional cases in { $path }
}
demo-there = This demo is there already: { $path }
demo-people = People: { $names }. The passphrase of each is “{ $passphrase }”.
demo-open-with = Open it with: diogel --store { $path } --user { $user }
demo-progress = { $done } of { $cases } cases
demo-not-one = There is a store at { $path } that is no demo, and it was left as it is.
demo-not-one-to-do = Name another place with --store PATH.
