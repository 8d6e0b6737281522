//! What a page does with the response to a refresh that the citizen didn't ask for.

use crate::api::{ClientError, Load};

/// Whether the page stays as it is. What was loaded before helps the citizen more than an error message, so only the news
/// that the thing is gone replaces it.
pub(in crate::journey::following) fn keeps_page<T: PartialEq>(
    shown: &Load<T>,
    answer: &Result<T, ClientError>,
) -> bool {
    match (shown, answer) {
        (Load::Ready(shown), Ok(answer)) => shown == answer,
        (Load::Ready(_), Err(error)) => !error.is_not_found(),
        (Load::Waiting | Load::Failed(_), _) => false,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::json;

    use super::*;

    fn refused(status: u16, code: &str) -> ClientError {
        let problem = json!({"type": "about:blank", "title": "", "status": status, "code": code});
        ClientError::Refused(Box::new(serde_json::from_value(problem).unwrap()))
    }

    #[test]
    fn only_news_replace_what_is_shown() {
        let shown = Load::Ready(1);
        assert!(keeps_page(&shown, &Ok(1)));
        assert!(!keeps_page(&shown, &Ok(2)));
        for error in [
            ClientError::Offline,
            ClientError::SessionExpired,
            refused(429, "too_many_requests"),
            refused(500, "internal"),
        ] {
            assert!(keeps_page(&shown, &Err(error.clone())), "{error:?}");
            assert!(!keeps_page(&Load::<u8>::Waiting, &Err(error)));
        }
        assert!(!keeps_page(&shown, &Err(refused(404, "not_found"))));
    }
}
