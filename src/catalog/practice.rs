//! What the note on practice sees: totals of the sheet «Практика», the rates of each of its rows, and how the rates go together.

use super::values::Values;
use crate::analysis::correlation::{self, Estimate, FEW};
use crate::model::schema::SheetKind;
use crate::model::table::{Cell, Row, Table};
use crate::model::{Model, key};
use crate::russian::number;
use crate::value::{Data, Field, Kind, Leaf, List, Record, Schema, Shape, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The longest bar, in signs.
const BAR: f64 = 5.0;
/// From this p on a connection is not taken for one.
const LEVEL: f64 = 0.05;

/// A row's numbers.
struct Base {
    names: [String; 3],
    places: Option<f64>,
    students: Option<f64>,
    mentors: Option<f64>,
    graduates: Option<f64>,
    hired: Option<f64>,
}

impl Base {
    fn read(table: &Table, row: &Row) -> Self {
        let number = |heading| match table.cell(row, heading) {
            Cell::Number(number) => Some(*number),
            _ => None,
        };
        Self {
            names: ["Предприятие", "ПОО", "Профессия"].map(|heading| table.cell(row, heading).printed()),
            places: number("Мест"),
            students: number("Студентов"),
            mentors: number("Наставников"),
            graduates: number("Выпускников"),
            hired: number("Трудоустроено"),
        }
    }

    /// Students to places, mentors to students, hired to graduates.
    fn rates(&self) -> [Option<f64>; 3] {
        let rate = |part: Option<f64>, whole: Option<f64>| {
            part.zip(whole).filter(|(_, whole)| *whole > 0.0).map(|(part, whole)| part / whole)
        };
        [
            rate(self.students, self.places),
            rate(self.mentors, self.students),
            rate(self.hired, self.graduates),
        ]
    }
}

/// The root `корреляция`.
#[expect(clippy::too_many_lines, reason = "a table of fields, one a line")]
pub fn root(values: &mut Values, model: &Model) -> (Field, Value) {
    let text = |name, heading| Field::computed(name, heading, Shape::Leaf(Kind::Text));
    let count = |name, heading| Field::computed(name, heading, Shape::Leaf(Kind::Number));
    let row = values.tree.add_schema(Schema {
        name: "строки_практики".into(),
        fields: vec![
            text("предприятие", "предприятие"),
            text("поо", "колледж"),
            text("профессия", "профессия"),
            text("практика", "студентов к числу мест"),
            text("наставничество", "наставников на десять студентов"),
            text("трудоустройство", "трудоустроено к числу выпускников"),
            text("полоса", "доля трудоустроенных полосой"),
        ],
        subject: Some(0),
    });
    let link = values.tree.add_schema(Schema {
        name: "связи".into(),
        fields: vec![
            text("показатели", "какие показатели сопоставлены"),
            count("пар", "сколько пар значений"),
            text("пирсон", "коэффициент Пирсона"),
            text("пирсон_p", "его p"),
            text("спирмен", "коэффициент Спирмена"),
            text("спирмен_p", "его p"),
            text("вывод", "что это значит"),
        ],
        subject: Some(0),
    });
    let pair = values.tree.add_schema(Schema {
        name: "точки".into(),
        fields: vec![
            text("предприятие", "предприятие"),
            text("поо", "колледж"),
            text("профессия", "профессия"),
            count("часть", "студентов или наставников"),
            count("целое", "мест или студентов"),
            count("трудоустроено", "трудоустроено"),
            count("выпускников", "выпускников"),
        ],
        subject: Some(0),
    });
    let whole = values.tree.add_schema(Schema {
        name: "корреляция".into(),
        fields: vec![
            count("баз", "строк листа «Практика»"),
            count("предприятий", "предприятий"),
            count("колледжей", "колледжей"),
            count("мест", "мест"),
            count("студентов", "студентов"),
            count("наставников", "наставников"),
            count("выпускников", "выпускников"),
            count("трудоустроено", "трудоустроено"),
            text("заполненность", "студентов к числу мест"),
            text("трудоустройство", "трудоустроено к числу выпускников"),
            Field::computed("мало_данных", "строк меньше, чем нужно для вывода", Shape::Leaf(Kind::Flag)),
            Field::computed("строки", "показатели каждой базы", Shape::Records(row)),
            Field::computed("связи", "как показатели связаны", Shape::Records(link)),
            Field::computed("места_и_работа", "базы, где известны обе доли", Shape::Records(pair)),
            Field::computed("наставники_и_работа", "базы, где известны оба показателя", Shape::Records(pair)),
        ],
        subject: Some(0),
    });
    let tables = model.tables.iter().filter(|table| table.kind == SheetKind::Practice);
    let bases: Vec<Base> =
        tables.flat_map(|table| table.rows.iter().map(|row| Base::read(table, row))).collect();
    let record = |schema, values| Value::Record(Arc::new(Record { schema, values }));
    let rows = bases.iter().map(|base| {
        let [practice, mentoring, hiring] = base.rates();
        let [enterprise, college, trade] = &base.names;
        let bar = hiring.map(|share| "█".repeat((share.clamp(0.0, 1.0) * BAR).round() as usize));
        record(
            row,
            vec![
                text_of(enterprise),
                text_of(college),
                text_of(trade),
                text_of(&practice.map(percent).unwrap_or_default()),
                text_of(&mentoring.map(|rate| decimal(rate * 10.0, 1)).unwrap_or_default()),
                text_of(&hiring.map(percent).unwrap_or_default()),
                text_of(&bar.unwrap_or_default()),
            ],
        )
    });
    let rows: List = rows.collect();
    let points = |at: usize| {
        let points = bases.iter().filter_map(|base| {
            let rates = base.rates();
            rates[at].zip(rates[2])?;
            let parts = if at == 0 { [base.students, base.places] } else { [base.mentors, base.students] };
            let counts = parts.into_iter().chain([base.hired, base.graduates]).flatten().map(number_of);
            Some(record(pair, base.names.iter().map(|name| text_of(name)).chain(counts).collect()))
        });
        Value::List(points.collect())
    };
    let names =
        ["заполненность мест практики", "наставников на студента", "доля трудоустроенных выпускников"];
    let links = [(0, 2), (1, 2), (0, 1)].map(|(one, other)| {
        let pairs: Vec<(f64, f64)> = bases
            .iter()
            .filter_map(|base| {
                let rates = base.rates();
                rates[one].zip(rates[other])
            })
            .collect();
        let (pearson, spearman) = (correlation::pearson(&pairs), correlation::spearman(&pairs));
        let printed = |estimate: Option<Estimate>| {
            let text = |value: Option<String>| text_of(&value.unwrap_or_default());
            [
                text(estimate.map(|estimate| decimal(estimate.coefficient, 2))),
                text(estimate.map(|estimate| probability(estimate.p))),
            ]
        };
        let ([linear, linear_p], [ranked, ranked_p]) = (printed(pearson), printed(spearman));
        let said = format!("{} – {}", names[one], names[other]);
        let values = vec![
            text_of(&said),
            number_of(pairs.len() as f64),
            linear,
            linear_p,
            ranked,
            ranked_p,
            text_of(&conclusion(spearman, pairs.len())),
        ];
        record(link, values)
    });
    let different = |at: usize| {
        bases.iter().map(|base| key::fold(&base.names[at])).collect::<BTreeSet<String>>().len() as f64
    };
    let sum = |of: fn(&Base) -> Option<f64>| bases.iter().filter_map(of).sum::<f64>();
    let (places, students) = (sum(|base| base.places), sum(|base| base.students));
    let (graduates, hired) = (sum(|base| base.graduates), sum(|base| base.hired));
    let share = |part: f64, whole: f64| if whole > 0.0 { percent(part / whole) } else { String::new() };
    let values = vec![
        number_of(bases.len() as f64),
        number_of(different(0)),
        number_of(different(1)),
        number_of(places),
        number_of(students),
        number_of(sum(|base| base.mentors)),
        number_of(graduates),
        number_of(hired),
        text_of(&share(students, places)),
        text_of(&share(hired, graduates)),
        Value::Leaf(Leaf::new(Data::Flag(bases.len() < FEW))),
        Value::List(rows),
        Value::List(links.into_iter().collect()),
        points(0),
        points(1),
    ];
    let field =
        Field::computed("корреляция", "практика, наставничество и трудоустройство", Shape::Record(whole));
    (field, record(whole, values))
}

/// What a coefficient says; of fewer pairs than [`FEW`] only for the time being.
fn conclusion(estimate: Option<Estimate>, count: usize) -> String {
    let said = match estimate {
        None => return "данных не хватает".to_owned(),
        Some(estimate) if estimate.p >= LEVEL => "статистически значимой связи не выявлено",
        Some(estimate) => match (estimate.coefficient > 0.0, estimate.coefficient.abs()) {
            (true, strength) if strength >= 0.7 => "прямая сильная связь",
            (true, strength) if strength >= 0.3 => "прямая умеренная связь",
            (true, _) => "прямая слабая связь",
            (false, strength) if strength >= 0.7 => "обратная сильная связь",
            (false, strength) if strength >= 0.3 => "обратная умеренная связь",
            (false, _) => "обратная слабая связь",
        },
    };
    if count < FEW { format!("{said} (предварительно)") } else { said.to_owned() }
}

fn percent(share: f64) -> String {
    number::percent((share * 1000.0).round() as u64, 1000)
}

fn probability(p: f64) -> String {
    if p < 0.001 { "< 0,001".to_owned() } else { decimal(p, 3) }
}

fn decimal(value: f64, places: usize) -> String {
    format!("{value:.places$}").replace('.', ",").replace('-', "−")
}

fn text_of(text: &str) -> Value {
    Value::Leaf(if text.is_empty() { Leaf::empty(Kind::Text, None) } else { Leaf::text(text) })
}

fn number_of(number: f64) -> Value {
    Value::Leaf(Leaf::new(Data::Number(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conclusion_of_few_pairs_is_for_the_time_being() {
        let of = |coefficient, p, count| conclusion(Some(Estimate { coefficient, p }), count);
        assert_eq!(of(0.75, 0.01, 30), "прямая сильная связь");
        assert_eq!(of(-0.4, 0.01, 30), "обратная умеренная связь");
        assert_eq!(of(0.75, 0.05, 30), "статистически значимой связи не выявлено");
        assert_eq!(of(0.75, 0.01, 19), "прямая сильная связь (предварительно)");
        assert_eq!(conclusion(None, 2), "данных не хватает");
    }
}
