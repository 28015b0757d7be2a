# Rules.
plan-number-duplicate = Number { $number } already stands in row { $other }.
    .hint = Change it to { $proposal }.
    .explain = Two activities of the plan have one number. Both are kept; reports tell them apart by row, not by number.
