//! Signing in («Đăng nhập») with password and one-time code, and signing out («Đăng xuất»).

use backend::auth::password::Passwords;
use backend::config::PasswordCost;
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend};

const PHONE: &str = "0912345678";

#[tokio::test]
async fn signs_in_by_citizen_id_or_phone_with_password_and_code() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    for identifier in ["045190000001", PHONE] {
        let client = backend.client();
        let challenge: Challenge = client.post_sign_in(identifier, PASSWORD).await.json();
        assert_eq!(challenge.purpose, ChallengePurpose::SignIn);
        assert_eq!(client.get_session().await, None);
        let code = backend.last_code(PHONE).await;
        let response = client.submit_code(&challenge.id, &code).await;
        let CodeOutcome::SignedIn { session } = response.json() else {
            panic!("{}", response.text());
        };
        assert_eq!(session.account.name, "Nguyễn Thị Lan");
        let current = client.get_session().await.unwrap();
        assert_eq!(current, session);
    }
}

#[tokio::test]
async fn accepts_the_password_in_decomposed_form() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let decomposed = "mo\u{302}\u{323}t ma\u{302}\u{323}t kha\u{302}\u{309}u da\u{300}i";
    let response = backend.client().post_sign_in(PHONE, decomposed).await;
    assert_eq!(response.status, 201);
}

#[tokio::test]
async fn sign_in_rejects_a_malformed_identifier_or_password_with_a_pointer() {
    let backend = TestBackend::start();
    let client = backend.client();
    let long = "0".repeat(10_000);
    for identifier in [
        "",
        "  ",
        "+84912345678",
        "091234567🙂",
        "<script>",
        "0912345678\u{200F}",
        &long,
    ] {
        let problem = client
            .post_sign_in(identifier, PASSWORD)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/identifier"));
    }
    for password in ["", &"x".repeat(10_000)] {
        let problem = client
            .post_sign_in(PHONE, password)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/password"));
    }
}

#[tokio::test]
async fn a_password_never_expires() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    backend.advance_clock(2 * 365 * 24 * 3600);
    backend.sign_in(PHONE).await;
}

#[tokio::test]
async fn a_sign_in_challenge_cannot_set_a_password() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    let challenge: Challenge = client.post_sign_in(PHONE, PASSWORD).await.json();
    client
        .set_password(&challenge.id, "mật khẩu của kẻ khác")
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_code_works_only_for_its_own_challenge() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let binh = backend.register_binh().await;
    let binhs: Challenge = binh.post_sign_in("0987654321", PASSWORD).await.json();
    let lans: Challenge = binh.post_sign_in(PHONE, PASSWORD).await.json();
    let binhs_code = backend.last_code("0987654321").await;
    if binhs_code != backend.last_code(PHONE).await {
        binh.submit_code(&lans.id, &binhs_code)
            .await
            .assert_problem(403, ProblemCode::WrongCode);
    }
    assert_eq!(binh.submit_code(&binhs.id, &binhs_code).await.status, 200);
}

#[tokio::test]
async fn signing_out_voids_copies_of_the_cookie() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let copied = lan.cookie();
    let response = lan.call(&endpoints::DELETE_SESSION, &[]).await;
    assert_eq!(response.status, 204);
    assert_eq!(lan.cookie(), None);
    lan.set_cookie(copied);
    assert_eq!(lan.get_session().await, None);
    let again = lan.call(&endpoints::DELETE_SESSION, &[]).await;
    assert_eq!(again.status, 204, "signing out twice succeeds");
}

#[tokio::test]
async fn a_session_expires_after_half_an_hour_without_requests() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.sign_in(PHONE).await;
    for _ in 0..3 {
        backend.advance_clock(29 * 60);
        assert!(client.get_session().await.is_some());
    }
    backend.advance_clock(30 * 60);
    assert_eq!(client.get_session().await, None);
}

#[tokio::test]
async fn a_session_expires_after_twelve_hours_even_if_active() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.sign_in(PHONE).await;
    for _ in 0..(12 * 60 / 20 - 1) {
        backend.advance_clock(20 * 60);
        assert!(client.get_session().await.is_some());
    }
    backend.advance_clock(20 * 60);
    assert_eq!(client.get_session().await, None);
}

#[tokio::test]
async fn the_session_cookie_is_host_only_http_only_secure_and_same_site() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.secure_cookies = true;
    });
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    let code = backend.last_code(PHONE).await;
    client.submit_code(&challenge.id, &code).await;
    let response = client.set_password(&challenge.id, PASSWORD).await;
    let cookie = response.header("set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-sid="));
    assert!(cookie.ends_with("; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure"));
    assert!(client.get_session().await.is_some());
}

#[tokio::test]
async fn an_invented_cookie_gives_no_access() {
    let backend = TestBackend::start();
    let client = backend.client();
    for cookie in [
        "sid=",
        "sid=x",
        "sid",
        "__Host-sid=x",
        "a=b; sid=' OR 1=1 --",
    ] {
        client.set_cookie(Some(cookie.to_owned()));
        assert_eq!(client.get_session().await, None);
    }
}

/// The password hash of the only account in the database.
async fn stored_hash(backend: &TestBackend) -> String {
    let query = backend.state.store.run(|transaction| {
        let select = "SELECT password_hash FROM accounts";
        Ok(transaction.query_row(select, [], |row| row.get(0))?)
    });
    query.await.unwrap()
}

#[tokio::test]
async fn a_right_password_is_rehashed_when_the_hash_cost_was_raised() {
    let mut backend = TestBackend::start();
    backend.register_lan().await;
    let cheap_hash = stored_hash(&backend).await;
    backend.client().post_sign_in(PHONE, PASSWORD).await;
    assert_eq!(stored_hash(&backend).await, cheap_hash);
    let higher_cost = PasswordCost {
        memory_kib: 16,
        passes: 2,
    };
    backend.state.passwords = Passwords::new(higher_cost).unwrap();
    backend
        .client()
        .post_sign_in(PHONE, "không phải mật khẩu")
        .await;
    assert_eq!(stored_hash(&backend).await, cheap_hash);
    backend.client().post_sign_in(PHONE, PASSWORD).await;
    let costly_hash = stored_hash(&backend).await;
    assert!(
        costly_hash.starts_with("$argon2id$v=19$m=16,t=2,p=1$"),
        "{costly_hash}"
    );
    backend.advance_clock(600);
    let again = backend.client().post_sign_in(PHONE, PASSWORD).await;
    assert_eq!(again.status, 201);
    assert_eq!(stored_hash(&backend).await, costly_hash);
}
