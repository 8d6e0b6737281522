//! A property test of the table of status changes and of the rules around it: 10,000 random lives of dossiers, from the
//! draft to the end. Several live at once, as in the list of one citizen. Some of them are groups.

use std::cell::RefCell;
use std::collections::BTreeSet;

use contract::dossier::{DossierStatus, Tab, WaitingParty};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::{
    Actor, DossierState, TRANSITIONS, Transition, combined_state, find_transition,
    may_change_while_waiting, may_withdraw,
};
use crate::payment::can_pay_now;
use crate::progress::{StageState, is_closed, stages, waiting_party};

const LIVES: u32 = 10_000;
/// How many dossiers one citizen has. Every other one is a group.
const LIVES_AT_ONCE: u32 = 5;
/// Far more steps than these lives need together.
const MAX_STEPS: u32 = 50_000;

/// A fee of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fee {
    None,
    /// It can be paid, maybe online.
    Open {
        online: bool,
    },
    /// Its last day has passed, so the office must ask again.
    Lapsed,
}

/// A dossier of one procedure in the middle of its life: a single one, or a part of a group.
#[derive(Clone, Debug)]
struct Part {
    /// `None` while it is a draft.
    status: Option<DossierStatus>,
    is_withdrawn: bool,
    was_accepted: bool,
    fee: Fee,
    is_paid: bool,
    /// The statuses that it had, the newest first.
    before: Vec<DossierStatus>,
    /// The part of the same group whose result it needs.
    after: Option<usize>,
}

/// What happens to a part.
#[derive(Clone, Copy, Debug)]
enum Step {
    Change(&'static Transition),
    /// The office asks for a fee, or asks again.
    AskForFee,
    /// The citizen pays a fee that the dossier doesn't wait for.
    PayFee,
    /// The last day of the fee passes.
    FeeLapses,
}

impl Part {
    fn draft(after: Option<usize>) -> Part {
        Part {
            status: None,
            is_withdrawn: false,
            was_accepted: false,
            fee: Fee::None,
            is_paid: false,
            before: Vec::new(),
            after,
        }
    }

    fn state(&self) -> Option<DossierState> {
        Some(DossierState {
            status: self.status?,
            has_open_fee: self.fee == Fee::Open { online: true },
            is_withdrawn: self.is_withdrawn,
        })
    }

    fn is_over(&self) -> bool {
        self.status
            .is_some_and(|status| is_closed(status, self.is_withdrawn))
    }

    fn has_result(&self) -> bool {
        matches!(
            self.status,
            Some(DossierStatus::Processed | DossierStatus::Returned)
        )
    }

    /// Whether the rules of the backend allow this change now.
    fn allows(&self, row: &Transition, waits: bool) -> bool {
        let returns_to = match self.was_accepted {
            true => DossierStatus::Processing,
            false => DossierStatus::Registered,
        };
        let is_open = matches!(self.fee, Fee::Open { .. });
        match (row.from, row.by) {
            _ if row.from != self.status || (waits && !may_change_while_waiting(row)) => false,
            // Happens by itself, together with the rejection of the part that is waited for.
            (Some(DossierStatus::Registered), Actor::System) => false,
            (Some(status), Actor::Citizen) if row.to == DossierStatus::WithdrawalRequested => {
                may_withdraw(status, self.was_accepted, self.is_paid)
            }
            (Some(DossierStatus::SupplementRequested), Actor::Citizen) => row.to == returns_to,
            (Some(_), Actor::Payment) => row.to == returns_to && is_open,
            _ => true,
        }
    }

    fn possible_steps(&self, waits: bool) -> Vec<Step> {
        let changes = TRANSITIONS.iter().filter(|row| self.allows(row, waits));
        let mut steps: Vec<Step> = changes.map(Step::Change).collect();
        let payable = contract::payment::FeeState::Waiting;
        let Some(status) = self.status.filter(|status| can_pay_now(payable, *status)) else {
            return steps;
        };
        match self.fee {
            Fee::None | Fee::Lapsed => steps.push(Step::AskForFee),
            Fee::Open { .. } => {
                steps.push(Step::FeeLapses);
                // In status 6, the payment changes the status.
                if status != DossierStatus::ObligationRequested {
                    steps.push(Step::PayFee);
                }
            }
        }
        steps
    }

    fn take(&mut self, step: Step, online: bool) {
        match step {
            Step::AskForFee => self.fee = Fee::Open { online },
            Step::FeeLapses => self.fee = Fee::Lapsed,
            Step::PayFee => self.pay(),
            Step::Change(row) => self.change(row, online),
        }
    }

    fn pay(&mut self) {
        self.fee = Fee::None;
        self.is_paid = true;
    }

    fn change(&mut self, row: &Transition, online: bool) {
        self.is_withdrawn = self.status == Some(DossierStatus::WithdrawalRequested)
            && row.to == DossierStatus::Paused;
        if row.by == Actor::Payment {
            self.pay();
        }
        if row.to == DossierStatus::ObligationRequested {
            self.fee = Fee::Open { online };
        }
        self.was_accepted |= matches!(row.to, DossierStatus::Accepted | DossierStatus::Processing);
        self.status = Some(row.to);
        self.before.insert(0, row.to);
        if self.is_over() {
            self.fee = Fee::None;
        }
    }
}

/// A dossier as the citizen sees it in the list: a single one, or a group with its parts.
struct Life(Vec<Part>);

impl Life {
    /// The draft of a single dossier.
    fn single() -> Life {
        Life(vec![Part::draft(None)])
    }

    /// The draft of a group of three parts, of which each needs the result of the one before.
    fn group() -> Life {
        Life([None, Some(0), Some(1)].map(Part::draft).to_vec())
    }

    fn is_over(&self) -> bool {
        self.0.iter().all(Part::is_over)
    }

    /// The tab in which the list has it. Drafts are under «Mới đăng ký».
    fn tab(&self) -> Tab {
        let states: Option<Vec<DossierState>> = self.0.iter().map(Part::state).collect();
        match states.as_deref() {
            None => Tab::New,
            Some([single]) => single.tab(),
            Some(parts) => combined_state(parts).tab(),
        }
    }

    fn waits(&self, part: &Part) -> bool {
        let awaited = part.after.and_then(|index| self.0.get(index));
        part.status.is_some() && awaited.is_some_and(|part| !part.has_result())
    }

    /// Takes a random step of a random part. Returns the part's number and the status change, if the step is one.
    fn take_random_step(&mut self, random: &mut Random) -> Result<(), TestCaseError> {
        if self.0.iter().all(|part| part.status.is_none()) {
            let sent = find_transition(None, DossierStatus::Registered, Actor::Citizen);
            for part in &mut self.0 {
                sent.into_iter().for_each(|row| part.change(row, false));
            }
            return Ok(());
        }
        let mut possible = Vec::new();
        for (index, part) in self.0.iter().enumerate() {
            let steps = part.possible_steps(self.waits(part));
            let awaits_another = self.waits(part) && part.status == Some(DossierStatus::Registered);
            prop_assert!(
                !steps.is_empty() || part.is_over() || awaits_another,
                "a dead end: {:?}",
                part
            );
            possible.extend(steps.into_iter().map(|step| (index, step)));
        }
        prop_assert!(!possible.is_empty() || self.is_over(), "a dead end");
        let chosen = possible.get(random.below(possible.len()));
        if let Some((index, step)) = chosen
            && let Some(part) = self.0.get_mut(*index)
        {
            part.take(*step, random.below(2) == 0);
            if let Step::Change(row) = step {
                random.taken.insert((row.from, row.to, row.action));
            }
            self.reject_waiting(*index);
        }
        Ok(())
    }

    /// Rejects the parts that wait for a part which has ended without a result.
    fn reject_waiting(&mut self, ended: usize) {
        let is_ended = |part: &Part| part.is_over() && !part.has_result();
        if !self.0.get(ended).is_some_and(is_ended) {
            return;
        }
        let from = DossierStatus::Registered;
        let row = find_transition(Some(from), DossierStatus::Rejected, Actor::System);
        for index in 0..self.0.len() {
            let waiting = self.0.get_mut(index);
            let waiting = waiting.filter(|part| part.after == Some(ended));
            if let (Some(part), Some(row)) = (waiting.filter(|part| part.status == Some(from)), row)
            {
                part.change(row, false);
                self.reject_waiting(index);
            }
        }
    }

    fn check(&self, ends: &BTreeSet<DossierStatus>) -> Result<(), TestCaseError> {
        let is_listed_as_ended = matches!(self.tab(), Tab::Closed | Tab::Returned);
        prop_assert_eq!(is_listed_as_ended, self.is_over(), "{:?}", self.0);
        for part in &self.0 {
            let Some(state) = part.state() else {
                continue;
            };
            let status = state.status;
            prop_assert!(ends.contains(&status), "no way from {status:?} to an end");
            let keeps_money = part.is_withdrawn && !part.was_accepted && part.is_paid;
            prop_assert!(!keeps_money, "withdrawn, and the money is kept: {:?}", part);
            // The tabs, the stages and whose turn it is agree.
            let party = waiting_party(status, state.has_open_fee, part.is_withdrawn, false);
            prop_assert_eq!(party == WaitingParty::Nobody, part.is_over(), "{:?}", part);
            let asks = matches!(
                state.tab(),
                Tab::Supplement | Tab::Payment | Tab::Obligation
            );
            prop_assert_eq!(party == WaitingParty::Citizen, asks, "{:?}", part);
            let current = stages(status, part.is_withdrawn, part.before.iter().copied());
            let current = current
                .iter()
                .filter(|(_, state)| *state == StageState::Current);
            prop_assert_eq!(current.count(), usize::from(!part.is_over()), "{:?}", part);
        }
        Ok(())
    }
}

/// The counts of the tabs, as the list computes them.
fn counts(lives: &[Life]) -> [usize; 9] {
    Tab::ALL.map(|tab| lives.iter().filter(|life| life.tab() == tab).count())
}

/// Random numbers, and the changes that they have led to.
struct Random {
    state: u64,
    taken: BTreeSet<(Option<DossierStatus>, DossierStatus, &'static str)>,
}

impl Random {
    /// A number below `bound`, or 0 if there is none (xorshift64*).
    fn below(&mut self, bound: usize) -> usize {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        let number = self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number)
            .ok()
            .and_then(|number| number.checked_rem(bound))
            .unwrap_or(0)
    }
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
        cases: LIVES / LIVES_AT_ONCE,
        ..ProptestConfig::default()
    });
    let taken = RefCell::new(BTreeSet::new());
    let finished = RefCell::new([0_usize; 9]);
    let outcome = runner.run(&(1..u64::MAX), |seed| {
        let mut random = Random {
            state: seed,
            taken: BTreeSet::new(),
        };
        let draft = |number| match number % 2 {
            0 => Life::single(),
            _ => Life::group(),
        };
        let mut lives: Vec<Life> = (0..LIVES_AT_ONCE).map(draft).collect();
        for _ in 0..MAX_STEPS {
            let open = lives.iter_mut().filter(|life| !life.is_over());
            let mut open: Vec<&mut Life> = open.collect();
            let index = random.below(open.len());
            let Some(life) = open.get_mut(index) else {
                break;
            };
            life.take_random_step(&mut random)?;
            life.check(&ends)?;
            let total: usize = counts(&lives).iter().sum();
            prop_assert_eq!(total, lives.len(), "the counts of the tabs don't add up");
        }
        prop_assert!(lives.iter().all(Life::is_over), "still running");
        taken.borrow_mut().extend(random.taken);
        for (sum, count) in finished.borrow_mut().iter_mut().zip(counts(&lives)) {
            *sum += count;
        }
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
    for row in TRANSITIONS.iter().filter(|row| row.by == Actor::Citizen) {
        let step = (row.from, row.to, row.action);
        let is_taken = row.from.is_none() || taken.borrow().contains(&step);
        assert!(is_taken, "nobody could take {step:?}");
    }
    let finished = finished.into_inner();
    assert_eq!(
        finished.iter().sum::<usize>(),
        LIVES as usize,
        "{finished:?}"
    );
}
