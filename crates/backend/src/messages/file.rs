//! A gateway that appends each message to a file, as one line of JSON. A program of the operator can read the file and
//! send the messages.

use std::path::PathBuf;

use serde_json::json;
use tokio::sync::Mutex;

use super::gateway::{Delivering, Gateway, TextMessage};
use crate::refusal::Refusal;
use crate::store::line_file;

/// A gateway that appends messages to a file. Only the owner of the file can read it.
pub struct FileGateway {
    file: PathBuf,
    writing: Mutex<()>,
}

impl FileGateway {
    /// Creates a gateway that writes to this file. The file is created with the first message.
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
            let line = json!({
                "phone": message.phone, "text": message.text, "sent_at": message.sent_at
            });
            let file = self.file.clone();
            let _one_at_a_time = self.writing.lock().await;
            let append = move || line_file::append_line(&file, line.to_string().as_bytes());
            let appended = tokio::task::spawn_blocking(append).await;
            appended.map_err(Refusal::internal)?.map_err(Refusal::from)
        })
    }
}
