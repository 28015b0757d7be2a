//! Meetings and events as an .ics file (RFC 5545): times in UTC, so that no reader needs our time zone; a reminder a day before.

use chrono::{Days, Duration, NaiveDate, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, EventStatus, Property};

/// How long something takes of which only the beginning is known: calendars want an end.
const LENGTH: Duration = Duration::hours(1);

/// Something that takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The same in every run, whatever happens to its day: what a calendar knows it by.
    pub uid: String,
    /// What it is.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// What else is to be said.
    pub text: Option<String>,
    /// On which day.
    pub day: NaiveDate,
    /// When it begins; `None`: it takes the day.
    pub time: Option<NaiveTime>,
    /// Whether it was put off.
    pub is_moved: bool,
    /// Whether it does not take place.
    pub is_cancelled: bool,
}

/// A calendar of occasions, as `day` has them; their times are those of `zone`.
pub fn write(name: &str, occasions: &[Occasion], zone: Tz, day: NaiveDate) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", "-//pisar//RU"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    calendar.name(name);
    let all_cancelled = !occasions.is_empty() && occasions.iter().all(|occasion| occasion.is_cancelled);
    calendar.append_property(Property::new("METHOD", if all_cancelled { "CANCEL" } else { "PUBLISH" }));
    for occasion in occasions {
        calendar.push(event(occasion, zone, day));
    }
    calendar.done().to_string().into_bytes()
}

fn event(occasion: &Occasion, zone: Tz, day: NaiveDate) -> Event {
    let mut event = Event::with_uid(&occasion.uid);
    event.summary(&occasion.title);
    let stamp = day.and_time(NaiveTime::MIN).and_utc();
    event.timestamp(stamp);
    match occasion.time.and_then(|time| zone.from_local_datetime(&occasion.day.and_time(time)).earliest()) {
        Some(start) => {
            let start = start.with_timezone(&Utc);
            event.starts(start).ends(start + LENGTH);
        }
        None => {
            event.starts(occasion.day).ends(occasion.day + Days::new(1));
        }
    }
    if let Some(place) = &occasion.place {
        event.location(place);
    }
    if let Some(text) = &occasion.text {
        event.description(text);
    }
    // A calendar takes a later edition by its greater number; of two equal ones, by its later stamp.
    event.sequence(u32::from(occasion.is_moved) + 2 * u32::from(occasion.is_cancelled));
    event.status(if occasion.is_cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if !occasion.is_cancelled {
        // Without an id and a stamp of its own it would get random ones.
        let mut alarm = Alarm::display(&occasion.title, -Duration::days(1));
        alarm.uid(&format!("alarm-{}", occasion.uid)).timestamp(stamp);
        event.alarm(alarm);
    }
    event.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn occasion() -> Occasion {
        Occasion {
            uid: "экспертный совет, 10.10.2022@pisar.invalid".into(),
            title: "Заседание: Экспертный совет; план, итоги".into(),
            place: Some("ул. Мира, д. 1".into()),
            text: Some("1. О плане\n2. Об итогах".into()),
            day: NaiveDate::from_ymd_opt(2022, 10, 10).unwrap(),
            time: NaiveTime::from_hms_opt(14, 30, 0),
            is_moved: false,
            is_cancelled: false,
        }
    }

    fn written(occasions: &[Occasion]) -> String {
        let day = NaiveDate::from_ymd_opt(2022, 10, 1).unwrap();
        String::from_utf8(write("Календарь", occasions, chrono_tz::Europe::Moscow, day)).unwrap()
    }

    #[test]
    fn a_parser_reads_what_was_meant() {
        let text = written(&[occasion(), Occasion { time: None, uid: "b".into(), ..occasion() }]);
        let unfolded = icalendar::parser::unfold(&text);
        let read = icalendar::parser::read_calendar(&unfolded).unwrap();
        let value = |event: usize, name: &str| {
            read.components[event].find_prop(name).map(|property| property.val.to_string())
        };
        assert_eq!(value(0, "UID").as_deref(), Some("экспертный совет, 10.10.2022@pisar.invalid"));
        assert_eq!(value(0, "DTSTART").as_deref(), Some("20221010T113000Z"));
        assert_eq!(value(0, "DTEND").as_deref(), Some("20221010T123000Z"));
        assert_eq!(value(0, "DTSTAMP").as_deref(), Some("20221001T000000Z"));
        assert_eq!(value(0, "SEQUENCE").as_deref(), Some("0"));
        assert_eq!(value(0, "STATUS").as_deref(), Some("CONFIRMED"));
        assert_eq!(value(1, "DTSTART").as_deref(), Some("20221010"));
        assert_eq!(value(1, "DTEND").as_deref(), Some("20221011"));
        assert_eq!(read.components[0].components[0].name.to_string(), "VALARM");
        assert!(text.contains("SUMMARY:Заседание: Экспертный совет\\; план\\, и\r\n тоги\r\n"), "{text}");
        assert!(text.contains("METHOD:PUBLISH\r\n") && text.contains("TRIGGER:-PT86400S\r\n"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
        assert_eq!(text, written(&[occasion(), Occasion { time: None, uid: "b".into(), ..occasion() }]));
    }

    #[test]
    fn what_is_put_off_or_cancelled_outranks_what_was_announced() {
        let text = written(&[Occasion { is_moved: true, is_cancelled: true, ..occasion() }]);
        assert!(text.contains("STATUS:CANCELLED\r\n") && text.contains("SEQUENCE:3\r\n"), "{text}");
        assert!(text.contains("METHOD:CANCEL\r\n") && !text.contains("VALARM"), "{text}");
    }
}
