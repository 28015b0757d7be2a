//! An order: name of the organisation, kind, date and number, what it is about, its grounds, its points, signature.

use docx_rs::{Paragraph, Run};

use super::letterhead;
use super::page::Page;
use super::signature;
use super::text::{Placed, gap, requisite, style, text};
use super::title;
use crate::starter::document::{Flow, Section};

/// What an order is made of.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// What it is about: «О …».
    pub about: &'a str,
    /// On what grounds, without the closing mark.
    pub grounds: &'a str,
    /// What is ordered, in order.
    pub points: &'a [&'a str],
}

/// The grounds that all our orders share.
pub const BY_PLAN: &str = "В соответствии с планом работы {{кого реквизиты.полное_наименование_кластера}} на {{учебный_год}} учебный год";

/// The label of an annex to an order.
pub const ANNEX: &[&str] = &["Приложение", "к приказу", "от ___.___.20___ № {{или номер \"________\"}}"];

impl Order<'_> {
    /// The order on its page, signed and to be acquainted with.
    pub fn section(&self) -> Section {
        let page = Page::permanent();
        let points =
            self.points.iter().enumerate().map(|(index, point)| text(&format!("{}. {point}", index + 1)));
        Section::new(page)
            .extend(head(page, self.about))
            .put(text(self.grounds))
            .put(keyword("ПРИКАЗЫВАЮ:"))
            .extend(points)
            .put(signature::lead())
            .put(signature::rows(page.text_width(), &[signature::HEAD]))
            .extend(acquainted())
    }
}

/// Name of the organisation, kind, date and number, place, what it is about.
pub fn head(page: Page, about: &str) -> Vec<Flow> {
    vec![
        title::line("{{реквизиты.ведущая_организация}}").into(),
        gap(14).into(),
        title::kind("ПРИКАЗ").into(),
        gap(12).into(),
        title::date_and_number(page, "«____» _______________ 20___ г.", "№ {{или номер \"________\"}}")
            .into(),
        title::place().into(),
        gap(12).into(),
        letterhead::subject(page, about).into(),
        gap(14).into(),
    ]
}

fn keyword(word: &str) -> Paragraph {
    Paragraph::new().style(style::KEYWORD).add_run(Run::new().add_text(word))
}

/// Who is acquainted with it.
pub fn acquainted() -> Vec<Flow> {
    vec![
        requisite("С приказом ознакомлены:").below(24).with_next().into(),
        requisite("_______________ {{инициалы_фамилия реквизиты.исполнитель}}   «____» ___________ 20___ г.")
            .below(9)
            .into(),
    ]
}
