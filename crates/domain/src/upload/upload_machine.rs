//! The state machine of one upload.
//!
//! Every event is handled in every state. Bytes are sent only from the offset that the server reported last.

use super::chunk_size::ChunkSize;

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
        /// How long the request took, in milliseconds.
        milliseconds: u32,
    },
    /// The server reported its offset of the upload.
    OffsetReported {
        /// The number of bytes that the server holds.
        offset: u64,
        /// Whether these bytes are the beginning of the file.
        proof: PrefixProof,
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
    /// There was no response: no connection, a reset or a timeout.
    NoResponse,
    /// The backend responded with this HTTP status.
    Status(u16),
    /// Something between the device and the backend responded with this HTTP status, such as a proxy or the sign-in
    /// page of a Wi-Fi network.
    NotFromBackend(u16),
}

/// Why the machine waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitCause {
    /// There is no connection, or another request of the same upload hasn't ended yet.
    NoConnection,
    /// Something between the device and the backend refused the last request.
    Blocked,
    /// The backend failed, or a gateway couldn't reach it.
    ServerTrouble,
}

/// Whether the bytes that the server holds are the beginning of the file. The SHA-256 of both sides shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrefixProof {
    /// They are the beginning of this file.
    Same,
    /// They belong to another file.
    Different,
    /// The server doesn't tell the SHA-256 of its bytes.
    Unknown,
}

/// What the caller must do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadAction {
    /// Create the upload (POST).
    Create,
    /// Leave the upload of the earlier visit as it is, and create a new one (POST).
    CreateAnother,
    /// Send the whole file in one request (POST), to a server without tus.
    SendWhole,
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
    /// The server refuses the file with this HTTP status, because of its kind, its name, or the number or size of
    /// the account's files.
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
    /// The size of the next chunk.
    chunk_size: ChunkSize,
    /// Whether the upload comes from an earlier visit, so that the server may hold bytes of another file.
    is_from_earlier_visit: bool,
    /// Why the last request failed.
    wait_cause: WaitCause,
    /// Whether the server has no tus, so that every try sends the whole file.
    is_whole: bool,
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
    pub fn new(size: u64, chunk_size: ChunkSize) -> UploadMachine {
        UploadMachine {
            size,
            offset: 0,
            chunk_size,
            is_from_earlier_visit: false,
            wait_cause: WaitCause::NoConnection,
            is_whole: false,
            is_created: false,
            is_online: true,
            state: UploadState::Waiting,
            failures: 0,
            is_recreated: false,
        }
    }

    /// Creates the machine for an upload that already exists on the server, from an earlier visit or session.
    pub fn resume(size: u64, chunk_size: ChunkSize) -> UploadMachine {
        UploadMachine {
            is_created: true,
            is_from_earlier_visit: true,
            ..UploadMachine::new(size, chunk_size)
        }
    }

    /// Creates the machine for an upload of `size` bytes to a server without tus.
    pub fn whole(size: u64, chunk_size: ChunkSize) -> UploadMachine {
        UploadMachine {
            is_whole: true,
            ..UploadMachine::new(size, chunk_size)
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

    /// The size of the next chunk, to be passed on to the next upload.
    pub fn chunk_size(&self) -> ChunkSize {
        self.chunk_size
    }

    /// Why the machine waits, if it waits.
    pub fn wait_cause(&self) -> WaitCause {
        self.wait_cause
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
            UploadEvent::OffsetReported { offset, proof }
                if self.state == UploadState::QueryingOffset =>
            {
                self.resume_from(offset, proof)
            }
            UploadEvent::ChunkAccepted {
                offset,
                milliseconds,
            } if self.state == UploadState::SendingChunk => {
                if offset > self.offset {
                    self.chunk_size.accepted(milliseconds);
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

    /// Continues the upload, unless the server holds bytes of another file.
    fn resume_from(&mut self, offset: u64, proof: PrefixProof) -> UploadAction {
        let is_same_file = match proof {
            _ if offset == 0 => true,
            PrefixProof::Same => true,
            PrefixProof::Different => false,
            // The bytes were sent from the same file during this visit.
            PrefixProof::Unknown => !self.is_from_earlier_visit,
        };
        if is_same_file {
            self.is_from_earlier_visit = false;
            return self.send_from(offset);
        }
        if !self.is_from_earlier_visit {
            return self.give_up(GiveUpReason::Inconsistent);
        }
        self.is_from_earlier_visit = false;
        self.is_created = false;
        self.offset = 0;
        self.state = UploadState::Creating;
        UploadAction::CreateAnother
    }

    fn send_from(&mut self, offset: u64) -> UploadAction {
        self.wait_cause = WaitCause::NoConnection;
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
        let to = offset
            .saturating_add(self.chunk_size.bytes())
            .min(self.size);
        UploadAction::SendChunk { from: offset, to }
    }

    fn handle_failure(&mut self, failure: UploadFailure) -> UploadAction {
        self.wait_cause = WaitCause::NoConnection;
        match failure {
            UploadFailure::NoResponse => {
                if self.state == UploadState::SendingChunk {
                    self.chunk_size.lost();
                }
                self.retry()
            }
            UploadFailure::NotFromBackend(status) => self.handle_interception(status),
            // Later, 409 means a wrong offset. While the upload is being created there is no offset yet, so 409 means
            // that another file already uses this file id.
            // 429 means that the account has begun too many uploads: the citizen is told when to try again.
            UploadFailure::Status(status @ (409 | 429))
                if self.is_whole || self.state == UploadState::Creating =>
            {
                self.give_up(GiveUpReason::Refused(status))
            }
            UploadFailure::Status(408 | 409 | 423 | 425 | 429 | 460) => self.retry(),
            UploadFailure::Status(401) => self.give_up(GiveUpReason::SignedOut),
            // The upload expired, so create it once more. If it disappears again before any byte arrives, the draft is
            // gone.
            UploadFailure::Status(404 | 410) if self.is_created && !self.is_recreated => {
                self.is_created = false;
                self.is_from_earlier_visit = false;
                self.is_recreated = true;
                self.offset = 0;
                self.create_or_query()
            }
            UploadFailure::Status(404 | 410) => self.give_up(GiveUpReason::NotFound),
            UploadFailure::Status(413) => self.give_up(GiveUpReason::TooLarge),
            UploadFailure::Status(status @ 400..=499) => {
                self.give_up(GiveUpReason::Refused(status))
            }
            UploadFailure::Status(status) => {
                if status >= 500 {
                    self.wait_cause = WaitCause::ServerTrouble;
                }
                self.retry()
            }
        }
    }

    /// Handles a response that doesn't come from the backend, so it says nothing about the file.
    fn handle_interception(&mut self, status: u16) -> UploadAction {
        if status == 413 && self.is_whole {
            return self.give_up(GiveUpReason::TooLarge);
        }
        if status == 413 && self.state == UploadState::SendingChunk && self.chunk_size.refused() {
            self.state = UploadState::QueryingOffset;
            return UploadAction::QueryOffset;
        }
        // Most error pages with a status 5xx mean that the backend is down.
        self.wait_cause = match status {
            500 | 502..=510 | 512..=599 => WaitCause::ServerTrouble,
            _ => WaitCause::Blocked,
        };
        self.retry()
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
        if self.is_whole {
            self.state = UploadState::SendingChunk;
            UploadAction::SendWhole
        } else if self.is_created {
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
