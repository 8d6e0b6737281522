//! Fees and online payments.

mod callbacks;
mod ended_dossiers;
mod expired_fees;
mod fees;
mod gateway_process;
mod paying;
mod reconciliation;
mod repeated_requests;
