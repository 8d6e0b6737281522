//! Reads the path of a reply. Only the wing `filing` calls it, so that the first screen doesn't contain it.

/// The parameters of a reply's path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyPath {
    /// Code of the dossier.
    pub dossier: String,
    /// What the reply is for, as the contract names it.
    pub kind: String,
    /// Id of the office's request. `None`: the request that is open now.
    pub request: Option<String>,
}

/// Reads the path that [`FilingRoute::Reply`](super::FilingRoute) contains: `/dossiers/CODE/supplement`,
/// `/dossiers/CODE/reply/KIND` or `/dossiers/CODE/reply/KIND/REQUEST`.
pub fn parse_reply(path: &str) -> ReplyPath {
    let mut parts = path.split('/').filter(|part| !part.is_empty()).skip(1);
    let mut next = || parts.next().unwrap_or_default().to_owned();
    let (dossier, page) = (next(), next());
    let kind = match page.as_str() {
        "reply" => next(),
        _ => page,
    };
    let request = Some(next()).filter(|request| !request.is_empty());
    ReplyPath {
        dossier,
        kind,
        request,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_dossier_the_kind_and_the_request() {
        for (path, kind, request) in [
            ("/dossiers/H1/supplement", "supplement", None),
            ("/dossiers/H1/reply/message", "message", None),
            (
                "/dossiers/H1/reply/payment_proof/f-1",
                "payment_proof",
                Some("f-1"),
            ),
        ] {
            let expected = ReplyPath {
                dossier: "H1".to_owned(),
                kind: kind.to_owned(),
                request: request.map(str::to_owned),
            };
            assert_eq!(parse_reply(path), expected);
        }
    }
}
