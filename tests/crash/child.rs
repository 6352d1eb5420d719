//! The program as a process of its own.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

/// How long anything may take here before the test fails.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// A running `stoep`. Dropping it kills it.
pub struct Child {
    process: std::process::Child,
    log: PathBuf,
}

/// `stoep` with these words, and nothing of this environment that could matter to it.
pub fn stoep(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stoep"));
    command.args(words);
    bare(&mut command);
    command
}

/// Takes what could matter out of the environment.
pub fn bare(command: &mut Command) {
    for name in ["TELOXIDE_TOKEN", "TELOXIDE_API_URL", "FAILPOINTS"] {
        command.env_remove(name);
    }
}

impl Child {
    /// Starts it; its log goes to this file, behind what is there.
    pub fn spawn(mut command: Command, log: &Path) -> Child {
        let file = File::options().create(true).append(true).open(log).unwrap();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file);
        Child { process: command.spawn().unwrap(), log: log.to_owned() }
    }

    /// SIGKILL: it has no say in this.
    pub fn kill(&mut self) {
        // It may be dead already.
        let _ = self.process.kill();
        self.process.wait().unwrap();
    }

    /// SIGTERM: as systemd asks it to stop.
    pub fn terminate(&self) {
        let pid = self.process.id().to_string();
        assert!(Command::new("sh").args(["-c", "kill -TERM $0", &pid]).status().unwrap().success());
    }

    /// Has it ended?
    pub fn has_ended(&mut self) -> bool {
        self.process.try_wait().unwrap().is_some()
    }

    /// Waits for its end.
    pub async fn ended(&mut self) -> ExitStatus {
        tokio::time::timeout(DEADLINE, async {
            loop {
                if let Some(status) = self.process.try_wait().unwrap() {
                    return status;
                }
                // A process of its own tells nobody of its end: it is asked again, and nothing depends on how often.
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
        .await
        .unwrap_or_else(|_| panic!("it does not end:\n{}", self.log()))
    }

    /// Everything that went to this log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
