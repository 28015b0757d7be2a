//! A fault of the program in one document is that document's finding: the others are made.

use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What `print` gives; where it panics, a finding at the document's place. What `print` has used must not be used again then.
pub(super) fn guarded<T>(
    at: Option<&Location>,
    title: &str,
    print: impl FnOnce() -> Result<T, Vec<Finding>>,
) -> Result<T, Vec<Finding>> {
    catch_unwind(AssertUnwindSafe(print)).unwrap_or_else(|_| {
        // The panic's own words may quote a cell: they are not shown.
        Err(vec![Finding::new(Code::DocumentCrashed, at.cloned()).with("title", title)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_one_document_is_a_finding_at_its_row() {
        let at = Location::File("input/Наставники.xlsx".into());
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let crashed: Result<(), _> = guarded(Some(&at), "Письма", || panic!("Иванов"));
        std::panic::set_hook(hook);
        let findings = crashed.unwrap_err();
        assert_eq!((findings[0].code, findings[0].at.as_ref()), (Code::DocumentCrashed, Some(&at)));
        assert_eq!(findings[0].arguments.get("title").map(String::as_str), Some("Письма"));
        assert!(!format!("{findings:?}").contains("Иванов"));
        assert_eq!(guarded(None, "Письма", || Ok(1)), Ok(1));
    }
}
