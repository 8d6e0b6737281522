//! The state machine of one upload.
//!
//! Every event is handled in every state. Bytes are sent only from the offset that the server reported last.

/// The size of a chunk in bytes. On a slow connection, the server confirms a chunk of this size within a minute. If a
/// proxy buffers whole request bodies, a lost connection costs at most one chunk.
pub const CHUNK_BYTES: u64 = 256 * 1024;

/// Seconds to wait before the first retry, the second retry and so on. All further retries use the last number.
pub const RETRY_SECONDS: [u32; 7] = [0, 1, 3, 5, 10, 20, 30];

/// The outcome of an action, or a change of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadEvent {
    /// The server created the upload, or had already created it.
    Created {
        /// The number of bytes that the server holds.
        offset: u64,
    },
    /// The server accepted a chunk.
    ChunkAccepted {
        /// The number of bytes that the server holds.
        offset: u64,
    },
    /// The server reported its offset of the upload.
    OffsetReported {
        /// The number of bytes that the server holds.
        offset: u64,
    },
    /// The request failed.
    Failed(UploadFailure),
    /// The time of [`UploadAction::WaitSeconds`] has passed.
    WaitEnded,
    /// The browser is online again, or the page is shown again.
    WentOnline,
    /// The browser has gone offline.
    WentOffline,
}

/// How a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadFailure {
    /// There was no usable response: no connection, a reset, a timeout, or an error page of a proxy.
    NoResponse,
    /// The response had this HTTP status.
    Status(u16),
}

/// What the caller must do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadAction {
    /// Create the upload (POST).
    Create,
    /// Ask the server for its offset (HEAD).
    QueryOffset,
    /// Send the bytes `from..to` (PATCH).
    SendChunk {
        /// Position of the first byte to send.
        from: u64,
        /// Position after the last byte to send.
        to: u64,
    },
    /// Report [`UploadEvent::WaitEnded`] after this many seconds.
    WaitSeconds(u32),
    /// Wait for the connection, then report [`UploadEvent::WentOnline`].
    WaitForConnection,
    /// Do nothing: the event has no effect.
    DoNothing,
    /// Stop: retrying would not help.
    GiveUp(GiveUpReason),
    /// Stop: the server holds every byte of the file.
    Done,
}

/// Why an upload can't continue without the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveUpReason {
    /// The session has expired. The upload can continue after the citizen signs in.
    SignedOut,
    /// The draft doesn't exist any more, or belongs to another account.
    NotFound,
    /// The file is larger than the server accepts.
    TooLarge,
    /// The server refuses the file with this HTTP status, because of its kind, its name, or the number of files.
    Refused(u16),
    /// The server reports an offset that is larger than the file.
    Inconsistent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UploadState {
    /// The upload is being created.
    Creating,
    /// The offset is being queried.
    QueryingOffset,
    /// A chunk is being sent.
    SendingChunk,
    /// The machine waits for time to pass, or for the connection.
    Waiting,
    /// The upload is finished or was given up.
    Ended,
}

/// The state machine of one upload. Pass every event to [`handle`](Self::handle) and carry out the returned action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadMachine {
    /// The size of the whole file in bytes.
    size: u64,
    /// The offset that the server reported last.
    offset: u64,
    /// Whether the upload exists on the server.
    is_created: bool,
    is_online: bool,
    state: UploadState,
    /// The number of failures since the server last confirmed new bytes.
    failures: usize,
    /// Whether the upload expired and was created again since the server last confirmed new bytes.
    is_recreated: bool,
}

impl UploadMachine {
    /// Creates the machine for a new upload of `size` bytes. Call [`start`](Self::start) first.
    pub fn new(size: u64) -> UploadMachine {
        UploadMachine {
            size,
            offset: 0,
            is_created: false,
            is_online: true,
            state: UploadState::Waiting,
            failures: 0,
            is_recreated: false,
        }
    }

    /// Creates the machine for an upload that already exists on the server, from an earlier visit or session.
    pub fn resume(size: u64) -> UploadMachine {
        UploadMachine {
            is_created: true,
            ..UploadMachine::new(size)
        }
    }

    /// The first action of the upload.
    pub fn start(&mut self) -> UploadAction {
        self.create_or_query()
    }

    /// The number of bytes that the server has confirmed.
    pub fn confirmed_bytes(&self) -> u64 {
        self.offset
    }

    /// Handles an event and returns the next action.
    pub fn handle(&mut self, event: UploadEvent) -> UploadAction {
        if self.state == UploadState::Ended {
            return UploadAction::DoNothing;
        }
        match event {
            UploadEvent::WentOffline => self.go_offline(),
            UploadEvent::WentOnline => self.go_online(),
            UploadEvent::WaitEnded if self.state == UploadState::Waiting && self.is_online => {
                self.create_or_query()
            }
            UploadEvent::WaitEnded => UploadAction::DoNothing,
            UploadEvent::Created { offset } if self.state == UploadState::Creating => {
                self.is_created = true;
                self.send_from(offset)
            }
            UploadEvent::OffsetReported { offset } if self.state == UploadState::QueryingOffset => {
                self.send_from(offset)
            }
            UploadEvent::ChunkAccepted { offset } if self.state == UploadState::SendingChunk => {
                if offset > self.offset {
                    self.send_from(offset)
                } else {
                    self.retry()
                }
            }
            // A late response to an earlier request: the machine no longer waits for it.
            UploadEvent::Created { .. }
            | UploadEvent::OffsetReported { .. }
            | UploadEvent::ChunkAccepted { .. } => UploadAction::DoNothing,
            UploadEvent::Failed(failure) if self.state != UploadState::Waiting => {
                self.handle_failure(failure)
            }
            UploadEvent::Failed(_) => UploadAction::DoNothing,
        }
    }

    fn send_from(&mut self, offset: u64) -> UploadAction {
        if offset > self.size {
            return self.give_up(GiveUpReason::Inconsistent);
        }
        if offset > self.offset {
            self.failures = 0;
            self.is_recreated = false;
        }
        self.offset = offset;
        if offset == self.size {
            self.state = UploadState::Ended;
            return UploadAction::Done;
        }
        self.state = UploadState::SendingChunk;
        let to = offset.saturating_add(CHUNK_BYTES).min(self.size);
        UploadAction::SendChunk { from: offset, to }
    }

    fn handle_failure(&mut self, failure: UploadFailure) -> UploadAction {
        match failure {
            // Later, 409 means a wrong offset. While the upload is being created there is no offset yet, so 409 means
            // that another file already uses this file id.
            UploadFailure::Status(409) if self.state == UploadState::Creating => {
                self.give_up(GiveUpReason::Refused(409))
            }
            UploadFailure::NoResponse
            | UploadFailure::Status(408 | 409 | 423 | 425 | 429 | 460) => self.retry(),
            UploadFailure::Status(401) => self.give_up(GiveUpReason::SignedOut),
            // The upload expired, so create it once more. If it disappears again before any byte arrives, the draft is
            // gone.
            UploadFailure::Status(404 | 410) if self.is_created && !self.is_recreated => {
                self.is_created = false;
                self.is_recreated = true;
                self.offset = 0;
                self.create_or_query()
            }
            UploadFailure::Status(404 | 410) => self.give_up(GiveUpReason::NotFound),
            UploadFailure::Status(413) => self.give_up(GiveUpReason::TooLarge),
            UploadFailure::Status(status @ 400..=499) => {
                self.give_up(GiveUpReason::Refused(status))
            }
            // The server is down, or the response comes from a proxy in front of it.
            UploadFailure::Status(_) => self.retry(),
        }
    }

    fn retry(&mut self) -> UploadAction {
        let last = RETRY_SECONDS.len() - 1;
        let seconds = RETRY_SECONDS
            .get(self.failures.min(last))
            .copied()
            .unwrap_or(30);
        self.failures = self.failures.saturating_add(1);
        self.state = UploadState::Waiting;
        if self.is_online {
            UploadAction::WaitSeconds(seconds)
        } else {
            UploadAction::WaitForConnection
        }
    }

    fn go_offline(&mut self) -> UploadAction {
        self.is_online = false;
        // A request that is being sent may still succeed, so it continues.
        if self.state == UploadState::Waiting {
            UploadAction::WaitForConnection
        } else {
            UploadAction::DoNothing
        }
    }

    fn go_online(&mut self) -> UploadAction {
        self.is_online = true;
        if self.state == UploadState::Waiting {
            self.failures = 0;
            self.create_or_query()
        } else {
            UploadAction::DoNothing
        }
    }

    fn create_or_query(&mut self) -> UploadAction {
        if self.is_created {
            self.state = UploadState::QueryingOffset;
            UploadAction::QueryOffset
        } else {
            self.state = UploadState::Creating;
            UploadAction::Create
        }
    }

    fn give_up(&mut self, reason: GiveUpReason) -> UploadAction {
        self.state = UploadState::Ended;
        UploadAction::GiveUp(reason)
    }
}
