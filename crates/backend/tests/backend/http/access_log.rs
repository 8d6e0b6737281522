//! The access log: each line contains the time, route, status, duration and account number of a request, and no
//! personal data.

use contract::challenge::Challenge;
use contract::endpoints;

use crate::kit::{LogBuffer, PASSWORD, TestBackend};

const PHONE: &str = "0912345678";

#[tokio::test]
async fn an_access_log_line_names_the_account_by_number_and_nothing_personal() {
    let lines = LogBuffer::default();
    let _logging = lines.record();
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let binh = backend.register_binh().await;
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
