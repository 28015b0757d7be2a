//! Interrupts: SIGINT, SIGTERM and SIGHUP end a run that only reads, and raise a flag that a run which writes looks at between documents.

use super::error::PublishError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A flag that a signal raises; its copies share it.
#[derive(Clone, Debug, Default)]
pub struct Interrupt {
    signal: Arc<AtomicUsize>,
    only_reads: Arc<AtomicBool>,
}

impl Interrupt {
    /// A flag that the process's signals raise from now on; until `writes` they end the process, with the same status.
    pub fn listen() -> std::io::Result<Self> {
        use signal_hook::consts::{SIGINT, SIGTERM};
        let interrupt = Self { only_reads: Arc::new(AtomicBool::new(true)), ..Self::default() };
        #[cfg(unix)]
        let signals = [SIGINT, SIGTERM, signal_hook::consts::SIGHUP];
        #[cfg(not(unix))]
        let signals = [SIGINT, SIGTERM];
        for signal in signals {
            let only_reads = Arc::clone(&interrupt.only_reads);
            signal_hook::flag::register_conditional_shutdown(signal, 128 + signal, only_reads)?;
            signal_hook::flag::register_usize(signal, Arc::clone(&interrupt.signal), signal as usize)?;
        }
        // A file over the user's size limit must fail as a write, not end the process.
        #[cfg(target_os = "linux")]
        signal_hook::flag::register_usize(signal_hook::consts::SIGXFSZ, Arc::default(), 0)?;
        Ok(interrupt)
    }

    /// The run is about to write: from now on a signal only raises the flag.
    pub(super) fn writes(&self) {
        self.only_reads.store(false, Ordering::SeqCst);
    }

    /// Raises the flag as the signal would.
    pub fn raise(&self, signal: u8) {
        self.signal.store(signal.into(), Ordering::SeqCst);
    }

    /// The signal that came, if any.
    pub fn signal(&self) -> Option<u8> {
        u8::try_from(self.signal.load(Ordering::SeqCst)).ok().filter(|signal| *signal != 0)
    }

    /// An error once a signal has come.
    pub(super) fn check(&self, ready: usize, total: usize) -> Result<(), PublishError> {
        match self.signal() {
            Some(signal) => Err(PublishError::Interrupted { signal, ready, total }),
            None => Ok(()),
        }
    }
}
