//! URLs of the portal: the callback to which a provider redirects, and the pages of the app to which a sign-in may
//! return. No input may lead to another site (open redirect).

use openidconnect::url::{Host, Url};

use super::error::SignInError;

/// Maximum length of the path to return to, in bytes.
const MAX_RETURN_PATH: usize = 2000;

/// The base URL of the portal.
pub(crate) struct PortalUrls {
    /// Scheme, host and port of the portal.
    origin: String,
    /// The path below which the app is served: empty, or a path such as `/portal`.
    base: String,
}

impl PortalUrls {
    /// Parses the portal's base URL. The URL must use HTTPS, or HTTP on this machine, and must have no query, fragment
    /// or credentials. Otherwise returns `None`.
    pub(crate) fn parse(portal: &str) -> Option<PortalUrls> {
        let portal = Url::parse(portal).ok()?;
        let is_plain = portal.query().is_none()
            && portal.fragment().is_none()
            && portal.username().is_empty()
            && portal.password().is_none();
        (is_plain && is_safe(&portal)).then(|| PortalUrls {
            origin: portal.origin().ascii_serialization(),
            base: portal.path().trim_end_matches('/').to_owned(),
        })
    }

    /// The redirect URI of this provider, at which the portal receives the callback.
    pub(crate) fn callback_url(&self, provider: &str) -> String {
        let path = contract::endpoints::GET_SINGLE_SIGN_ON_RETURN.url(&[provider]);
        format!("{}{}/api{path}", self.origin, self.base)
    }

    /// Validates the path of a page to return to. Returns the path as a browser would send it, or `None` if it isn't a
    /// page of the app.
    pub(crate) fn check_return_path(&self, path: &str) -> Option<String> {
        let is_unsafe = |letter: char| letter == '\\' || letter.is_control();
        let is_path = path.starts_with('/') && !path.starts_with("//");
        if !is_path || path.len() > MAX_RETURN_PATH || path.contains(is_unsafe) {
            return None;
        }
        // Parse the path as a browser does: encode characters as percent sequences and resolve `..`.
        let page = Url::parse(&format!("{}{path}", self.origin)).ok()?;
        let back = page.as_str().strip_prefix(&self.origin)?;
        let below = back.strip_prefix(&self.base)?;
        (below.starts_with('/') && !below.starts_with("//")).then(|| back.to_owned())
    }

    /// Path of the app's start page.
    pub(crate) fn home_path(&self) -> String {
        format!("{}/", self.base)
    }

    /// URL of a page of the app. `back` is a validated path.
    pub(crate) fn page_url(&self, back: &str) -> String {
        format!("{}{back}", self.origin)
    }

    /// URL of the sign-in page. After the sign-in, the page continues to `back`.
    pub(crate) fn sign_in_url(&self, back: &str) -> String {
        format!(
            "{}{}/sign-in?next={}",
            self.origin,
            self.base,
            percent_encode(back)
        )
    }

    /// URL of the sign-in page with an error to show. After a successful sign-in, the page continues to `back`.
    pub(crate) fn error_url(&self, error: SignInError, back: Option<&str>) -> String {
        let page = format!(
            "{}{}/sign-in?trouble={}",
            self.origin,
            self.base,
            error.as_str()
        );
        match back {
            Some(back) => format!("{page}&next={}", percent_encode(back)),
            None => page,
        }
    }
}

/// Whether requests to this URL are safe from interception, because the URL uses HTTPS or is on this machine.
pub(crate) fn is_safe(url: &Url) -> bool {
    let is_local = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() == "https" || url.scheme() == "http" && is_local
}

fn percent_encode(back: &str) -> String {
    openidconnect::url::form_urlencoded::byte_serialize(back.as_bytes()).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn accepts_pages_of_the_app_with_their_query() {
        let portal = PortalUrls::parse("https://dichvucong.example").unwrap();
        for page in [
            "/",
            "/drafts/a1/form?page=2#q3",
            "/procedures?q=khai%20sinh",
        ] {
            assert_eq!(portal.check_return_path(page).as_deref(), Some(page));
        }
        let spelled = portal.check_return_path("/procedures?q=khai sinh trẻ");
        assert_eq!(
            spelled.as_deref(),
            Some("/procedures?q=khai%20sinh%20tr%E1%BA%BB")
        );
        let page = portal.page_url("/drafts/a1");
        assert_eq!(page, "https://dichvucong.example/drafts/a1");
    }

    #[test]
    fn rejects_paths_that_lead_to_other_sites() {
        let portal = PortalUrls::parse("https://dichvucong.example").unwrap();
        for elsewhere in [
            "",
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example/",
            "\\\\evil.example/",
            "javascript:alert(1)",
            "/a\r\nset-cookie: sid=1",
            "/\t/evil.example",
            "drafts",
            "@evil.example/",
            "/a/..//evil.example/",
        ] {
            assert_eq!(portal.check_return_path(elsewhere), None, "{elsewhere}");
        }
        assert_eq!(
            portal.check_return_path(&format!("/{}", "a".repeat(3000))),
            None
        );
    }

    #[test]
    fn keeps_every_url_below_the_sub_path() {
        let portal = PortalUrls::parse("https://xa.example/portal/").unwrap();
        assert_eq!(
            portal.check_return_path("/portal/drafts").as_deref(),
            Some("/portal/drafts")
        );
        for outside in [
            "/drafts",
            "/portal",
            "/portal//evil.example",
            "/portalx/",
            "/portal/../drafts",
        ] {
            assert_eq!(portal.check_return_path(outside), None, "{outside}");
        }
        assert_eq!(
            portal.callback_url("dvcqg"),
            "https://xa.example/portal/api/single-sign-on/dvcqg/return"
        );
        assert_eq!(
            portal.error_url(SignInError::Cancelled, Some("/portal/drafts?a=1&b=2")),
            "https://xa.example/portal/sign-in?trouble=cancelled&next=%2Fportal%2Fdrafts%3Fa%3D1%26b%3D2"
        );
    }
}
