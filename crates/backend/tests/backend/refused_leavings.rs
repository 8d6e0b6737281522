//! Leaving for the identity provider when it can't be done now: the browser itself asks, so it is led to the sign-in page,
//! which says so and goes on to where the citizen was going.

use crate::kit::provider::{backend_with, leave, led_to, provider};

/// A search with what was typed, as it travels in the address of leaving.
const SEARCH: &str = "%2Fprocedures%3Fq%3Dkhai%2520sinh%26field%3D1";
/// The sign-in page that leads on to it.
const SEARCH_AFTER_TROUBLE: &str =
    "/sign-in?trouble=failed&next=%2Fprocedures%3Fq%3Dkhai%2520sinh%26field%3D1";

#[tokio::test]
async fn whoever_leaves_without_end_is_told_so_on_the_sign_in_page_and_keeps_where_he_was_going() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, true);
    let visitor = backend.visitor();
    for _ in 0..300 {
        assert_eq!(leave(&visitor, "/").await.status, 303);
    }
    led_to(&leave(&visitor, SEARCH).await, SEARCH_AFTER_TROUBLE);
    backend.wait(601);
    assert!(
        leave(&visitor, SEARCH)
            .await
            .header("location")
            .unwrap()
            .starts_with(&issuer)
    );
}

#[tokio::test]
async fn while_too_many_are_on_their_way_the_next_is_told_so_on_the_sign_in_page() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, true);
    let now = backend.state.clock.now();
    let crowd = backend.state.store.run(move |transaction| {
        transaction.execute(
            "WITH RECURSIVE crowd (place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM crowd LIMIT 20000)
             INSERT INTO single_sign_ons
                 (state_hash, browser_hash, provider, nonce, verifier, back, shared_device, begun_at)
             SELECT randomblob(32), randomblob(32), 'dvcqg', '', '', '/', 0, ?1 FROM crowd",
            [now],
        )?;
        Ok(())
    });
    crowd.await.unwrap();
    let visitor = backend.visitor();
    led_to(&leave(&visitor, SEARCH).await, SEARCH_AFTER_TROUBLE);
    assert_eq!(visitor.cookie(), None);
    backend.wait(600);
    assert_ne!(leave(&visitor, SEARCH).await.header("location"), None);
    assert!(visitor.cookie().is_some());
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_costs_nobody_what_was_typed() {
    let (backend, _dir) = backend_with("http://127.0.0.1:9", true);
    led_to(
        &leave(&backend.visitor(), SEARCH).await,
        SEARCH_AFTER_TROUBLE,
    );
}
