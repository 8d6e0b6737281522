//! Remembers which account makes the current request, so that the log entry of the request can contain the database key
//! of the account. This account must never be used for authorization.

use core::cell::Cell;
use core::future::Future;

tokio::task_local! {
    static ACCOUNT: Cell<Option<i64>>;
}

/// Records the account of the current request. For a request without a session, this is the account whose password or
/// code the request contains.
pub(crate) fn record_account(account_id: i64) {
    // `try_with` fails if no request is running. The account is only needed for the log entry of a request, so this
    // error can be ignored.
    let _outside = ACCOUNT.try_with(|account| account.set(Some(account_id)));
}

/// Runs the future `answering`, which handles one request. Returns its output, and the account that was recorded while
/// it ran.
pub(crate) async fn track<T>(answering: impl Future<Output = T>) -> (T, Option<i64>) {
    let with_account = async {
        let answer = answering.await;
        (answer, ACCOUNT.try_with(Cell::get).ok().flatten())
    };
    ACCOUNT.scope(Cell::new(None), with_account).await
}
