//! Whether requests are sent as POST requests with the header `X-HTTP-Method-Override`. Some proxies let only GET and
//! POST requests through. The caller notices this and turns the override on; it then stays on until the app is loaded
//! again.

use std::cell::Cell;

use contract::Method;
use contract::limits::METHOD_OVERRIDE_HEADER;

thread_local! {
    static IS_ON: Cell<bool> = const { Cell::new(false) };
}

/// Turns the override on, for a request whose method something on the way has refused. Returns `false` if that changes
/// nothing, because the request was sent with the override already, so that sending it again would not help.
pub fn turn_on(refused: Method, was_overridden: bool) -> bool {
    let can_help = refused.can_be_overridden() && !was_overridden;
    if can_help {
        IS_ON.set(true);
    }
    can_help
}

/// The method with which a request is sent, and the header that names its real method.
pub(super) fn apply(method: Method) -> (Method, Option<(&'static str, String)>) {
    match method.can_be_overridden() && IS_ON.get() {
        true => (
            Method::Post,
            Some((METHOD_OVERRIDE_HEADER, method.as_str().to_owned())),
        ),
        false => (method, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_methods_that_proxies_block_become_post() {
        assert_eq!(apply(Method::Patch), (Method::Patch, None));
        assert!(!turn_on(Method::Post, false), "POST has no replacement");
        assert!(turn_on(Method::Head, false));
        assert!(
            !turn_on(Method::Head, true),
            "it was refused with the override too"
        );
        for method in [Method::Patch, Method::Head, Method::Delete] {
            let header = (METHOD_OVERRIDE_HEADER, method.as_str().to_owned());
            assert_eq!(apply(method), (Method::Post, Some(header)));
        }
        assert_eq!(apply(Method::Get), (Method::Get, None));
    }

    #[test]
    fn each_of_two_requests_that_are_blocked_at_once_is_sent_again() {
        let sent =
            [Method::Patch, Method::Delete].map(|method| (method, apply(method).1.is_some()));
        for (method, was_overridden) in sent {
            assert!(turn_on(method, was_overridden), "{method:?}");
            assert_eq!(apply(method).0, Method::Post);
        }
    }
}
