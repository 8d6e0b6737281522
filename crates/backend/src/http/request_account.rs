//! Whose request it turns out to be, for its line in the log: the account's number in the store, and never anything that
//! says who that is. Nothing may be decided by it.

use core::cell::Cell;
use core::future::Future;

tokio::task_local! {
    static ACCOUNT: Cell<Option<i64>>;
}

/// Says whose account this request is about, or whose password or code is tried.
pub(crate) fn set(account_id: i64) {
    // Outside of a request there is no line to be written.
    let _outside = ACCOUNT.try_with(|account| account.set(Some(account_id)));
}

/// Answers a request, and tells whose it was.
pub(crate) async fn track<T>(answering: impl Future<Output = T>) -> (T, Option<i64>) {
    let telling = async {
        let answer = answering.await;
        (answer, ACCOUNT.try_with(Cell::get).ok().flatten())
    };
    ACCOUNT.scope(Cell::new(None), telling).await
}
