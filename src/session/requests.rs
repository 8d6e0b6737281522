//! Requests to the backend that read or change the session.

use contract::endpoints::{GET_SESSION, PATCH_SESSION};
use contract::session::SessionChange;
use leptos::prelude::Set;

use super::state::SessionState;
use super::visitor::{Visitor, account_key};
use crate::api::ClientError;

impl SessionState {
    /// Asks the backend who is signed in, and updates the state of the session. If a sign-out is still pending, sends
    /// it first.
    pub async fn refresh(self) -> Result<(), ClientError> {
        let loaded = self.load_session().await;
        self.refresh_error().set(loaded.as_ref().err().cloned());
        match loaded? {
            Some(session) => self.accept(session),
            None => {
                self.report_lost_token();
                self.set_visitor(Visitor::Guest);
            }
        }
        Ok(())
    }

    /// Turns the setting «Máy dùng chung» on or off at the backend: whether several people use this device.
    pub async fn set_device_shared(self, is_shared: bool) -> Result<(), ClientError> {
        let change = SessionChange {
            shared_device: is_shared,
        };
        let session = self
            .api()
            .send(&PATCH_SESSION, &[], &change, Vec::new())
            .await?;
        self.begin(session);
        Ok(())
    }

    /// Asks the backend which citizen is signed in now. Returns `false` if another citizen has signed in in another
    /// tab. If the session has expired, returns `true`: the typed texts are kept until they can be sent.
    pub async fn recheck(self) -> Result<bool, ClientError> {
        if self.inner().pending_sign_out.get().is_some() {
            return Ok(true);
        }
        let Some(session) = self.api().get(&GET_SESSION, &[], "").await? else {
            self.expire();
            return Ok(true);
        };
        let is_same_account = self
            .account()
            .is_none_or(|before| account_key(&before) == account_key(&session.account));
        self.accept(session);
        Ok(is_same_account)
    }
}
