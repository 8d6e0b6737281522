//! The state machine of one upload. Every event has an answer in every state; none of them panics or
//! sends a byte from anywhere but the offset that the server named last.

use super::{CHUNK_BYTES, RETRY_SECONDS};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The server made the upload, or had it already, and stands at `offset`.
    Created {
        /// Bytes the server holds.
        offset: u64,
    },
    /// The server took a chunk and stands at `offset`.
    ChunkAccepted {
        /// Bytes the server holds.
        offset: u64,
    },
    /// The server was asked and stands at `offset`.
    HeadAnswered {
        /// Bytes the server holds.
        offset: u64,
    },
    /// The request failed.
    Failed(Failure),
    /// The wait is over.
    Waited,
    /// The browser has a line again; also when the page is shown again.
    WentOnline,
    /// The browser has lost its line.
    WentOffline,
}

/// How a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer: no line, a reset, a timeout, or a page that isn't the server's.
    NoAnswer,
    /// An answer with this HTTP status.
    Status(u16),
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Create the upload (POST).
    Create,
    /// Ask where the server stands (HEAD).
    Head,
    /// Send the bytes `from..to` (PATCH).
    SendChunk {
        /// First byte.
        from: u64,
        /// The byte after the last.
        to: u64,
    },
    /// Report [`Event::Waited`] after so many seconds.
    WaitSeconds(u32),
    /// Nothing until [`Event::WentOnline`].
    AwaitLine,
    /// Nothing: the event changes nothing.
    Stay,
    /// End; trying again alone won't help.
    GiveUp(GiveUpReason),
    /// End; the server holds every byte.
    Done,
}

/// Why an upload can't go on by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveUpReason {
    /// The session has ended; after signing in the upload can be resumed.
    SignedOut,
    /// The draft is gone, or not this citizen's.
    NotFound,
    /// The server takes no file so large.
    TooLarge,
    /// The server refuses the file, with this status: its kind, its name, one file too many.
    Refused(u16),
    /// The server names more bytes than the file has.
    Inconsistent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Creating,
    Asking,
    Sending,
    Waiting,
    Ended,
}

/// One upload: how long the file is, where the server stands and what is awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    size: u64,
    offset: u64,
    created: bool,
    online: bool,
    step: Step,
    failures: usize,
    recreated: bool,
}

impl Plan {
    /// A file of `size` bytes of which the server knows nothing. Begin with [`Plan::start`].
    pub fn new(size: u64) -> Plan {
        Plan {
            size,
            offset: 0,
            created: false,
            online: true,
            step: Step::Waiting,
            failures: 0,
            recreated: false,
        }
    }

    /// A file whose upload exists already, from an earlier visit or before signing in again.
    pub fn resume(size: u64) -> Plan {
        Plan {
            created: true,
            ..Plan::new(size)
        }
    }

    /// The first thing to do.
    pub fn start(&mut self) -> Action {
        self.ask()
    }

    /// Bytes the server has confirmed.
    pub fn confirmed(&self) -> u64 {
        self.offset
    }

    /// Takes an event and says what to do next.
    pub fn on(&mut self, event: Event) -> Action {
        if self.step == Step::Ended {
            return Action::Stay;
        }
        match event {
            Event::WentOffline => self.went_offline(),
            Event::WentOnline => self.went_online(),
            Event::Waited if self.step == Step::Waiting && self.online => self.ask(),
            Event::Waited => Action::Stay,
            Event::Created { offset } if self.step == Step::Creating => {
                self.created = true;
                self.stands_at(offset)
            }
            Event::HeadAnswered { offset } if self.step == Step::Asking => self.stands_at(offset),
            Event::ChunkAccepted { offset } if self.step == Step::Sending => {
                if offset > self.offset {
                    self.stands_at(offset)
                } else {
                    self.try_again()
                }
            }
            // A late answer to a request that is no longer awaited.
            Event::Created { .. } | Event::HeadAnswered { .. } | Event::ChunkAccepted { .. } => {
                Action::Stay
            }
            Event::Failed(failure) if self.step != Step::Waiting => self.failed(failure),
            Event::Failed(_) => Action::Stay,
        }
    }

    fn stands_at(&mut self, offset: u64) -> Action {
        if offset > self.size {
            return self.give_up(GiveUpReason::Inconsistent);
        }
        if offset > self.offset {
            self.failures = 0;
            self.recreated = false;
        }
        self.offset = offset;
        if offset == self.size {
            self.step = Step::Ended;
            return Action::Done;
        }
        self.step = Step::Sending;
        let to = offset.saturating_add(CHUNK_BYTES).min(self.size);
        Action::SendChunk { from: offset, to }
    }

    fn failed(&mut self, failure: Failure) -> Action {
        match failure {
            // Nothing stands anywhere yet, so a conflict is no matter of offsets: this file's id is another file's.
            Failure::Status(409) if self.step == Step::Creating => {
                self.give_up(GiveUpReason::Refused(409))
            }
            Failure::NoAnswer | Failure::Status(408 | 409 | 423 | 425 | 429 | 460) => {
                self.try_again()
            }
            Failure::Status(401) => self.give_up(GiveUpReason::SignedOut),
            // The upload expired. Made anew once; if that goes too without a byte, the draft is gone.
            Failure::Status(404 | 410) if self.created && !self.recreated => {
                self.created = false;
                self.recreated = true;
                self.offset = 0;
                self.ask()
            }
            Failure::Status(404 | 410) => self.give_up(GiveUpReason::NotFound),
            Failure::Status(413) => self.give_up(GiveUpReason::TooLarge),
            Failure::Status(status @ 400..=499) => self.give_up(GiveUpReason::Refused(status)),
            // The server is down, or something before it answers in its stead.
            Failure::Status(_) => self.try_again(),
        }
    }

    fn try_again(&mut self) -> Action {
        let last = RETRY_SECONDS.len() - 1;
        let seconds = RETRY_SECONDS
            .get(self.failures.min(last))
            .copied()
            .unwrap_or(30);
        self.failures = self.failures.saturating_add(1);
        self.step = Step::Waiting;
        if self.online {
            Action::WaitSeconds(seconds)
        } else {
            Action::AwaitLine
        }
    }

    fn went_offline(&mut self) -> Action {
        self.online = false;
        // A request under way may still end well, so it is left alone.
        if self.step == Step::Waiting {
            Action::AwaitLine
        } else {
            Action::Stay
        }
    }

    fn went_online(&mut self) -> Action {
        self.online = true;
        if self.step == Step::Waiting {
            self.failures = 0;
            self.ask()
        } else {
            Action::Stay
        }
    }

    fn ask(&mut self) -> Action {
        if self.created {
            self.step = Step::Asking;
            Action::Head
        } else {
            self.step = Step::Creating;
            Action::Create
        }
    }

    fn give_up(&mut self, reason: GiveUpReason) -> Action {
        self.step = Step::Ended;
        Action::GiveUp(reason)
    }
}
