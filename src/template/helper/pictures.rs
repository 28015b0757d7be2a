//! Pictures in the place of a drawing: the helpers' names for the list; `drawing.rs` does the work, and no other place may use them.

use super::Helper;
use crate::template::fault::Fault;

pub(super) const HELPERS: &[Helper] = &[
    Helper {
        name: "картинка",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{картинка фото}}",
        gives: "в замещающем тексте рисунка: рисунок из файла PNG или JPEG, путь от папки с таблицами",
        run: |_| Err(Fault::Kind),
    },
    Helper {
        name: "qr",
        aliases: &["qr_код"],
        least: 1,
        most: 1,
        usage: "{{qr ссылка}}",
        gives: "в замещающем тексте рисунка: QR-код с этим текстом",
        run: |_| Err(Fault::Kind),
    },
];
