//! Which word of a name is the surname, which the first name, which the patronymic: by their form, not by their place.

use super::compound::is_particle;
use super::eastern::{self, Eastern};
use super::gender::{first_name_gender, surname_gender};
use super::lexicon::{FIRST_NAMES, listed};
use super::patronymic::{self, turkic_word};
use super::read::is_initial;
use super::word::key;
use crate::russian::Gender;

/// The words of a name in their places, each part joined by spaces.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub surname: Vec<String>,
    pub first: Vec<String>,
    pub patronymic: Vec<String>,
    /// Far Eastern: the surname and all but the last word stay as they are.
    pub eastern: bool,
    /// Whether the order is certain.
    pub sure: bool,
}

/// Puts words into their places.
pub(super) fn arrange(mut words: Vec<String>) -> Places {
    if words.iter().any(|word| is_initial(word))
        && !words.iter().all(|word| is_initial(word))
        && has_dotted(&words)
    {
        return with_initials(words);
    }
    if let Some(place) =
        words.iter().position(|word| turkic_word(&key(word)).is_some()).filter(|place| *place > 0)
    {
        let after = words.split_off(place + 1);
        let patronymic = words.split_off(place - 1);
        return with_patronymic(words, patronymic, after);
    }
    let last = words.len().saturating_sub(1);
    let like = |place: usize| words.get(place).is_some_and(|word| patronymic::looks_like(word));
    if last >= 2 {
        if like(1) && (!like(last) || last == 2) {
            let after = words.split_off(2);
            let patronymic = words.split_off(1);
            return Places { surname: after, first: words, patronymic, eastern: false, sure: true };
        }
        if like(last) {
            let patronymic = words.split_off(last);
            return with_patronymic(words, patronymic, Vec::new());
        }
    }
    if last == 1 && like(1) && !like(0) && is_patronymic_after(&words) {
        let patronymic = words.split_off(1);
        return Places { surname: Vec::new(), first: words, patronymic, eastern: false, sure: true };
    }
    without_patronymic(words)
}

/// A dot, or several single letters: a lone «О» or «Ю» is a Korean surname, and in «Ван И» a given name.
fn has_dotted(words: &[String]) -> bool {
    let eastern =
        words.len() == 2 && words.first().is_some_and(|word| listed("eastern-surnames", &key(word)));
    words.iter().any(|word| word.ends_with('.'))
        || !eastern && words.iter().skip(1).any(|word| is_initial(word))
}

/// «Иван Абрамович», but not «Анна Рабинович» and not «Иванов Петрович».
fn is_patronymic_after(words: &[String]) -> bool {
    let (Some(name), Some(patronymic)) = (words.first().map(|word| key(word)), words.get(1)) else {
        return false;
    };
    let shown = first_name_gender(&name);
    surname_gender(&name).is_none() && (shown.is_none() || shown == patronymic::gender(patronymic))
}

fn with_patronymic(mut words: Vec<String>, patronymic: Vec<String>, after: Vec<String>) -> Places {
    if words.is_empty() {
        // «Бейшеналы уулу Азамат»: the father's name stands in the place of the surname.
        return Places { surname: patronymic, first: after, sure: true, ..Places::default() };
    }
    if words.len() == 2 && after.is_empty() {
        let first = words.split_off(1);
        return Places { surname: words, first, patronymic, eastern: false, sure: true };
    }
    if !after.is_empty() {
        return Places { surname: after, first: words, patronymic, eastern: false, sure: true };
    }
    if words.len() < 2 {
        return Places { surname: Vec::new(), first: words, patronymic, eastern: false, sure: true };
    }
    let mut places = split(words);
    places.patronymic = patronymic;
    places.sure = true;
    places
}

fn with_initials(words: Vec<String>) -> Places {
    let full = words.iter().filter(|word| !is_initial(word)).count();
    let first_initial = words.iter().position(|word| is_initial(word)).unwrap_or(0);
    let initials = words.len() - full;
    if full == 2 && initials == 1 && first_initial == 2 && words.get(1).is_some_and(|word| is_known(word)) {
        let mut words = words.into_iter();
        return Places {
            surname: words.next().into_iter().collect(),
            first: words.next().into_iter().collect(),
            patronymic: words.collect(),
            eastern: false,
            sure: true,
        };
    }
    if full == 2 && initials == 1 && first_initial == 1 {
        let mut words = words.into_iter();
        return Places {
            first: words.next().into_iter().collect(),
            patronymic: words.next().into_iter().collect(),
            surname: words.collect(),
            eastern: false,
            sure: true,
        };
    }
    let (initials, surname): (Vec<String>, Vec<String>) =
        words.into_iter().partition(|word| is_initial(word));
    let mut initials = initials.into_iter();
    Places {
        surname,
        first: initials.next().into_iter().collect(),
        patronymic: initials.collect(),
        eastern: false,
        sure: true,
    }
}

fn without_patronymic(words: Vec<String>) -> Places {
    match eastern::judge(&words) {
        Eastern::No => split(words),
        judged => {
            let mut words = words.into_iter();
            let surname = words.next().into_iter().collect();
            Places {
                surname,
                first: words.collect(),
                eastern: true,
                sure: judged == Eastern::Yes,
                ..Places::default()
            }
        }
    }
}

fn is_known(word: &str) -> bool {
    let key = key(word);
    FIRST_NAMES.contains_key(&key)
        || key.split('-').next().is_some_and(|part| FIRST_NAMES.contains_key(part)) && key.contains('-')
}

/// Splits words without a patronymic into surname and first name.
fn split(mut words: Vec<String>) -> Places {
    if words.len() < 2 {
        let first = words.first().is_some_and(|word| is_known(word) && surname_gender(&key(word)).is_none());
        return if first {
            Places { first: words, sure: true, ..Places::default() }
        } else {
            Places { surname: words, sure: true, ..Places::default() }
        };
    }
    let leading = words.iter().take_while(|word| is_particle(word) && !is_known(word)).count();
    let particles = if leading > 0 && words.len() > leading + 1 { leading } else { 0 };
    if particles == 0
        && words.first().is_some_and(|word| is_known(word))
        && let Some(place) =
            words.iter().position(|word| is_particle(word)).filter(|place| place + 1 < words.len())
    {
        let surname = words.split_off(place);
        return Places { surname, first: words, sure: true, ..Places::default() };
    }
    let known: Vec<bool> = words.iter().map(|word| is_known(word)).collect();
    let last_known = known.last().copied().unwrap_or(false);
    let first_known = particles == 0 && known.first().copied().unwrap_or(false);
    let gendered = |word: Option<&String>| {
        word.and_then(|word| surname_gender(key(word).rsplit('-').next().unwrap_or_default()))
    };
    let given_first =
        first_known && (!last_known || gendered(words.last()).is_some()) && gendered(words.first()).is_none()
            || !first_known
                && !last_known
                && particles == 0
                && gendered(words.first()).is_none()
                && gendered(words.last()).is_some();
    if given_first {
        let names = known.iter().take_while(|known| **known).count().clamp(1, words.len() - 1);
        let surname = words.split_off(names);
        return Places { surname, first: words, sure: true, ..Places::default() };
    }
    let start = particles + 1;
    let place = known
        .iter()
        .skip(start)
        .position(|known| *known)
        .map_or(start, |found| found + start)
        .min(words.len() - 1);
    let first = words.split_off(place);
    let sure = last_known || gendered(words.last()).is_some();
    Places { surname: words, first, sure, ..Places::default() }
}

/// The gender that both readings of a doubtful order agree on is the gender of a first name in either place.
pub(super) fn either_gender(words: &[&str]) -> Option<Gender> {
    words.iter().find_map(|word| first_name_gender(&key(word)))
}
