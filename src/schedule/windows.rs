//! A task of the Windows Task Scheduler as XML (MS-TSCH, Task Scheduler Schema 1.2), for `schtasks /Create /XML`.

use super::{HOUR, Job, ScheduleError};

/// The text of the task: once a day, later where the machine was off then, never twice at once, without elevated rights.
///
/// It names no encoding: redirected by PowerShell it becomes UTF-16, by cmd it stays UTF-8, and the scheduler tells either by itself.
pub fn task(job: &Job) -> Result<String, ScheduleError> {
    for path in [&job.program, &job.workspace] {
        // «%TEMP%» would become a folder; the scheduler knows no way to write a percent sign.
        if path.matches('%').count() > 1 {
            return Err(ScheduleError::Variable(path.into()));
        }
    }
    let (name, program) = (job.name(), escaped(&job.program));
    let arguments = escaped(&format!("-C {} generate --due", quoted(&job.workspace)));
    Ok(format!(
        r#"<?xml version="1.0"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>pisar: documents that are due</Description>
    <URI>\{name}</URI>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2022-09-01T{HOUR:02}:00:00</StartBoundary>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"#
    ))
}

/// An argument in quotes, as programs of Windows take their command line apart: backslashes before a quote are doubled.
fn quoted(text: &str) -> String {
    let trailing = text.chars().rev().take_while(|c| *c == '\\').count();
    format!("\"{text}{}\"", "\\".repeat(trailing))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use quick_xml::events::Event;
    use std::path::Path;

    /// The text of the first element of that name.
    fn element(xml: &str, name: &str) -> String {
        let mut reader = quick_xml::Reader::from_str(xml);
        let (mut inside, mut found) = (false, String::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) if start.name().as_ref() == name => inside = true,
                Event::End(_) if inside => return found,
                Event::Text(text) if inside => found.push_str(&text),
                Event::GeneralRef(reference) if inside => {
                    found.push(match &*reference {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        other => panic!("{other:?}"),
                    });
                }
                Event::Eof => panic!("no {name}"),
                _ => {}
            }
        }
    }

    fn job(workspace: &str) -> Job {
        Job::new(Path::new("C:\\Program Files\\pisar.exe"), Path::new(workspace)).unwrap()
    }

    #[test]
    fn the_task_runs_what_is_due() {
        let xml = task(&job("D:\\Кластер & К\\")).unwrap();
        assert_eq!(element(&xml, "Command"), "C:\\Program Files\\pisar.exe");
        assert_eq!(element(&xml, "Arguments"), "-C \"D:\\Кластер & К\\\\\" generate --due");
        assert_eq!(element(&xml, "StartBoundary"), "2022-09-01T08:00:00");
        assert_eq!(element(&xml, "URI"), format!("\\{}", job("D:\\Кластер & К\\").name()));
    }

    #[test]
    fn a_path_with_a_variable_in_it_is_refused() {
        let path = "D:\\%TEMP%";
        assert_eq!(task(&job(path)), Err(ScheduleError::Variable(path.into())));
        assert!(task(&job("D:\\50%")).is_ok());
    }
}
