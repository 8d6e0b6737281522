//! Reads the paths of the wing `following`. Only that wing calls it, so that the first screen doesn't contain it.

/// A route of the wing `following`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowingRoute {
    /// «Hồ sơ của tôi», the list of the citizen's drafts and dossiers.
    Dossiers,
    /// The page of a dossier. Contains the code of the dossier.
    Dossier(String),
    /// The page of a fee, on which the citizen pays it. Contains the code of the dossier and the id of the fee.
    Fee(String, String),
    /// The messages between the citizen and the office about a dossier. Contains the code of the dossier.
    Messages(String),
    /// «Thông báo», the list of notices.
    Notices,
}

/// Reads the path that [`Route::Following`](super::Route) contains.
pub fn parse_following(path: &str) -> FollowingRoute {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let is_list_of_notices = parts.next() == Some("notices");
    let mut next = || parts.next().map(str::to_owned);
    let code = next();
    let page = next();
    match (code, page.as_deref(), next()) {
        (None, ..) if is_list_of_notices => FollowingRoute::Notices,
        (None, ..) => FollowingRoute::Dossiers,
        (Some(code), Some("fees"), Some(fee)) => FollowingRoute::Fee(code, fee),
        (Some(code), Some("messages"), _) => FollowingRoute::Messages(code),
        (Some(code), ..) => FollowingRoute::Dossier(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_page_of_a_dossier() {
        let code = || "H1".to_owned();
        for (path, route) in [
            ("/dossiers", FollowingRoute::Dossiers),
            ("/notices", FollowingRoute::Notices),
            ("/dossiers/H1", FollowingRoute::Dossier(code())),
            ("/dossiers/H1/", FollowingRoute::Dossier(code())),
            ("/dossiers/H1/messages", FollowingRoute::Messages(code())),
            (
                "/dossiers/H1/fees/F2",
                FollowingRoute::Fee(code(), "F2".to_owned()),
            ),
        ] {
            assert_eq!(parse_following(path), route, "{path}");
        }
    }
}
