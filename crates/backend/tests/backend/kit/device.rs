//! Another device of somebody who has an account.

use contract::challenge::{Challenge, CodeOutcome};
use contract::session::Session;

use super::{Backend, PASSWORD, Visitor};

impl Backend {
    /// Signs in from a device that sends these headers.
    pub(crate) async fn device(
        &self,
        phone: &str,
        headers: &[(&'static str, &str)],
    ) -> (Visitor, Session) {
        let visitor = self.visitor();
        for (name, value) in headers {
            visitor.carry(name, value);
        }
        let challenge: Challenge = visitor.sign_in(phone, PASSWORD).await.body();
        let code = self.last_code(phone).await;
        let answer = visitor.answer(&challenge.id, &code).await;
        let CodeOutcome::SignedIn { session } = answer.body() else {
            panic!("{}", answer.text());
        };
        (visitor, session)
    }
}
