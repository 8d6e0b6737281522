//! A property test of the table of status changes: 10,000 random lives of a dossier, from the draft to its end.

use std::collections::BTreeSet;

use contract::dossier::{DossierStatus, Tab, WaitingParty};
use proptest::prelude::*;

use crate::progress::{StageState, is_closed, stages, waiting_party};
use crate::status::{Actor, TRANSITIONS, Transition, tab_of};

const LIVES: u32 = 10_000;
/// Far more steps than a life needs: a random walk through the table ends after 20 on average.
const MAX_STEPS: usize = 400;

/// A dossier in the middle of its life.
#[derive(Clone, Debug)]
struct Life {
    status: Option<DossierStatus>,
    withdrawn: bool,
    open_fee: bool,
    before: Vec<DossierStatus>,
}

impl Life {
    fn is_over(&self) -> bool {
        self.status
            .is_some_and(|status| is_closed(status, self.withdrawn))
    }

    fn tab(&self) -> Option<Tab> {
        let status = self.status?;
        Some(tab_of(status, self.open_fee, self.withdrawn))
    }

    /// Takes a step of the table. A fee may be opened or paid at the same time.
    fn step(&mut self, transition: &Transition, opens_fee: bool) {
        self.withdrawn = self.status == Some(DossierStatus::WithdrawalRequested)
            && transition.to == DossierStatus::Paused;
        self.open_fee = opens_fee && transition.by != Actor::Payment;
        self.status = Some(transition.to);
        self.before.insert(0, transition.to);
    }
}

fn possible(status: Option<DossierStatus>) -> Vec<&'static Transition> {
    TRANSITIONS
        .iter()
        .filter(|row| row.from == status)
        .collect()
}

/// The statuses from which some sequence of steps leads to a final status.
fn leads_to_an_end() -> BTreeSet<DossierStatus> {
    let mut good: BTreeSet<DossierStatus> =
        [DossierStatus::Rejected, DossierStatus::Returned].into();
    for _ in 0..DossierStatus::ALL.len() {
        for row in &TRANSITIONS {
            if good.contains(&row.to) {
                good.extend(row.from);
            }
        }
    }
    good
}

#[test]
fn ten_thousand_lives_end_and_use_every_step_that_a_citizen_can_take() {
    let ends = leads_to_an_end();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: LIVES,
        ..ProptestConfig::default()
    });
    let taken = std::cell::RefCell::new(BTreeSet::new());
    let finished = std::cell::RefCell::new([0_u32; 9]);
    let walk = proptest::collection::vec(any::<u16>(), MAX_STEPS);
    let outcome = runner.run(&walk.no_shrink(), |choices| {
        let mut life = Life {
            status: None,
            withdrawn: false,
            open_fee: false,
            before: Vec::new(),
        };
        for choice in choices {
            if life.is_over() {
                break;
            }
            let rows = possible(life.status);
            prop_assert!(!rows.is_empty(), "a dead end at {:?}", life.status);
            let Some(row) = rows.get(usize::from(choice) % rows.len()) else {
                continue;
            };
            taken.borrow_mut().insert((row.from, row.to, row.action));
            life.step(row, choice > u16::MAX / 2);
            let status = row.to;
            prop_assert!(ends.contains(&status), "no way from {status:?} to an end");
            // The counts add up: a dossier is in exactly one of the nine tabs.
            let tab = tab_of(status, life.open_fee, life.withdrawn);
            prop_assert_eq!(Tab::ALL.iter().filter(|one| **one == tab).count(), 1);
            // The tabs, the stages and whose turn it is agree.
            let party = waiting_party(status, life.open_fee, life.withdrawn, false);
            prop_assert_eq!(party == WaitingParty::Nobody, life.is_over(), "{:?}", life);
            let asks = matches!(tab, Tab::Supplement | Tab::Payment | Tab::Obligation);
            prop_assert_eq!(party == WaitingParty::Citizen, asks, "{:?}", life);
            let current = stages(status, life.withdrawn, &life.before);
            let current = current
                .iter()
                .filter(|(_, state)| *state == StageState::Current);
            prop_assert_eq!(current.count(), usize::from(!life.is_over()), "{:?}", life);
        }
        prop_assert!(life.is_over(), "still running after {} steps", MAX_STEPS);
        let tab = life
            .tab()
            .and_then(|tab| Tab::ALL.iter().position(|one| *one == tab));
        let mut finished = finished.borrow_mut();
        if let Some(count) = tab.and_then(|tab| finished.get_mut(tab)) {
            *count += 1;
        }
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
    for row in TRANSITIONS.iter().filter(|row| row.by == Actor::Citizen) {
        let step = (row.from, row.to, row.action);
        assert!(taken.borrow().contains(&step), "nobody could take {step:?}");
    }
    let finished = finished.into_inner();
    assert_eq!(finished.iter().sum::<u32>(), LIVES, "{finished:?}");
}
