//! A gateway that appends each message to a file, as one line of JSON. A program of the operator can read the file and
//! send the messages.

use std::path::PathBuf;

use serde_json::json;
use tokio::fs::OpenOptions;
use tokio::io::AsyncWriteExt;
use tokio::sync::Mutex;

use super::gateway::{Delivering, Gateway, TextMessage};
use crate::store::private_files;

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
            let mut line = json!({
                "phone": message.phone, "text": message.text, "sent_at": message.sent_at
            })
            .to_string();
            line.push('\n');
            let _one_at_a_time = self.writing.lock().await;
            let mut options = private_files::new_file_options();
            options.append(true);
            let mut file = OpenOptions::from(options).open(&self.file).await?;
            file.write_all(line.as_bytes()).await?;
            file.flush().await?;
            Ok(())
        })
    }
}
