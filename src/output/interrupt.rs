//! Interrupts: SIGINT, SIGTERM and SIGHUP raise a flag that the run looks at between documents.

use super::error::PublishError;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A flag that a signal raises; its copies share it.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<AtomicUsize>);

impl Interrupt {
    /// A flag that the process's signals raise from now on.
    pub fn listen() -> std::io::Result<Self> {
        use signal_hook::consts::{SIGINT, SIGTERM};
        let interrupt = Self::default();
        #[cfg(unix)]
        let signals = [SIGINT, SIGTERM, signal_hook::consts::SIGHUP];
        #[cfg(not(unix))]
        let signals = [SIGINT, SIGTERM];
        for signal in signals {
            signal_hook::flag::register_usize(signal, Arc::clone(&interrupt.0), signal as usize)?;
        }
        // A file over the user's size limit must fail as a write, not end the process.
        #[cfg(target_os = "linux")]
        signal_hook::flag::register_usize(signal_hook::consts::SIGXFSZ, Arc::default(), 0)?;
        Ok(interrupt)
    }

    /// Raises the flag as the signal would.
    pub fn raise(&self, signal: u8) {
        self.0.store(signal.into(), Ordering::SeqCst);
    }

    /// The signal that came, if any.
    pub fn signal(&self) -> Option<u8> {
        u8::try_from(self.0.load(Ordering::SeqCst)).ok().filter(|signal| *signal != 0)
    }

    /// An error once a signal has come.
    pub(super) fn check(&self, ready: usize, total: usize) -> Result<(), PublishError> {
        match self.signal() {
            Some(signal) => Err(PublishError::Interrupted { signal, ready, total }),
            None => Ok(()),
        }
    }
}
