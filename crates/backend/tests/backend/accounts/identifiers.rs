//! Phone and citizen ids as people enter them to sign in.

use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend};

#[tokio::test]
async fn a_phone_without_its_zero_or_with_the_country_code_signs_in() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    backend.advance_clock(600);
    for identifier in ["912345678", "840912345678", "84912345678"] {
        let started = backend.client().post_sign_in(identifier, PASSWORD).await;
        assert_eq!(started.status, 201, "{identifier}: {}", started.text());
    }
}

#[tokio::test]
async fn digits_that_are_one_persons_phone_and_anothers_old_card_sign_in_either_of_them() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let old_card = "912345678";
    backend
        .register_citizen("Hoa", old_card, "0987654321")
        .await;
    let hoas_password = "mật khẩu của Hoa";
    let changed = backend.state.passwords.hash(hoas_password.to_owned()).await;
    let changed = changed.unwrap();
    let set = backend.state.store.run(move |transaction| {
        transaction.execute(
            "UPDATE accounts SET password_hash = ?1 WHERE citizen_id = ?2",
            (changed, old_card),
        )?;
        Ok(())
    });
    set.await.unwrap();
    backend.advance_clock(600);
    for (password, phone) in [(PASSWORD, "0912345678"), (hoas_password, "0987654321")] {
        let before = backend.messages(phone).await.len();
        let started = backend.client().post_sign_in(old_card, password).await;
        assert_eq!(started.status, 201, "{}", started.text());
        assert_eq!(backend.messages(phone).await.len(), before + 1);
    }
}

#[tokio::test]
async fn wrong_passwords_for_one_phone_share_a_count_however_it_is_written() {
    let backend = TestBackend::start();
    let client = backend.client();
    for identifier in ["912345678", "0912345678"].repeat(5) {
        client
            .post_sign_in(identifier, "không phải mật khẩu")
            .await
            .assert_problem(403, ProblemCode::WrongCredentials);
    }
    client
        .post_sign_in("840912345678", "không phải mật khẩu")
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
}

#[tokio::test]
async fn what_is_no_identifier_is_named_at_its_place_and_costs_no_try() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    for identifier in ["0212345678", "12345", "01234567890", "0912 345 678"].repeat(5) {
        let refused = client.post_sign_in(identifier, PASSWORD).await;
        let refused = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(refused.pointer.as_deref(), Some("/identifier"));
    }
    let right = client.post_sign_in("0912345678", PASSWORD).await;
    assert_eq!(right.status, 201);
}
