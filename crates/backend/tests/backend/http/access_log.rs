//! The lines of the log: each says when, what, how it ended and, by a number alone, whose request it was.

use std::io;
use std::sync::{Arc, Mutex};

use contract::challenge::Challenge;
use contract::endpoints;
use tracing_subscriber::fmt;

use crate::kit::{PASSWORD, TestBackend};

const PHONE: &str = "0912345678";

/// Where the lines of this test go.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    /// What has been written since it was read last.
    fn read(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().split_off(0)).unwrap()
    }
}

impl io::Write for Lines {
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
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = fmt().with_writer(move || writer.clone()).finish();
    let _logging = tracing::subscriber::set_default(subscriber);
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let binh = backend.register_binh().await;
    // Another test's thread, which has no subscriber, may have met the line first and found that nobody wants it.
    tracing::callsite::rebuild_interest_cache();
    let mut all = lines.read();
    let mut line = |part: &str, whose: &str| {
        let read = lines.read();
        assert_eq!(read.lines().count(), 1, "{read}");
        assert!(read.contains(part) && read.contains(whose), "{read}");
        all.push_str(&read);
    };
    lan.get_session().await;
    line("route=\"/api/session\" status=200", "account=1 ");
    binh.call(&endpoints::GET_DOSSIERS, &[]).await;
    line("status=200", "account=2 ");
    let stranger = backend.client();
    stranger.post_sign_in(PHONE, "không phải mật khẩu").await;
    line("route=\"/api/sign-ins\" status=403", "account=1 ");
    let challenge: Challenge = stranger.post_sign_in(PHONE, PASSWORD).await.json();
    line("status=201", "account=1 ");
    stranger.submit_code(&challenge.id, "000000").await;
    line("status=403", "account=1 ");
    let code = backend.last_code(PHONE).await;
    stranger.submit_code(&challenge.id, &code).await;
    line("status=200", "account=1 ");
    backend.client().post_sign_in("0387654321", PASSWORD).await;
    line("status=403 milliseconds=", "");
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
