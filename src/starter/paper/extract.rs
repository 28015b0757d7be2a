//! The extract from a council's minutes for the executor of a decision (lines 3.1, 3.2).

use crate::starter::block::page::Page;
use crate::starter::block::text::{self, Placed, paragraph, requisite, style, tag};
use crate::starter::block::{signature, title};
use crate::starter::document::{Document, Section};

/// Builds it.
pub fn build() -> Document {
    let page = Page::permanent();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(12))
        .put(title::kind("ВЫПИСКА ИЗ ПРОТОКОЛА"))
        .put(title::line("заседания {{кого поручение.совет}}"))
        .put(text::gap(12))
        .put(title::date_and_number(page, "{{дата поручение.заседание}}", "№ ____"))
        .put(title::place())
        .put(text::gap(12))
        .put(requisite("Исполнителю: {{поручение.исполнитель}}"))
        .put(paragraph(style::KEYWORD, "СЛУШАЛИ:").below(12))
        .put(text::text("{{#если поручение.докладчик}}{{поручение.докладчик}} – {{со_строчной поручение.вопрос}}{{иначе}}{{поручение.вопрос}}{{/если}}."))
        .put(paragraph(style::KEYWORD, "РЕШИЛИ:").below(9))
        .put(text::text("{{поручение.решение}}"))
        .put(tag("{{#если поручение.срок}}"))
        .put(text::text("Срок исполнения – {{поручение.срок}}."))
        .put(tag("{{/если}}"))
        .put(requisite("Голосовали: «за» – {{или поручение.за \"____\"}}, «против» – {{или поручение.против \"____\"}}, «воздержались» – {{или поручение.воздержались \"____\"}}.").below(9).with_next())
        .put(requisite("Верно").below(18).with_next())
        .put(text::gap(9).with_next())
        .put(signature::rows(page.text_width(), &[signature::EXECUTOR]))
        .put(requisite("«____» _______________ 20___ г.").below(9));
    Document::new("Выписка из протокола", [section])
}
