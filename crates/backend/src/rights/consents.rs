//! Giving and withdrawing consents, one purpose at a time. Each needs one request, so withdrawing a consent is as easy
//! as giving it.

use axum::Json;
use axum::extract::State;
use contract::consent::{Consent, ConsentChange, ConsentPurpose};
use rusqlite::Transaction;

use crate::auth::extractors::Citizen;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::consents;

/// `GET /account/consents`: lists the account's consents.
pub(super) async fn list_consents(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<Json<Vec<Consent>>, Refusal> {
    let consents = state
        .store
        .run(move |transaction| consents::list(transaction, citizen.account_id));
    Ok(Json(consents.await?))
}

/// `POST /account/consents`: gives or withdraws one consent. 422 with one of these pointers: `/purpose` for an unknown
/// purpose, `/version` for a wrong version, and `/given` if a required consent would be withdrawn.
pub(super) async fn change_consent(
    State(state): State<AppState>,
    citizen: Citizen,
    JsonBody(change): JsonBody<ConsentChange>,
) -> Result<Json<Vec<Consent>>, Refusal> {
    let (data, now) = (state.data.clone(), state.clock.now());
    let consents = state.store.run(move |transaction| {
        let mut purposes = data.consents().iter();
        let purpose = purposes.find(|purpose| purpose.key == change.purpose);
        apply(transaction, citizen.account_id, &change, purpose, now)?;
        consents::list(transaction, citizen.account_id)
    });
    Ok(Json(consents.await?))
}

/// Validates and saves a change of a consent. `purpose` is `None` if the portal doesn't ask for this consent.
fn apply(
    transaction: &Transaction<'_>,
    account_id: i64,
    change: &ConsentChange,
    purpose: Option<&ConsentPurpose>,
    now: i64,
) -> Result<(), Refusal> {
    match (purpose, change.given) {
        (Some(purpose), true) if purpose.version == change.version => {
            consents::give(transaction, account_id, purpose, now)
        }
        (Some(purpose), false) if purpose.required => {
            Err(Refusal::invalid_property("/given", "const"))
        }
        // A consent to an older wording can also be withdrawn.
        (Some(purpose), false) if (1..=purpose.version).contains(&change.version) => {
            consents::withdraw(transaction, account_id, &purpose.key, now)?;
            Ok(())
        }
        (Some(_), _) => Err(Refusal::invalid_property("/version", "const")),
        // A consent can be withdrawn even if the portal no longer asks for it.
        (None, false) if consents::withdraw(transaction, account_id, &change.purpose, now)? => {
            Ok(())
        }
        (None, _) => Err(Refusal::invalid_property("/purpose", "enum")),
    }
}
