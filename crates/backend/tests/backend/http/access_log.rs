//! The access log: each line contains the time, route, status, duration and account number of a request, and no
//! personal data.

use std::io;
use std::sync::{Arc, Mutex};

use contract::challenge::Challenge;
use contract::endpoints;
use tracing_subscriber::fmt;

use crate::kit::{PASSWORD, TestBackend};

const PHONE: &str = "0912345678";

/// A buffer that the test's log lines are written to.
#[derive(Clone, Default)]
struct LogBuffer(Arc<Mutex<Vec<u8>>>);

impl LogBuffer {
    /// Returns the text written since the last call, and empties the buffer.
    fn take(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().split_off(0)).unwrap()
    }
}

impl io::Write for LogBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn an_access_log_line_names_the_account_by_number_and_nothing_personal() {
    let lines = LogBuffer::default();
    let writer = lines.clone();
    let subscriber = fmt().with_writer(move || writer.clone()).finish();
    let _logging = tracing::subscriber::set_default(subscriber);
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let binh = backend.register_binh().await;
    // `tracing` caches for each log statement whether a subscriber wants it. Another test thread, which has no
    // subscriber, may have filled this cache with "no". So the cache must be computed again.
    tracing::callsite::rebuild_interest_cache();
    let mut all = lines.take();
    let mut assert_line = |request: &str, account: &str| {
        let line = lines.take();
        assert_eq!(line.lines().count(), 1, "{line}");
        assert!(line.contains(request) && line.contains(account), "{line}");
        all.push_str(&line);
    };
    lan.get_session().await;
    assert_line("route=\"/api/session\" status=200", "account=1 ");
    binh.call(&endpoints::GET_DOSSIERS, &[]).await;
    assert_line("status=200", "account=2 ");
    let stranger = backend.client();
    stranger.post_sign_in(PHONE, "không phải mật khẩu").await;
    assert_line("route=\"/api/sign-ins\" status=403", "account=1 ");
    let challenge: Challenge = stranger.post_sign_in(PHONE, PASSWORD).await.json();
    assert_line("status=201", "account=1 ");
    stranger.submit_code(&challenge.id, "000000").await;
    assert_line("status=403", "account=1 ");
    let code = backend.last_code(PHONE).await;
    stranger.submit_code(&challenge.id, &code).await;
    assert_line("status=200", "account=1 ");
    backend.client().post_sign_in("0387654321", PASSWORD).await;
    assert_line("status=403 milliseconds=", "");
    for personal in [
        PHONE,
        "045190000001",
        "Lan",
        "0387654321",
        PASSWORD,
        &code,
        &challenge.id,
    ] {
        assert!(!all.contains(personal), "{personal}: {all}");
    }
}
