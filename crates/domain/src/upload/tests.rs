//! Whole uploads told as events, and a faulty server that must never end with a wrong file.

use proptest::prelude::*;

use super::*;

const SIZE: u64 = CHUNK_BYTES * 2 + 10;

fn begun() -> Plan {
    let mut plan = Plan::new(SIZE);
    assert_eq!(plan.start(), Action::Create);
    assert_eq!(
        plan.on(Event::Created { offset: 0 }),
        Action::SendChunk {
            from: 0,
            to: CHUNK_BYTES
        }
    );
    plan
}

#[test]
fn a_file_goes_up_in_chunks_and_ends() {
    let mut plan = begun();
    let second = Action::SendChunk {
        from: CHUNK_BYTES,
        to: 2 * CHUNK_BYTES,
    };
    assert_eq!(
        plan.on(Event::ChunkAccepted {
            offset: CHUNK_BYTES
        }),
        second
    );
    let last = Action::SendChunk {
        from: 2 * CHUNK_BYTES,
        to: SIZE,
    };
    assert_eq!(
        plan.on(Event::ChunkAccepted {
            offset: 2 * CHUNK_BYTES
        }),
        last
    );
    assert_eq!(plan.confirmed(), 2 * CHUNK_BYTES);
    assert_eq!(plan.on(Event::ChunkAccepted { offset: SIZE }), Action::Done);
    assert_eq!(plan.on(Event::Failed(Failure::NoAnswer)), Action::Stay);
}

#[test]
fn after_a_cut_the_server_is_asked_and_the_rest_is_sent_from_there() {
    let mut plan = begun();
    assert_eq!(
        plan.on(Event::Failed(Failure::NoAnswer)),
        Action::WaitSeconds(0)
    );
    assert_eq!(plan.on(Event::Waited), Action::Head);
    let rest = Action::SendChunk {
        from: 1000,
        to: 1000 + CHUNK_BYTES,
    };
    assert_eq!(plan.on(Event::HeadAnswered { offset: 1000 }), rest);
}

#[test]
fn waits_grow_without_end_and_begin_anew_after_progress() {
    let mut plan = begun();
    let mut waits = Vec::new();
    for _ in 0..9 {
        if let Action::WaitSeconds(seconds) = plan.on(Event::Failed(Failure::Status(502))) {
            waits.push(seconds);
        }
        assert_eq!(plan.on(Event::Waited), Action::Head);
    }
    assert_eq!(waits, [0, 1, 3, 5, 10, 20, 30, 30, 30]);
    plan.on(Event::HeadAnswered { offset: 10 });
    assert_eq!(
        plan.on(Event::Failed(Failure::NoAnswer)),
        Action::WaitSeconds(0)
    );
}

#[test]
fn without_a_line_it_waits_for_the_line_and_not_for_the_clock() {
    let mut plan = begun();
    assert_eq!(plan.on(Event::WentOffline), Action::Stay);
    assert_eq!(plan.on(Event::Failed(Failure::NoAnswer)), Action::AwaitLine);
    assert_eq!(plan.on(Event::Waited), Action::Stay);
    assert_eq!(plan.on(Event::WentOnline), Action::Head);
    assert_eq!(
        plan.on(Event::WentOnline),
        Action::Stay,
        "one request at a time"
    );
}

#[test]
fn a_line_that_comes_back_ends_the_wait_at_once() {
    let mut plan = begun();
    plan.on(Event::Failed(Failure::NoAnswer));
    assert_eq!(plan.on(Event::WentOnline), Action::Head);
    assert_eq!(plan.on(Event::Waited), Action::Stay);
}

#[test]
fn refusals_end_the_upload_with_their_reason() {
    for (status, reason) in [
        (400, GiveUpReason::Refused(400)),
        (401, GiveUpReason::SignedOut),
        (403, GiveUpReason::Refused(403)),
        (413, GiveUpReason::TooLarge),
        (415, GiveUpReason::Refused(415)),
        (422, GiveUpReason::Refused(422)),
    ] {
        let mut plan = begun();
        assert_eq!(
            plan.on(Event::Failed(Failure::Status(status))),
            Action::GiveUp(reason),
            "{status}"
        );
        assert_eq!(plan.on(Event::WentOnline), Action::Stay);
    }
}

#[test]
fn conflicts_locks_and_busy_servers_are_tried_again() {
    for status in [408, 409, 423, 425, 429, 460, 500, 502, 503, 504, 200, 302] {
        let mut plan = begun();
        let answer = plan.on(Event::Failed(Failure::Status(status)));
        assert_eq!(answer, Action::WaitSeconds(0), "{status}");
    }
}

#[test]
fn a_conflict_at_creation_is_final_and_no_matter_of_offsets() {
    let mut plan = Plan::new(SIZE);
    plan.start();
    assert_eq!(
        plan.on(Event::Failed(Failure::Status(409))),
        Action::GiveUp(GiveUpReason::Refused(409))
    );
}

#[test]
fn an_expired_upload_is_made_anew_once_and_a_lost_draft_is_told() {
    let mut plan = Plan::resume(SIZE);
    assert_eq!(plan.start(), Action::Head);
    plan.on(Event::HeadAnswered { offset: 1000 });
    assert_eq!(plan.on(Event::Failed(Failure::Status(404))), Action::Create);
    assert_eq!(plan.confirmed(), 0, "nothing of it is left at the server");
    let lost = Action::GiveUp(GiveUpReason::NotFound);
    assert_eq!(plan.on(Event::Failed(Failure::Status(404))), lost);
}

#[test]
fn a_server_that_claims_more_than_the_file_is_not_believed() {
    let mut plan = begun();
    let answer = plan.on(Event::ChunkAccepted { offset: SIZE + 1 });
    assert_eq!(answer, Action::GiveUp(GiveUpReason::Inconsistent));
}

#[test]
fn a_chunk_accepted_without_progress_is_a_failure_and_not_a_loop() {
    let mut plan = begun();
    assert_eq!(
        plan.on(Event::ChunkAccepted { offset: 0 }),
        Action::WaitSeconds(0)
    );
}

#[test]
fn a_server_that_has_every_byte_already_ends_at_once() {
    let mut plan = Plan::new(SIZE);
    plan.start();
    assert_eq!(plan.on(Event::Created { offset: SIZE }), Action::Done);
}

/// A server that cuts, answers late or not at all, and sometimes forgets the upload.
struct FaultyServer {
    upload: Option<u64>,
    size: u64,
}

impl FaultyServer {
    fn answer(&mut self, action: Action, fault: u8, kept: u64) -> Result<Event, &'static str> {
        let lost = Event::Failed(Failure::NoAnswer);
        Ok(match action {
            Action::Create => {
                let offset = *self.upload.get_or_insert(0);
                if fault == 0 {
                    lost
                } else {
                    Event::Created { offset }
                }
            }
            Action::Head => match (self.upload, fault) {
                (_, 0) => lost,
                (_, 1) => Event::Failed(Failure::Status(503)),
                (Some(offset), _) => Event::HeadAnswered { offset },
                (None, _) => Event::Failed(Failure::Status(404)),
            },
            Action::SendChunk { from, to } => {
                let Some(offset) = self.upload else {
                    return Ok(Event::Failed(Failure::Status(404)));
                };
                if from >= to || to > self.size {
                    return Err("a chunk of no bytes or past the end");
                }
                if from != offset {
                    return Ok(Event::Failed(Failure::Status(409)));
                }
                match fault {
                    0 => {
                        self.upload = Some(from + kept % (to - from + 1));
                        lost
                    }
                    1 => Event::Failed(Failure::Status(423)),
                    _ => {
                        self.upload = Some(to);
                        Event::ChunkAccepted { offset: to }
                    }
                }
            }
            Action::WaitSeconds(_) => Event::Waited,
            Action::AwaitLine => Event::WentOnline,
            Action::Stay | Action::GiveUp(_) | Action::Done => return Err("nothing to answer"),
        })
    }
}

proptest! {
    #[test]
    fn whatever_the_line_does_the_file_arrives_whole(
        size in 1..CHUNK_BYTES * 6,
        faults in prop::collection::vec((0..8u8, any::<u64>()), 0..80),
    ) {
        let mut server = FaultyServer { upload: None, size };
        let mut plan = Plan::new(size);
        let mut action = plan.start();
        let mut faults = faults.into_iter();
        for _ in 0..400 {
            if action == Action::Done {
                break;
            }
            let (fault, kept) = faults.next().unwrap_or((9, 0));
            let event = match server.answer(action, fault, kept) {
                Ok(event) => event,
                Err(reason) => return Err(TestCaseError::fail(reason)),
            };
            action = plan.on(event);
        }
        prop_assert_eq!(action, Action::Done);
        prop_assert_eq!(server.upload, Some(size));
    }

    #[test]
    fn no_order_of_events_breaks_it(size: u64, events in prop::collection::vec(any_event(), 0..60)) {
        let mut plan = Plan::new(size);
        plan.start();
        for event in events {
            if let Action::SendChunk { from, to } = plan.on(event) {
                prop_assert!(from == plan.confirmed() && from < to && to <= size);
            }
        }
    }
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        any::<u64>().prop_map(|offset| Event::Created { offset }),
        any::<u64>().prop_map(|offset| Event::ChunkAccepted { offset }),
        any::<u64>().prop_map(|offset| Event::HeadAnswered { offset }),
        any::<u16>().prop_map(|status| Event::Failed(Failure::Status(status))),
        Just(Event::Failed(Failure::NoAnswer)),
        Just(Event::Waited),
        Just(Event::WentOnline),
        Just(Event::WentOffline),
    ]
}
