//! The state machine of one upload.
//!
//! Every event is handled in every state. Bytes are only ever sent from the offset that the server reported last.

/// The size of a chunk in bytes: small enough that a slow connection confirms one within a minute, and that a proxy
/// which buffers whole request bodies loses no more than this.
pub const CHUNK_BYTES: u64 = 256 * 1024;

/// Seconds to wait before each retry in turn. The last one is repeated without end.
pub const RETRY_SECONDS: [u32; 7] = [0, 1, 3, 5, 10, 20, 30];

/// The outcome of an action, or a change of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadEvent {
    /// The server created the upload, or had it already.
    Created {
        /// The number of bytes that the server holds.
        offset: u64,
    },
    /// The server accepted a chunk.
    ChunkAccepted {
        /// The number of bytes that the server holds.
        offset: u64,
    },
    /// The server reported its offset.
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
    /// The browser is offline.
    WentOffline,
}

/// How a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadFailure {
    /// No usable response: no connection, a reset, a timeout, or a page of some proxy.
    NoResponse,
    /// A response with this HTTP status.
    Status(u16),
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadAction {
    /// Create the upload (POST).
    Create,
    /// Ask the server for its offset (HEAD).
    QueryOffset,
    /// Send the bytes `from..to` (PATCH).
    SendChunk {
        /// The first byte.
        from: u64,
        /// The byte after the last one.
        to: u64,
    },
    /// Report [`UploadEvent::WaitEnded`] after this many seconds.
    WaitSeconds(u32),
    /// Wait for [`UploadEvent::WentOnline`].
    WaitForConnection,
    /// Nothing: the event changes nothing.
    DoNothing,
    /// Stop: a retry alone would not help.
    GiveUp(GiveUpReason),
    /// Stop: the server holds every byte.
    Done,
}

/// Why an upload can't continue by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveUpReason {
    /// The session has expired. The upload can be resumed after signing in.
    SignedOut,
    /// The draft is gone, or belongs to another account.
    NotFound,
    /// The file is larger than the server accepts.
    TooLarge,
    /// The server refuses the file with this HTTP status: its kind, its name, or one file too many.
    Refused(u16),
    /// The server reports more bytes than the file has.
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
    /// Waiting for time to pass, or for the connection.
    Waiting,
    /// Finished or given up.
    Ended,
}

/// The state machine of one upload. Pass every event to [`handle`](Self::handle) and carry out the returned action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadMachine {
    /// The size of the file in bytes.
    size: u64,
    /// The offset that the server reported last.
    offset: u64,
    /// Whether the upload exists on the server.
    is_created: bool,
    is_online: bool,
    state: UploadState,
    /// Failures since the last progress.
    failures: usize,
    /// Whether the upload expired and was created again since the last progress.
    is_recreated: bool,
}

impl UploadMachine {
    /// A new upload of `size` bytes. Begin with [`start`](Self::start).
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

    /// An upload that exists on the server already, from an earlier visit or an earlier session.
    pub fn resume(size: u64) -> UploadMachine {
        UploadMachine {
            is_created: true,
            ..UploadMachine::new(size)
        }
    }

    /// The first action.
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
            // A late response to a request that is no longer awaited.
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
            // Before creation there is no offset to conflict with: the id of this file is taken by another file.
            UploadFailure::Status(409) if self.state == UploadState::Creating => {
                self.give_up(GiveUpReason::Refused(409))
            }
            UploadFailure::NoResponse
            | UploadFailure::Status(408 | 409 | 423 | 425 | 429 | 460) => self.retry(),
            UploadFailure::Status(401) => self.give_up(GiveUpReason::SignedOut),
            // The upload expired. Create it again once; if that is lost too without progress, the draft is gone.
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
            // The server is down, or a proxy in front of it responds.
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
        // A request in flight may still succeed, so it continues.
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
