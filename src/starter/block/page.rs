//! Page set-up by ГОСТ Р 7.0.97: paper, margins, the number at the top from the second page on, the frame of an award.

use docx_rs::{PageNum, Paragraph};

use crate::starter::measure::mm;
use crate::starter::xml::Element;

/// The colour of the frame and of the title of an award, RRGGBB.
pub const AWARD_COLOUR: &str = "1F3864";

/// Which pages bear a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageNumber {
    /// None: what is always one page, what hangs on a wall.
    None,
    /// All but the first one: where the document begins.
    FromSecond,
    /// All: its later sections.
    All,
}

/// One page set-up; millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Whether the long side lies.
    pub landscape: bool,
    /// Whether it is A3: what hangs on a wall.
    pub large: bool,
    /// Top, right, bottom, left.
    pub margins: [u32; 4],
    /// From the paper's lower edge to what stands at the foot.
    pub foot: u32,
    /// Which pages bear a number.
    pub number: PageNumber,
    /// Whether a double frame stands 10 mm from the edge.
    pub framed: bool,
    /// Paper that is no A4: its size and margins stand in place of the others.
    pub exact: Option<Exact>,
}

/// Paper of its own size, in twentieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    /// Width, height.
    pub size: [u32; 2],
    /// Top, right, bottom, left.
    pub margins: [u32; 4],
}

impl Page {
    /// A letter or an order: margins 20, 10, 20, 20 (left 20), the least the standard allows.
    pub const fn portrait() -> Self {
        Self {
            landscape: false,
            large: false,
            margins: [20, 10, 20, 20],
            foot: 10,
            number: PageNumber::FromSecond,
            framed: false,
            exact: None,
        }
    }

    /// What is kept longer than ten years: the left margin is 30.
    pub const fn permanent() -> Self {
        Self { margins: [20, 10, 20, 30], ..Self::portrait() }
    }

    /// Wide tables.
    pub const fn landscape() -> Self {
        Self { landscape: true, ..Self::portrait() }
    }

    /// An award on the wall: margins 25, a frame, no number.
    pub const fn award() -> Self {
        Self {
            margins: [25, 25, 25, 25],
            foot: 22,
            number: PageNumber::None,
            framed: true,
            ..Self::portrait()
        }
    }

    /// A sheet of A3 on the wall, its long side lying: margins 12, no number.
    pub const fn wall() -> Self {
        Self {
            landscape: true,
            large: true,
            margins: [12, 12, 12, 12],
            foot: 8,
            number: PageNumber::None,
            ..Self::portrait()
        }
    }

    /// Paper of its own size, without numbers.
    pub const fn exact(exact: Exact) -> Self {
        Self { number: PageNumber::None, exact: Some(exact), ..Self::portrait() }
    }

    /// The same as a later section: all of its pages bear a number.
    #[must_use]
    pub const fn continued(mut self) -> Self {
        self.number = PageNumber::All;
        self
    }

    /// The same without numbers, for what is always one page.
    #[must_use]
    pub const fn unnumbered(mut self) -> Self {
        self.number = PageNumber::None;
        self
    }

    /// The width between the margins.
    pub const fn text_width(&self) -> u32 {
        let [_, right, _, left] = self.margins;
        self.size()[0] - left - right
    }

    /// The paper's width and height.
    const fn size(&self) -> [u32; 2] {
        let [short, long] = if self.large { [297, 420] } else { [210, 297] };
        if self.landscape { [long, short] } else { [short, long] }
    }

    /// `w:sectPr`, its children in the schema's order.
    pub fn properties(&self, foot: bool) -> Element {
        let mut section = Element::new("w:sectPr");
        if self.number != PageNumber::None {
            let header =
                Element::new("w:headerReference").with("w:type", "default").with("r:id", "rIdHeader");
            section = section.child(header);
        }
        if foot {
            let footer =
                Element::new("w:footerReference").with("w:type", "default").with("r:id", "rIdFooter");
            section = section.child(footer);
        }
        let [width, height] = self.exact.map_or(self.size().map(mm), |exact| exact.size);
        let mut size = Element::new("w:pgSz").with("w:w", width).with("w:h", height);
        // A printer takes paper that is broader than high for turned where it is told so.
        if width > height {
            size = size.with("w:orient", "landscape");
        }
        let [top, right, bottom, left] = self.exact.map_or(self.margins.map(mm), |exact| exact.margins);
        let margins = Element::new("w:pgMar")
            .with("w:top", top)
            .with("w:right", right)
            .with("w:bottom", bottom)
            .with("w:left", left)
            .with("w:header", mm(10))
            .with("w:footer", mm(self.foot))
            .with("w:gutter", 0);
        section = section.child(Element::new("w:type").with("w:val", "nextPage")).child(size).child(margins);
        if self.framed {
            section = section.child(frame());
        }
        section = section.child(Element::new("w:cols").with("w:space", 708));
        if self.number == PageNumber::FromSecond {
            section = section.child(Element::new("w:titlePg"));
        }
        section
    }
}

/// Double line, thick outside and thin inside, 28 pt (10 mm) from the paper's edge.
fn frame() -> Element {
    ["top", "left", "bottom", "right"].iter().fold(
        Element::new("w:pgBorders").with("w:offsetFrom", "page"),
        |borders, side| {
            // The names read from left to right and from top to bottom: the thick line stands outside on every side.
            let style =
                if matches!(*side, "top" | "left") { "thinThickSmallGap" } else { "thickThinSmallGap" };
            borders.child(
                Element::new(&format!("w:{side}"))
                    .with("w:val", style)
                    .with("w:sz", 24)
                    .with("w:space", 28)
                    .with("w:color", AWARD_COLOUR),
            )
        },
    )
}

/// The header's paragraph: the page's number and nothing else, centred.
pub fn page_number() -> Paragraph {
    Paragraph::new().style("Header").add_page_num(PageNum::new())
}
