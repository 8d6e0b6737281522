//! Asks the backend about the session, and changes it there.

use contract::endpoints::{GET_SESSION, PATCH_SESSION};
use contract::session::SessionChange;

use super::state::SessionState;
use super::visitor::{Visitor, account_key};
use crate::api::ClientError;

impl SessionState {
    /// Asks the backend who is signed in. Sends a pending sign-out first.
    pub async fn refresh(self) -> Result<(), ClientError> {
        match self.load_session().await? {
            Some(session) => self.accept(session),
            None => {
                self.report_lost_token();
                self.set_visitor(Visitor::Guest);
            }
        }
        Ok(())
    }

    /// «Máy dùng chung»: tells the backend whether several people use this device.
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

    /// Asks the backend who is signed in now, because another citizen may have signed in in another tab. `false` if so. If
    /// the session has expired, the typed texts stay until they can be sent.
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
