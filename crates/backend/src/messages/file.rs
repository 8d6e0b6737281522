//! A gateway that appends each message to a file, one JSON object a line, for an operator's own sender
//! to pick up.

use std::path::PathBuf;

use serde_json::json;
use tokio::fs::OpenOptions;
use tokio::io::AsyncWriteExt;
use tokio::sync::Mutex;

use super::gateway::{Delivering, Gateway, TextMessage};

/// Appends to one file.
pub struct FileGateway {
    file: PathBuf,
    writing: Mutex<()>,
}

impl FileGateway {
    /// Appends to this file, which is created when the first message is sent.
    pub fn new(file: PathBuf) -> FileGateway {
        FileGateway {
            file,
            writing: Mutex::new(()),
        }
    }
}

impl Gateway for FileGateway {
    fn deliver(&self, message: TextMessage) -> Delivering<'_> {
        Box::pin(async move {
            let mut line = json!({
                "phone": message.phone, "text": message.text, "sent_at": message.sent_at
            })
            .to_string();
            line.push('\n');
            let _one_at_a_time = self.writing.lock().await;
            let mut options = OpenOptions::new();
            options.create(true).append(true);
            #[cfg(unix)]
            options.mode(0o600);
            let mut file = options.open(&self.file).await?;
            file.write_all(line.as_bytes()).await?;
            file.flush().await?;
            Ok(())
        })
    }
}
