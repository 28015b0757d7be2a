//! Lists in a sentence.

/// «А», «А и Б», «А, Б и В»; nothing is the empty text.
pub fn join(parts: &[impl AsRef<str>]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [start @ .., last] => {
            let start: Vec<&str> = start.iter().map(AsRef::as_ref).collect();
            format!("{} и {}", start.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn the_last_two_are_joined_by_and() {
        assert_eq!(join::<&str>(&[]), "");
        assert_eq!(join(&["А"]), "А");
        assert_eq!(join(&["А", "Б"]), "А и Б");
        assert_eq!(join(&["А", "Б", "В"]), "А, Б и В");
    }
}
