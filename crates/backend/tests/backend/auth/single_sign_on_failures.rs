//! Single sign-on that fails to start, for example because the provider is unavailable. The citizen's browser navigates
//! to the URL that starts single sign-on, so the backend can't respond with a JSON error. Instead it redirects to the
//! sign-in page. The query of the redirect contains the failure (`trouble`) and the page that the citizen wanted to
//! open (`next`).

use crate::kit::identity_provider::{
    assert_redirect, request_authorize, start_backend_with_provider, start_provider,
};

/// The page to return to, as a percent-encoded parameter of the request that starts single sign-on. It is a search for
/// procedures.
const SEARCH: &str = "%2Fprocedures%3Fq%3Dkhai%2520sinh%26field%3D1";
/// The redirect to the sign-in page. Its parameter `next` contains the page in `SEARCH`.
const SIGN_IN_WITH_SEARCH: &str =
    "/sign-in?trouble=failed&next=%2Fprocedures%3Fq%3Dkhai%2520sinh%26field%3D1";

#[tokio::test]
async fn limits_sign_on_attempts_per_client_and_keeps_the_return_page() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
    let client = backend.client();
    for _ in 0..300 {
        assert_eq!(request_authorize(&client, "/").await.status, 303);
    }
    assert_redirect(
        &request_authorize(&client, SEARCH).await,
        SIGN_IN_WITH_SEARCH,
    );
    backend.advance_clock(601);
    assert!(
        request_authorize(&client, SEARCH)
            .await
            .header("location")
            .unwrap()
            .starts_with(&issuer)
    );
}

#[tokio::test]
async fn limits_pending_sign_ons_in_total_and_keeps_the_return_page() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
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
    let client = backend.client();
    assert_redirect(
        &request_authorize(&client, SEARCH).await,
        SIGN_IN_WITH_SEARCH,
    );
    assert_eq!(client.cookie(), None);
    backend.advance_clock(600);
    assert_ne!(
        request_authorize(&client, SEARCH).await.header("location"),
        None
    );
    assert!(client.cookie().is_some());
}

#[tokio::test]
async fn an_unreachable_provider_keeps_the_return_page() {
    let (backend, _dir) = start_backend_with_provider("http://127.0.0.1:9", true);
    assert_redirect(
        &request_authorize(&backend.client(), SEARCH).await,
        SIGN_IN_WITH_SEARCH,
    );
}
