//! The `pisar` program.
fn main() {}
