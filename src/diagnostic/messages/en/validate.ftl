# Rules.
plan-number-duplicate = Number { $number } already stands in row { $other }.
    .hint = Change it to { $proposal }.
    .explain = Two activities of the plan have one number. Both are kept; reports tell them apart by row, not by number.
plan-missing = There is no plan: no sheet has a table of activities, executors and deadlines.
    .hint = Put the plan into the input folder (.xlsx or a Word table), or start with "pisar init".
    .explain = A plan is recognised by the headings «Наименование мероприятия», «Исполнители», «Срок исполнения». Without it there is no approved plan and there are no reports.
deadline-unread = The deadline "{ $text }" was not understood; it is printed as written.
    .hint = Write for example «март 2023 г.», «II квартал 2023 г.», «до 15.05.2023», «ежеквартально».
    .explain = Nothing is guessed: such a deadline stays text, and reports list its activity among those without a fixed term.
deadline-outside-year = The deadline "{ $text }" is outside the academic year { $year }.
    .hint = Check the year.
    .explain = The deadline lies wholly outside the plan's academic year. Mostly the year is a slip.
quotes-unbalanced = The quotes are not paired: "{ $text }".
    .hint = { $opened } open, { $closed } close: add or remove one.
    .explain = A quote is opened and not closed, or the other way round. The text is printed as written.
key-dangling = "{ $name }" is not on the sheet «{ $target }».
    .hint = The nearest is "{ $nearest }". Mend the name or add the row.
    .explain = Rows of two sheets are joined by this name. It was not found (letter case, quotes and the short form do not matter), so what it joins is missing from documents.
council-unknown = The sheet «Участники» has no column «{ $council }».
    .hint = Add a column with the council's name and the roles председатель, заместитель, секретарь, член.
    .explain = A council's members come from the column of its name. Without it minutes have neither a chair nor members.
council-incomplete = «{ $council }» has no { $role ->
        [chair] chair
       *[secretary] secretary
    }.
    .hint = Enter the role in the council's column on the sheet «Участники».
    .explain = Minutes are signed by the chair and the secretary. Until the role is there, this council's minutes are not made.
event-day-off = { $day } is a day off ({ $weekday }).
    .hint = The nearest working day is { $next }. If the date is right, there is nothing to do.
    .explain = By the production calendar it is a weekend or a holiday. Days of your own go into calendar.toml.
gender-unknown = The name does not tell the gender: "{ $name }".
    .hint = Enter м or ж in the column «Пол».
    .explain = Without a patronymic and with a first name that both genders have, neither the name nor the words around it can be inflected. Documents that need it are not made.
gender-conflict = The gender is contradictory: "{ $name }".
    .hint = Check the name, the patronymic and the column «Пол».
    .explain = The parts of the name, or the column «Пол», tell two genders. Nothing is guessed: mend the slip.
person-written-twice = One person seems to be written two ways: "{ $name }" and "{ $other }".
    .hint = If it is one person, write the name the same way.
    .explain = The names differ by one letter that is missing within a word. That is how a slip gets into a letter.
settings-wrong = The settings in pisar.toml were not accepted: { $reason }.
    .hint = Settings: gost = "2016"|"2025", week = 5|6, academic-year-end = "08-31", quorum = "1/2"|"2/3"|"more than 1/2", calendar = "calendar.toml".
    .explain = Settings are read before all else; nothing is made while they are wrong.
form-doubtful = Check: "{ $text }" — { $forms }.
    .hint = If it is wrong, enter the form in the column { $columns }: it wins over the computed one.
    .explain = It is not certain how this name, post or organisation is declined. All forms: "pisar decline". A form in the sheet has the last word.
plan-number-gap = Left out: { $missing } (before { $number }).
    .hint = Check the numbering, or put the row back if it got lost.
    .explain = The numbers of a section do not follow one another. Mostly a row was deleted, or a number mistyped. Printed as written.
weekday-wrong = { $day } is { $weekday }, but «{ $written }» is written.
    .hint = Mend the date or the weekday.
    .explain = The weekday written beside a date does not agree with it: one of the two is a slip.
look-alike = Latin and Cyrillic letters are mixed: «{ $written }».
    .hint = Replace it with «{ $mended }».
    .explain = Latin «a», «c», «o» print just like the Cyrillic ones, but a word with them cannot be found, compared or declined; a Cyrillic letter in an e-mail address makes it another one.
council-without-quorum = { $count ->
        [0] No one votes in «{ $council }»
        [one] One person votes in «{ $council }»
       *[other] { $count } people vote in «{ $council }»
    }: too few to decide.
    .hint = Add members to the council's column of the sheet «Участники»; guests have no vote.
    .explain = A chair, a secretary and at least one member: fewer than three votes make no collegial body, and no quorum.
mentor-without-organisation = { $name ->
        [empty] No mentor has an organisation.
       *[other] The mentor «{ $name }» has no organisation.
    }
    .hint = Fill in the organisation as it stands on the sheet «Организации».
    .explain = The organisation is printed in the letter of thanks and in the file's name, and the addressee is found by it.
evidence-missing = Activity { $number } is done, but there is no evidence.
    .hint = Put the minutes, the order or a link into «Подтверждение».
    .explain = A quarterly report says beside «выполнено» what shows it.
executor-unknown = The executor «{ $name }» is on no sheet.
    .hint = { $nearest ->
            [none] Check the name, or add it to the sheet «Организации» or «Участники».
           *[other] Perhaps «{ $nearest }».
        }
    .explain = Organisations, people and councils among the executors of a plan are looked up on the sheets «Организации» and «Участники» (quotes, letter case and short forms do not matter). Printed as written.
meeting-unknown = The sheet «Заседания» has no meeting of «{ $council }» on { $day }.
    .hint = { $nearest ->
            [none] Add the meeting or mend the council's name.
           *[other] The nearest is { $nearest }. Mend the date or add the meeting.
        }
    .explain = A decision goes into the minutes of the meeting whose council and date it has. There is no such meeting, so no minutes will hold it.
present-unknown = Among those present is "{ $name }", and «{ $council }» has no such member.
    .hint = { $nearest ->
            [none] Mend the name, add it to the council's column on the sheet «Участники», or move it to «Приглашённые».
           *[other] Perhaps "{ $nearest }". Guests belong in «Приглашённые».
        }
    .explain = Members who were present are known by surname and initials. A name that is nobody's is not in the minutes and does not count for the quorum.
votes-wrong = { $votes ->
        [one] { $votes } vote was
       *[other] { $votes } votes were
    } cast, and { $present } members of the council were present.
    .hint = Compare «За», «Против», «Воздержались» with the attendance sheet and with «Присутствовали».
    .explain = Each member present votes once: for, against or abstaining. Guests do not vote. The minutes print the votes as written.
decision-term-early = The term { $due } is before the meeting itself ({ $day }).
    .hint = Mend the term or the meeting's date; mostly the year is the slip.
    .explain = Nothing can be done before it is asked for. Extracts and the control of assignments print the term as written.
