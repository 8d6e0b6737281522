//! Tests of whole uploads as sequences of events. Even a faulty server must not hold a wrong file in the end.

use proptest::prelude::*;

use super::*;

const SIZE: u64 = CHUNK_BYTES * 2 + 10;

fn started() -> UploadMachine {
    let mut machine = UploadMachine::new(SIZE);
    assert_eq!(machine.start(), UploadAction::Create);
    assert_eq!(
        machine.handle(UploadEvent::Created { offset: 0 }),
        UploadAction::SendChunk {
            from: 0,
            to: CHUNK_BYTES
        }
    );
    machine
}

#[test]
fn sends_a_file_in_chunks() {
    let mut machine = started();
    let second = UploadAction::SendChunk {
        from: CHUNK_BYTES,
        to: 2 * CHUNK_BYTES,
    };
    assert_eq!(
        machine.handle(UploadEvent::ChunkAccepted {
            offset: CHUNK_BYTES
        }),
        second
    );
    let last = UploadAction::SendChunk {
        from: 2 * CHUNK_BYTES,
        to: SIZE,
    };
    assert_eq!(
        machine.handle(UploadEvent::ChunkAccepted {
            offset: 2 * CHUNK_BYTES
        }),
        last
    );
    assert_eq!(machine.confirmed_bytes(), 2 * CHUNK_BYTES);
    assert_eq!(
        machine.handle(UploadEvent::ChunkAccepted { offset: SIZE }),
        UploadAction::Done
    );
    assert_eq!(
        machine.handle(UploadEvent::Failed(UploadFailure::NoResponse)),
        UploadAction::DoNothing
    );
}

#[test]
fn queries_the_offset_after_a_lost_connection_and_sends_the_rest() {
    let mut machine = started();
    assert_eq!(
        machine.handle(UploadEvent::Failed(UploadFailure::NoResponse)),
        UploadAction::WaitSeconds(0)
    );
    assert_eq!(
        machine.handle(UploadEvent::WaitEnded),
        UploadAction::QueryOffset
    );
    let rest = UploadAction::SendChunk {
        from: 1000,
        to: 1000 + CHUNK_BYTES,
    };
    assert_eq!(
        machine.handle(UploadEvent::OffsetReported { offset: 1000 }),
        rest
    );
}

#[test]
fn increases_waits_until_there_is_progress() {
    let mut machine = started();
    let mut waits = Vec::new();
    for _ in 0..9 {
        if let UploadAction::WaitSeconds(seconds) =
            machine.handle(UploadEvent::Failed(UploadFailure::Status(502)))
        {
            waits.push(seconds);
        }
        assert_eq!(
            machine.handle(UploadEvent::WaitEnded),
            UploadAction::QueryOffset
        );
    }
    assert_eq!(waits, [0, 1, 3, 5, 10, 20, 30, 30, 30]);
    machine.handle(UploadEvent::OffsetReported { offset: 10 });
    assert_eq!(
        machine.handle(UploadEvent::Failed(UploadFailure::NoResponse)),
        UploadAction::WaitSeconds(0)
    );
}

#[test]
fn waits_for_the_connection_while_offline() {
    let mut machine = started();
    assert_eq!(
        machine.handle(UploadEvent::WentOffline),
        UploadAction::DoNothing
    );
    assert_eq!(
        machine.handle(UploadEvent::Failed(UploadFailure::NoResponse)),
        UploadAction::WaitForConnection
    );
    assert_eq!(
        machine.handle(UploadEvent::WaitEnded),
        UploadAction::DoNothing
    );
    assert_eq!(
        machine.handle(UploadEvent::WentOnline),
        UploadAction::QueryOffset
    );
    assert_eq!(
        machine.handle(UploadEvent::WentOnline),
        UploadAction::DoNothing,
        "only one request at a time"
    );
}

#[test]
fn ends_the_wait_when_the_browser_goes_online() {
    let mut machine = started();
    machine.handle(UploadEvent::Failed(UploadFailure::NoResponse));
    assert_eq!(
        machine.handle(UploadEvent::WentOnline),
        UploadAction::QueryOffset
    );
    assert_eq!(
        machine.handle(UploadEvent::WaitEnded),
        UploadAction::DoNothing
    );
}

#[test]
fn gives_up_with_the_reason_of_a_refusal() {
    for (status, reason) in [
        (400, GiveUpReason::Refused(400)),
        (401, GiveUpReason::SignedOut),
        (403, GiveUpReason::Refused(403)),
        (413, GiveUpReason::TooLarge),
        (415, GiveUpReason::Refused(415)),
        (422, GiveUpReason::Refused(422)),
    ] {
        let mut machine = started();
        assert_eq!(
            machine.handle(UploadEvent::Failed(UploadFailure::Status(status))),
            UploadAction::GiveUp(reason),
            "{status}"
        );
        assert_eq!(
            machine.handle(UploadEvent::WentOnline),
            UploadAction::DoNothing
        );
    }
}

#[test]
fn retries_conflicts_locks_and_server_errors() {
    for status in [408, 409, 423, 425, 429, 460, 500, 502, 503, 504, 200, 302] {
        let mut machine = started();
        let action = machine.handle(UploadEvent::Failed(UploadFailure::Status(status)));
        assert_eq!(action, UploadAction::WaitSeconds(0), "{status}");
    }
}

#[test]
fn gives_up_on_a_conflict_at_creation() {
    let mut machine = UploadMachine::new(SIZE);
    machine.start();
    assert_eq!(
        machine.handle(UploadEvent::Failed(UploadFailure::Status(409))),
        UploadAction::GiveUp(GiveUpReason::Refused(409))
    );
}

#[test]
fn creates_an_expired_upload_again_once() {
    let mut machine = UploadMachine::resume(SIZE);
    assert_eq!(machine.start(), UploadAction::QueryOffset);
    machine.handle(UploadEvent::OffsetReported { offset: 1000 });
    assert_eq!(
        machine.handle(UploadEvent::Failed(UploadFailure::Status(404))),
        UploadAction::Create
    );
    assert_eq!(
        machine.confirmed_bytes(),
        0,
        "the server holds nothing of it any more"
    );
    let lost = UploadAction::GiveUp(GiveUpReason::NotFound);
    assert_eq!(
        machine.handle(UploadEvent::Failed(UploadFailure::Status(404))),
        lost
    );
}

#[test]
fn gives_up_if_the_server_reports_more_bytes_than_the_file_has() {
    let mut machine = started();
    let action = machine.handle(UploadEvent::ChunkAccepted { offset: SIZE + 1 });
    assert_eq!(action, UploadAction::GiveUp(GiveUpReason::Inconsistent));
}

#[test]
fn treats_an_accepted_chunk_without_progress_as_a_failure() {
    let mut machine = started();
    assert_eq!(
        machine.handle(UploadEvent::ChunkAccepted { offset: 0 }),
        UploadAction::WaitSeconds(0)
    );
}

#[test]
fn is_done_at_once_if_the_server_holds_every_byte() {
    let mut machine = UploadMachine::new(SIZE);
    machine.start();
    assert_eq!(
        machine.handle(UploadEvent::Created { offset: SIZE }),
        UploadAction::Done
    );
}

/// A server that drops connections, responds late or not at all, and sometimes loses the upload.
struct FaultyServer {
    upload: Option<u64>,
    size: u64,
}

impl FaultyServer {
    fn respond(
        &mut self,
        action: UploadAction,
        fault: u8,
        received: u64,
    ) -> Result<UploadEvent, &'static str> {
        let lost = UploadEvent::Failed(UploadFailure::NoResponse);
        Ok(match action {
            UploadAction::Create => {
                let offset = *self.upload.get_or_insert(0);
                if fault == 0 {
                    lost
                } else {
                    UploadEvent::Created { offset }
                }
            }
            UploadAction::QueryOffset => match (self.upload, fault) {
                (_, 0) => lost,
                (_, 1) => UploadEvent::Failed(UploadFailure::Status(503)),
                (Some(offset), _) => UploadEvent::OffsetReported { offset },
                (None, _) => UploadEvent::Failed(UploadFailure::Status(404)),
            },
            UploadAction::SendChunk { from, to } => {
                let Some(offset) = self.upload else {
                    return Ok(UploadEvent::Failed(UploadFailure::Status(404)));
                };
                if from >= to || to > self.size {
                    return Err("an empty chunk, or one past the end of the file");
                }
                if from != offset {
                    return Ok(UploadEvent::Failed(UploadFailure::Status(409)));
                }
                match fault {
                    0 => {
                        self.upload = Some(from + received % (to - from + 1));
                        lost
                    }
                    1 => UploadEvent::Failed(UploadFailure::Status(423)),
                    _ => {
                        self.upload = Some(to);
                        UploadEvent::ChunkAccepted { offset: to }
                    }
                }
            }
            UploadAction::WaitSeconds(_) => UploadEvent::WaitEnded,
            UploadAction::WaitForConnection => UploadEvent::WentOnline,
            UploadAction::DoNothing | UploadAction::GiveUp(_) | UploadAction::Done => {
                return Err("no request to respond to");
            }
        })
    }
}

proptest! {
    #[test]
    fn delivers_the_whole_file_over_a_faulty_connection(
        size in 1..CHUNK_BYTES * 6,
        faults in prop::collection::vec((0..8u8, any::<u64>()), 0..80),
    ) {
        let mut server = FaultyServer { upload: None, size };
        let mut machine = UploadMachine::new(size);
        let mut action = machine.start();
        let mut faults = faults.into_iter();
        for _ in 0..400 {
            if action == UploadAction::Done {
                break;
            }
            let (fault, received) = faults.next().unwrap_or((9, 0));
            let event = match server.respond(action, fault, received) {
                Ok(event) => event,
                Err(reason) => return Err(TestCaseError::fail(reason)),
            };
            action = machine.handle(event);
        }
        prop_assert_eq!(action, UploadAction::Done);
        prop_assert_eq!(server.upload, Some(size));
    }

    #[test]
    fn sends_only_valid_chunks_in_any_order_of_events(size: u64, events in prop::collection::vec(any_event(), 0..60)) {
        let mut machine = UploadMachine::new(size);
        machine.start();
        for event in events {
            if let UploadAction::SendChunk { from, to } = machine.handle(event) {
                prop_assert!(from == machine.confirmed_bytes() && from < to && to <= size);
            }
        }
    }
}

fn any_event() -> impl Strategy<Value = UploadEvent> {
    prop_oneof![
        any::<u64>().prop_map(|offset| UploadEvent::Created { offset }),
        any::<u64>().prop_map(|offset| UploadEvent::ChunkAccepted { offset }),
        any::<u64>().prop_map(|offset| UploadEvent::OffsetReported { offset }),
        any::<u16>().prop_map(|status| UploadEvent::Failed(UploadFailure::Status(status))),
        Just(UploadEvent::Failed(UploadFailure::NoResponse)),
        Just(UploadEvent::WaitEnded),
        Just(UploadEvent::WentOnline),
        Just(UploadEvent::WentOffline),
    ]
}
