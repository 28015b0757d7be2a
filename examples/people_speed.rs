//! Measures how many names a second are read and put into all six cases on one core: `cargo run --release --example people_speed`.

use std::hint::black_box;
use std::time::Instant;

use pisar::russian::PersonName;

#[expect(clippy::print_stdout, reason = "the figure is what it is for")]
fn main() {
    let names: Vec<&str> = include_str!("../tests/data/russian/people.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next())
        .collect();
    let rounds = 200;
    black_box(PersonName::read("Иванов Иван Иванович").decline_all(None));
    let before = on_processor();
    let start = Instant::now();
    for _ in 0..rounds {
        for name in &names {
            black_box(PersonName::read(black_box(name)).decline_all(None));
        }
    }
    let wall = start.elapsed().as_secs_f64();
    // On a busy machine the wall clock measures the neighbours.
    let seconds = on_processor().zip(before).map_or(wall, |(now, then)| now - then);
    println!("{:.0} names a second, all cases each", (names.len() * rounds) as f64 / seconds);
}

/// Seconds that this process has been on a processor, where the system tells (Linux).
fn on_processor() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}
