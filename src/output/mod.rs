//! Publishing: staged, synced, written down in the register, renamed into place, confirmed.
//!
//! [`Session::open`] takes the workspace and finishes what an interrupted run meant; [`Session::plan`] says what must be rendered;
//! [`Staging::stage`] takes the bytes from any thread; [`Session::publish`] makes them public, all or none.
//! At any instant each path holds its old or its new file, and either is known to the register.

mod error;
mod export;
mod finish;
mod found;
mod held;
mod interrupt;
mod inventory;
mod lock;
mod plan;
mod publish;
mod recovery;
mod removed;
mod repeat;
mod session;
mod staging;
mod verify;

pub use error::PublishError;
pub use export::{write_new, write_over};
pub use held::{Held, Scratch};
pub use interrupt::Interrupt;
pub use lock::Lock;
pub use plan::{Outcome, Planned};
pub use publish::{Published, Report};
pub use removed::removed;
pub use repeat::{remember, repeated};
pub use session::{Places, Session};
pub use staging::{Staged, Staging};
pub use verify::verify;
