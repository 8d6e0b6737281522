//! Withdrawing a dossier («Rút hồ sơ»).

/// The section with the button and its dialog.
mod withdrawal_section;

pub(super) use withdrawal_section::withdrawal_section;
