//! The built-in engine's side in our own process: a child kept from document to document, ended when it is late.

use super::serve::{DONE, LONGEST, REFUSED};
use super::{PdfError, SUB_COMMAND};
use crate::limited_child;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// The least time that a document is given; a letter takes a fiftieth of a second.
const TIME: Duration = Duration::from_secs(30);
/// Time beyond that for each megabyte of a document: a print file of a thousand letters has about one.
const TIME_PER_MEGABYTE: Duration = Duration::from_mins(1);
/// The most memory that a child may ask for, in kilobytes.
const MEMORY_KB: u32 = 4_000_000;

/// Converts documents one after another in a child of its own.
#[derive(Debug)]
pub struct Converter {
    program: PathBuf,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    child: Child,
    input: ChildStdin,
    answers: Receiver<std::io::Result<(u8, Vec<u8>)>>,
}

impl Converter {
    /// A converter that runs `program`, which is this program itself.
    pub fn new(program: &Path) -> Self {
        Self { program: program.to_owned(), running: None }
    }

    /// The document as PDF.
    pub fn convert(&mut self, document: &[u8]) -> Result<Vec<u8>, PdfError> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Running::start(&self.program).map_err(|error| PdfError::NotStarted(error.to_string()))?,
        };
        // A child that dies early closes its end: the lack of an answer says what happened.
        let _ = running.ask(document);
        let time = TIME + TIME_PER_MEGABYTE * (document.len() >> 20) as u32;
        match running.answers.recv_timeout(time) {
            Ok(Ok((DONE, pdf))) => {
                self.running = Some(running);
                Ok(pdf)
            }
            Ok(Ok((REFUSED, reason))) => {
                self.running = Some(running);
                Err(PdfError::Refused(String::from_utf8_lossy(&reason).into_owned()))
            }
            Ok(_) | Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => Err(PdfError::Crashed),
            Err(std::sync::mpsc::RecvTimeoutError::Timeout) => Err(PdfError::TimedOut),
        }
    }
}

impl Running {
    fn start(program: &Path) -> std::io::Result<Self> {
        let mut command = limited_child::command(program, SUB_COMMAND, MEMORY_KB);
        // The converter would keep a list of the system's fonts in the user's folder: nothing is written but documents.
        command.env("DOCXIDE_NO_FONT_CACHE", "1").env_remove("DOCXIDE_FONTS");
        let mut child = command.spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        };
        let (sender, answers) = channel();
        thread::spawn(move || listen(output, |answer| sender.send(answer).is_ok()));
        Ok(Self { child, input, answers })
    }

    fn ask(&mut self, document: &[u8]) -> std::io::Result<()> {
        self.input.write_all(&(document.len() as u32).to_le_bytes())?;
        self.input.write_all(document)?;
        self.input.flush()
    }
}

/// Hands on each answer until the child ends.
fn listen(mut output: ChildStdout, mut hand_on: impl FnMut(std::io::Result<(u8, Vec<u8>)>) -> bool) {
    let mut answer = || {
        let mut head = [0; 5];
        output.read_exact(&mut head)?;
        let [status, length @ ..] = head;
        let length = u32::from_le_bytes(length);
        if length > LONGEST {
            return Err(std::io::ErrorKind::InvalidData.into());
        }
        let mut bytes = vec![0; length as usize];
        output.read_exact(&mut bytes)?;
        Ok((status, bytes))
    };
    loop {
        let answer = answer();
        let is_last = answer.is_err();
        if !hand_on(answer) || is_last {
            return;
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
