//! The 39 things that real files do (`domain/input-realities.md` of the project's notes), each with its test: the list is whole, and no test of it is gone.

use std::path::Path;

/// Number, what it is, the file of its test, the test.
const REALITIES: &[(u8, &str, &str, &str)] = &[
    (
        1,
        "heading repeated",
        "input/realities.rs",
        "r01_a_heading_repeated_in_the_middle_is_dropped_and_stated",
    ),
    (2, "number twice", "input/realities.rs", "r02_a_number_that_stands_twice_keeps_both_rows"),
    (3, "section rows", "input/realities.rs", "r03_sections_are_rows_with_a_text_in_front_merged_or_not"),
    (4, "merged cells", "input/realities.rs", "r04_a_merged_cell_holds_inside_its_range_and_not_beyond"),
    (5, "title block", "input/realities.rs", "r05_the_title_and_the_stamp_stand_above_the_table"),
    (6, "heading of two rows", "input/realities.rs", "r06_a_heading_of_two_rows_names_its_columns_by_both"),
    (7, "line of numbers", "input/realities.rs", "r07_the_line_of_numbers_under_a_heading_is_no_activity"),
    (8, "1.1 as a date", "input/realities.rs", "r08_numbers_of_activities_survive_dates_and_floats"),
    (9, "trailing dot", "input/realities.rs", "r09_a_number_keeps_its_dot_or_bracket_as_written"),
    (10, "dates as text", "input/values.rs", "r10_dates_are_read_as_serials_and_in_words_side_by_side"),
    (
        11,
        "deadline in words",
        "input/realities.rs",
        "r11_r12_a_deadline_in_words_stays_as_written_and_a_date_is_one",
    ),
    (
        12,
        "missing space",
        "input/realities.rs",
        "r11_r12_a_deadline_in_words_stays_as_written_and_a_date_is_one",
    ),
    (
        13,
        "two entries glued",
        "input/realities.rs",
        "r13_two_entries_in_a_cell_are_suspected_and_a_line_end_is_kept",
    ),
    (14, "several executors", "input/realities.rs", "r14_to_r17_texts_print_as_they_are_written"),
    (15, "role written differently", "input/realities.rs", "r14_to_r17_texts_print_as_they_are_written"),
    (16, "kinds of quotes", "input/realities.rs", "r14_to_r17_texts_print_as_they_are_written"),
    (17, "hyphen and dash", "input/realities.rs", "r14_to_r17_texts_print_as_they_are_written"),
    (
        18,
        "no-break spaces",
        "input/realities.rs",
        "r18_r19_headings_are_known_through_spaces_look_alikes_and_yo",
    ),
    (
        19,
        "ё and look-alikes",
        "input/realities.rs",
        "r18_r19_headings_are_known_through_spaces_look_alikes_and_yo",
    ),
    (
        20,
        "name in 1 or 3 columns",
        "input/people_and_files.rs",
        "r20_a_name_in_three_columns_is_one_and_in_one_column_is_kept",
    ),
    (
        21,
        "names of every shape",
        "input/people_and_files.rs",
        "r21_r33_r38_names_of_every_shape_are_kept_as_they_are",
    ),
    (22, "gender unknown", "input/people_and_files.rs", "r22_genders_come_in_words_and_digits"),
    (
        23,
        "phones as numbers",
        "input/people_and_files.rs",
        "r23_phones_and_numbers_of_taxpayers_are_kept_digit_for_digit",
    ),
    (
        24,
        "csv of every encoding",
        "input/people_and_files.rs",
        "r24_a_csv_is_read_in_every_encoding_by_the_name_of_its_file",
    ),
    (25, "web page named .xls", "input/formats.rs", "a_web_page_is_read_whatever_its_name_and_encoding"),
    (25, "XML named .xls", "input/formats.rs", "xml_of_excel_2003_is_read_whatever_its_name_and_encoding"),
    (
        26,
        "hidden rows, totals",
        "input/people_and_files.rs",
        "r26_what_is_hidden_is_stated_and_what_follows_a_table_is_left",
    ),
    (
        27,
        "formulas not computed",
        "input/people_and_files.rs",
        "r27_formulas_without_a_value_and_errors_are_named_with_their_cells",
    ),
    (28, "styled blank rows", "input/people_and_files.rs", "r28_empty_rows_and_styled_blanks_cost_nothing"),
    (29, "strikethrough", "input/people_and_files.rs", "r29_a_struck_row_is_read_and_stated"),
    (30, "lock files", "input/people_and_files.rs", "r30_lock_files_are_skipped_and_stated"),
    (
        31,
        "plan in Word",
        "input/formats.rs",
        "r31_a_plan_in_word_is_read_split_in_two_with_its_heading_repeated",
    ),
    (32, "duplicate people", "rules.rs", "people_that_cannot_be_declined_or_are_written_twice_are_named"),
    (32, "equal file names", "publishing/files.rs", "equal_names_are_told_apart_by_key_and_stay_so"),
    (33, "forms of organisations", "rules.rs", "a_key_that_names_nothing_is_named"),
    (34, "export of a form", "input/people_and_files.rs", "r34_an_export_of_a_form_is_known_by_what_it_asks"),
    (35, "personal data", "publishing/safety.rs", "register_copies_and_lock_are_the_owners_alone"),
    (
        36,
        "zip with Cyrillic names",
        "input/people_and_files.rs",
        "r36_an_archive_with_names_of_another_code_page_says_what_to_do",
    ),
    (
        37,
        "placeholders over runs",
        "word/tags.rs",
        "a_tag_split_over_runs_takes_the_formatting_of_its_first_character",
    ),
    (
        38,
        "autocorrected names",
        "input/people_and_files.rs",
        "r21_r33_r38_names_of_every_shape_are_kept_as_they_are",
    ),
    (
        39,
        "another year",
        "input/values.rs",
        "a_number_in_place_of_a_name_is_an_error_and_r39_another_year_is_none",
    ),
];

#[test]
fn every_reality_has_its_test() {
    let numbers: std::collections::BTreeSet<u8> = REALITIES.iter().map(|(number, ..)| *number).collect();
    assert_eq!(numbers, (1..=39).collect());
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (number, what, file, test) in REALITIES {
        let text = fs_err::read_to_string(tests.join(file)).unwrap();
        assert!(text.contains(&format!("#[test]\nfn {test}()")), "{number}, {what}: no {test} in {file}");
    }
}
