//! Records the account of the current request for the access log, by its number in the database. Authorization must
//! not depend on it.

use core::cell::Cell;
use core::future::Future;

tokio::task_local! {
    static ACCOUNT: Cell<Option<i64>>;
}

/// Records the account that the request belongs to, or whose password or code is being checked.
pub(crate) fn record_account(account_id: i64) {
    // Outside of a request there is no log line, and the error can be ignored.
    let _outside = ACCOUNT.try_with(|account| account.set(Some(account_id)));
}

/// Runs `answering` and returns its output with the account that was recorded meanwhile.
pub(crate) async fn track<T>(answering: impl Future<Output = T>) -> (T, Option<i64>) {
    let with_account = async {
        let answer = answering.await;
        (answer, ACCOUNT.try_with(Cell::get).ok().flatten())
    };
    ACCOUNT.scope(Cell::new(None), with_account).await
}
