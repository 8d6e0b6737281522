//! Fees and online payments.

mod callbacks;
mod fees;
mod gateway_process;
mod paying;
