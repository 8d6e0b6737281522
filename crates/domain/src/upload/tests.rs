//! Tests of whole uploads as sequences of events. Even a faulty server must not hold a wrong file in the end.

#![expect(clippy::panic, reason = "a test may panic")]

use proptest::prelude::*;

use super::*;

/// The size of the first chunk.
fn first_chunk() -> u64 {
    ChunkSize::default().bytes()
}

/// The size of the file: the first chunk, a second one, and ten bytes.
fn size() -> u64 {
    first_chunk() * 2 + 10
}

fn new_upload() -> UploadMachine {
    UploadMachine::new(size(), ChunkSize::default())
}

/// Accepts a chunk that took neither little nor much time, so that the next one has the same size.
fn accepted(offset: u64) -> UploadEvent {
    UploadEvent::ChunkAccepted {
        offset,
        milliseconds: 3_000,
    }
}

/// Reports an offset, with proof that the server holds the beginning of the same file.
fn reported(offset: u64) -> UploadEvent {
    UploadEvent::OffsetReported {
        offset,
        proof: PrefixProof::Same,
    }
}

fn started() -> UploadMachine {
    let mut machine = new_upload();
    assert_eq!(machine.start(), UploadAction::Create);
    assert_eq!(
        machine.handle(UploadEvent::Created { offset: 0 }),
        UploadAction::SendChunk {
            from: 0,
            to: first_chunk()
        }
    );
    machine
}

#[test]
fn sends_a_file_in_chunks() {
    let mut machine = started();
    let second = UploadAction::SendChunk {
        from: first_chunk(),
        to: 2 * first_chunk(),
    };
    assert_eq!(machine.handle(accepted(first_chunk())), second);
    let last = UploadAction::SendChunk {
        from: 2 * first_chunk(),
        to: size(),
    };
    assert_eq!(machine.handle(accepted(2 * first_chunk())), last);
    assert_eq!(machine.confirmed_bytes(), 2 * first_chunk());
    assert_eq!(machine.handle(accepted(size())), UploadAction::Done);
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
    // The chunk has half the bytes of the lost one.
    let rest = UploadAction::SendChunk {
        from: 1000,
        to: 1000 + first_chunk() / 2,
    };
    assert_eq!(machine.handle(reported(1000)), rest);
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
    machine.handle(reported(10));
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
fn gives_up_on_a_conflict_or_a_limit_at_creation() {
    for status in [409, 422, 429] {
        let mut machine = new_upload();
        machine.start();
        assert_eq!(
            machine.handle(UploadEvent::Failed(UploadFailure::Status(status))),
            UploadAction::GiveUp(GiveUpReason::Refused(status))
        );
    }
}

#[test]
fn creates_an_expired_upload_again_once() {
    let mut machine = UploadMachine::resume(size(), ChunkSize::default());
    assert_eq!(machine.start(), UploadAction::QueryOffset);
    machine.handle(reported(1000));
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
    let action = machine.handle(accepted(size() + 1));
    assert_eq!(action, UploadAction::GiveUp(GiveUpReason::Inconsistent));
}

#[test]
fn treats_an_accepted_chunk_without_progress_as_a_failure() {
    let mut machine = started();
    assert_eq!(machine.handle(accepted(0)), UploadAction::WaitSeconds(0));
}

#[test]
fn is_done_at_once_if_the_server_holds_every_byte() {
    let mut machine = new_upload();
    machine.start();
    assert_eq!(
        machine.handle(UploadEvent::Created { offset: size() }),
        UploadAction::Done
    );
}

#[test]
fn a_refusal_by_something_on_the_way_is_never_taken_for_the_offices() {
    for status in [
        400, 401, 403, 404, 405, 407, 410, 413, 415, 422, 451, 501, 511,
    ] {
        let mut machine = started();
        for _ in 0..20 {
            match machine.handle(UploadEvent::Failed(UploadFailure::NotFromBackend(status))) {
                UploadAction::WaitSeconds(_) => {
                    assert_eq!(machine.wait_cause(), WaitCause::Blocked, "{status}");
                    machine.handle(UploadEvent::WaitEnded);
                }
                UploadAction::QueryOffset => {}
                other => panic!("{status}: {other:?}"),
            }
            machine.handle(reported(0));
        }
        machine.handle(accepted(10));
        assert_eq!(machine.wait_cause(), WaitCause::NoConnection, "{status}");
    }
}

#[test]
fn a_failure_of_the_server_is_never_told_as_one_of_the_line() {
    for failure in [
        UploadFailure::Status(500),
        UploadFailure::Status(503),
        UploadFailure::NotFromBackend(502),
    ] {
        let mut machine = started();
        machine.handle(UploadEvent::Failed(failure));
        assert_eq!(
            machine.wait_cause(),
            WaitCause::ServerTrouble,
            "{failure:?}"
        );
        // A lost connection after it is told as such.
        machine.handle(UploadEvent::WaitEnded);
        machine.handle(UploadEvent::Failed(UploadFailure::NoResponse));
        assert_eq!(machine.wait_cause(), WaitCause::NoConnection, "{failure:?}");
    }
}

#[test]
fn chunks_shrink_at_once_when_a_proxy_refuses_their_size() {
    let mut machine = started();
    let refused = UploadEvent::Failed(UploadFailure::NotFromBackend(413));
    assert_eq!(machine.handle(refused), UploadAction::QueryOffset);
    let half = UploadAction::SendChunk {
        from: 0,
        to: first_chunk() / 2,
    };
    assert_eq!(machine.handle(reported(0)), half);
    // They don't grow to the refused size again, and the next file begins with the size that worked.
    let fast = UploadEvent::ChunkAccepted {
        offset: first_chunk() / 2,
        milliseconds: 10,
    };
    let next = UploadAction::SendChunk {
        from: first_chunk() / 2,
        to: first_chunk(),
    };
    assert_eq!(machine.handle(fast), next);
    assert_eq!(machine.chunk_size().bytes(), first_chunk() / 2);
}

#[test]
fn chunks_fit_the_speed_of_the_line_and_what_a_proxy_lets_through() {
    let after = |milliseconds: u32| {
        let mut machine = UploadMachine::new(100_000_000, ChunkSize::default());
        machine.start();
        let mut action = machine.handle(UploadEvent::Created { offset: 0 });
        while let UploadAction::SendChunk { to, .. } = action
            && to < 20_000_000
        {
            action = machine.handle(UploadEvent::ChunkAccepted {
                offset: to,
                milliseconds,
            });
        }
        machine.chunk_size().bytes()
    };
    assert_eq!(after(100), 512 * 1024);
    assert_eq!(after(4_000), first_chunk());
    assert!(after(30_000) < first_chunk());
}

#[test]
fn another_file_is_never_appended_to_what_the_server_holds() {
    for (proof, action) in [
        (PrefixProof::Different, UploadAction::CreateAnother),
        (PrefixProof::Unknown, UploadAction::CreateAnother),
        (
            PrefixProof::Same,
            UploadAction::SendChunk {
                from: 1000,
                to: 1000 + first_chunk(),
            },
        ),
    ] {
        let mut machine = UploadMachine::resume(size(), ChunkSize::default());
        machine.start();
        let offset = 1000;
        let next = machine.handle(UploadEvent::OffsetReported { offset, proof });
        assert_eq!(next, action, "{proof:?}");
    }
    // Even a whole file of the same size is another one without proof.
    let mut machine = UploadMachine::resume(size(), ChunkSize::default());
    machine.start();
    let whole = UploadEvent::OffsetReported {
        offset: size(),
        proof: PrefixProof::Different,
    };
    assert_eq!(machine.handle(whole), UploadAction::CreateAnother);
}

#[test]
fn a_file_that_this_visit_has_begun_continues_with_a_backend_that_gives_no_proof() {
    let mut machine = started();
    machine.handle(UploadEvent::Failed(UploadFailure::NoResponse));
    machine.handle(UploadEvent::WaitEnded);
    let next = machine.handle(UploadEvent::OffsetReported {
        offset: 1000,
        proof: PrefixProof::Unknown,
    });
    assert!(matches!(next, UploadAction::SendChunk { from: 1000, .. }));
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
            UploadAction::Create | UploadAction::CreateAnother => {
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
                (Some(offset), _) => reported(offset),
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
                        accepted(to)
                    }
                }
            }
            UploadAction::SendWhole => match fault {
                0 => lost,
                1 => UploadEvent::Failed(UploadFailure::Status(503)),
                _ => {
                    self.upload = Some(self.size);
                    accepted(self.size)
                }
            },
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
        size in 1..first_chunk() * 6,
        has_tus: bool,
        faults in prop::collection::vec((0..8u8, any::<u64>()), 0..80),
    ) {
        let mut server = FaultyServer { upload: None, size };
        let new = if has_tus { UploadMachine::new } else { UploadMachine::whole };
        let mut machine = new(size, ChunkSize::default());
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
        let mut machine = UploadMachine::new(size, ChunkSize::default());
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
        (any::<u64>(), any::<u32>()).prop_map(|(offset, milliseconds)| {
            UploadEvent::ChunkAccepted {
                offset,
                milliseconds,
            }
        }),
        any::<u64>().prop_map(reported),
        any::<u16>().prop_map(|status| UploadEvent::Failed(UploadFailure::Status(status))),
        any::<u16>().prop_map(|status| UploadEvent::Failed(UploadFailure::NotFromBackend(status))),
        Just(UploadEvent::Failed(UploadFailure::NoResponse)),
        Just(UploadEvent::WaitEnded),
        Just(UploadEvent::WentOnline),
        Just(UploadEvent::WentOffline),
    ]
}

#[test]
fn without_tus_every_try_sends_the_whole_file() {
    let mut machine = UploadMachine::whole(size(), ChunkSize::default());
    assert_eq!(machine.start(), UploadAction::SendWhole);
    let lost = UploadEvent::Failed(UploadFailure::NoResponse);
    assert_eq!(machine.handle(lost), UploadAction::WaitSeconds(0));
    assert_eq!(
        machine.handle(UploadEvent::WaitEnded),
        UploadAction::SendWhole
    );
    assert_eq!(machine.handle(accepted(size())), UploadAction::Done);
}

#[test]
fn without_tus_a_refused_file_is_given_up() {
    for (failure, reason) in [
        (UploadFailure::Status(409), GiveUpReason::Refused(409)),
        (UploadFailure::Status(429), GiveUpReason::Refused(429)),
        (UploadFailure::Status(422), GiveUpReason::Refused(422)),
        (UploadFailure::Status(404), GiveUpReason::NotFound),
        (UploadFailure::Status(413), GiveUpReason::TooLarge),
        (UploadFailure::NotFromBackend(413), GiveUpReason::TooLarge),
    ] {
        let mut machine = UploadMachine::whole(size(), ChunkSize::default());
        machine.start();
        assert_eq!(
            machine.handle(UploadEvent::Failed(failure)),
            UploadAction::GiveUp(reason),
            "{failure:?}"
        );
    }
}
