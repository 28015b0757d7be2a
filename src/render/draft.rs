//! An unsent message as an .eml file: the addressee, the text, the document attached.
//!
//! `X-Unsent: 1` has Outlook open the file for editing and sending; Thunderbird opens it with «Edit as new». Nothing in it is random:
//! the boundary and the message's id come from what it holds.

use chrono::NaiveDate;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};

/// A mailbox: a name for people and an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The name, in the nominative.
    pub name: String,
    /// The address.
    pub address: String,
}

/// A file that goes with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name with its extension.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft<'d> {
    /// Who writes.
    pub from: &'d Mailbox,
    /// To whom.
    pub to: &'d [Mailbox],
    /// The subject.
    pub subject: &'d str,
    /// The text, lines apart.
    pub text: &'d str,
    /// The day on which it is made.
    pub day: NaiveDate,
    /// The hash of all that it holds: the same message has the same id.
    pub id: &'d [u8],
    /// What goes with it.
    pub attachments: Vec<Attachment>,
}

impl Draft<'_> {
    /// The message as RFC 5322 has it.
    pub fn bytes(&self) -> Vec<u8> {
        let mailbox = |mailbox: &Mailbox| {
            let name = Some(mailbox.name.clone()).filter(|name| !name.is_empty());
            Address::new_address(name, mailbox.address.clone())
        };
        let id = self.id.iter().take(16).fold(0_u128, |id, byte| id << 8 | u128::from(*byte));
        let id = format!("{id:032x}");
        let noon = self.day.and_hms_opt(9, 0, 0).unwrap_or_default().and_utc().timestamp();
        let mut parts = vec![MimePart::new("text/plain", BodyPart::Text(self.text.into()))];
        for attachment in &self.attachments {
            // Readers of old look for the name here, and decode it by RFC 2231 too.
            let kind = ContentType::new(mime(&attachment.name)).attribute("name", attachment.name.as_str());
            let part = MimePart::new(kind, BodyPart::Binary(attachment.bytes.as_slice().into()));
            parts.push(part.attachment(attachment.name.as_str()));
        }
        let whole = ContentType::new("multipart/mixed").attribute("boundary", format!("pisar-{id}"));
        let message = MessageBuilder::new()
            .header("X-Unsent", Raw::new("1"))
            .from(mailbox(self.from))
            .to(Address::new_list(self.to.iter().map(mailbox).collect()))
            .subject(self.subject)
            .date(noon)
            .message_id(format!("{id}@pisar.invalid"))
            .body(MimePart::new(whole, parts));
        // Writing to memory cannot fail.
        message.write_to_vec().unwrap_or_default()
    }
}

/// The media type of a file by its extension.
fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ics" => "text/calendar",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mail_parser::{MessageParser, MimeHeaders as _};

    fn draft(name: &str) -> Vec<u8> {
        let mailbox = |name: &str, address: &str| Mailbox { name: name.into(), address: address.into() };
        Draft {
            from: &mailbox("Образовательный кластер", "cluster@example.ru"),
            to: &[mailbox("Ёлкина Анна Петровна", "elkina@example.ru"), mailbox("Ким, В.", "kim@example.ru")],
            subject: "Приглашение на Ярмарку вакансий «Профессионалитет — 2023»: программа и перечень вакансий",
            text: "Уважаемая Анна Петровна!\n\nНаправляем приглашение.\n.\nС уважением",
            day: NaiveDate::from_ymd_opt(2023, 3, 1).unwrap(),
            id: &[7; 32],
            attachments: vec![Attachment { name: name.into(), bytes: (0..=255).cycle().take(5000).collect() }],
        }
        .bytes()
    }

    #[test]
    fn another_parser_reads_what_was_meant() {
        let name = "Ёлкина А. П. — ООО «Луч» с очень длинным названием, которое не помещается в строку.docx";
        let bytes = draft(name);
        let message = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
        let from = message.from().unwrap().first().unwrap();
        assert_eq!(
            (from.name(), from.address()),
            (Some("Образовательный кластер"), Some("cluster@example.ru"))
        );
        let to: Vec<_> =
            message.to().unwrap().iter().map(|to| (to.name().unwrap(), to.address().unwrap())).collect();
        assert_eq!(to, [("Ёлкина Анна Петровна", "elkina@example.ru"), ("Ким, В.", "kim@example.ru")]);
        assert_eq!(
            message.subject(),
            Some("Приглашение на Ярмарку вакансий «Профессионалитет — 2023»: программа и перечень вакансий")
        );
        assert_eq!(message.date().unwrap().to_rfc3339(), "2023-03-01T09:00:00Z");
        assert_eq!(
            message.body_text(0).unwrap().replace("\r\n", "\n").trim_end(),
            "Уважаемая Анна Петровна!\n\nНаправляем приглашение.\n.\nС уважением"
        );
        let attached: Vec<_> = message.attachments().collect();
        assert_eq!(attached.len(), 1);
        assert_eq!(attached[0].attachment_name(), Some(name));
        assert_eq!(attached[0].contents(), (0..=255).cycle().take(5000).collect::<Vec<u8>>());
        assert_eq!(message.message_id(), Some("07070707070707070707070707070707@pisar.invalid"));
    }

    #[test]
    fn lines_are_short_and_ascii_and_the_same_each_time() {
        let bytes = draft("Письмо.docx");
        assert!(bytes.is_ascii());
        assert_eq!(bytes, draft("Письмо.docx"));
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("filename*=UTF-8''%D0%9F%D0%B8%D1%81%D1%8C%D0%BC%D0%BE.docx"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= 100 && !line.contains('\n')));
    }
}
