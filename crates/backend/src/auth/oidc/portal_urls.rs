//! Addresses of the portal itself: where the provider sends a browser back to, and which pages of the app it may go on
//! to from there. No answer may lead off the portal, whatever a link says.

use openidconnect::url::{Host, Url};

use super::error::SignInError;

/// Longest address of a page.
const BACK_MAX: usize = 2000;

/// Where the portal stands.
pub(crate) struct PortalUrls {
    /// Scheme, host and port.
    origin: String,
    /// The path that the app is served under: empty, or `/portal`.
    base: String,
}

impl PortalUrls {
    /// Of a portal at this address.
    pub(crate) fn of(portal: &str) -> Option<PortalUrls> {
        let portal = Url::parse(portal).ok()?;
        let plain = portal.query().is_none()
            && portal.fragment().is_none()
            && portal.username().is_empty()
            && portal.password().is_none();
        (plain && is_safe(&portal)).then(|| PortalUrls {
            origin: portal.origin().ascii_serialization(),
            base: portal.path().trim_end_matches('/').to_owned(),
        })
    }

    /// Where this provider sends a browser back to.
    pub(crate) fn callback_url(&self, provider: &str) -> String {
        let path = contract::endpoints::GET_SINGLE_SIGN_ON_RETURN.url(&[provider]);
        format!("{}{}/api{path}", self.origin, self.base)
    }

    /// A page to go on to, if it is one of the app's: its path after the host, and what follows it.
    pub(crate) fn check_return_path(&self, asked: &str) -> Option<String> {
        let steered = |letter: char| letter == '\\' || letter.is_control();
        let is_path = asked.starts_with('/') && !asked.starts_with("//");
        if !is_path || asked.len() > BACK_MAX || asked.contains(steered) {
            return None;
        }
        // As a browser would read it: letters are written as bytes, and `..` is followed.
        let page = Url::parse(&format!("{}{asked}", self.origin)).ok()?;
        let back = page.as_str().strip_prefix(&self.origin)?;
        let below = back.strip_prefix(&self.base)?;
        (below.starts_with('/') && !below.starts_with("//")).then(|| back.to_owned())
    }

    /// The app's first screen, where nothing says where to go.
    pub(crate) fn home_path(&self) -> String {
        format!("{}/", self.base)
    }

    /// The whole address of a page that has been checked.
    pub(crate) fn page_url(&self, back: &str) -> String {
        format!("{}{back}", self.origin)
    }

    /// The sign-in page, with where to go on to.
    pub(crate) fn sign_in_url(&self, back: &str) -> String {
        format!(
            "{}{}/sign-in?next={}",
            self.origin,
            self.base,
            encoded(back)
        )
    }

    /// The sign-in page, with what went wrong and where to go on to.
    pub(crate) fn error_url(&self, sign_in_error: SignInError, back: Option<&str>) -> String {
        let page = format!(
            "{}{}/sign-in?trouble={}",
            self.origin,
            self.base,
            sign_in_error.word()
        );
        match back {
            Some(back) => format!("{page}&next={}", encoded(back)),
            None => page,
        }
    }
}

/// Whether nobody on the way can read or change what goes there: https, or this very machine.
pub(crate) fn is_safe(url: &Url) -> bool {
    let own_machine = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() == "https" || url.scheme() == "http" && own_machine
}

fn encoded(back: &str) -> String {
    openidconnect::url::form_urlencoded::byte_serialize(back.as_bytes()).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_the_app_is_gone_back_to_with_its_query() {
        let portal = PortalUrls::of("https://dichvucong.example").unwrap();
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
    fn nothing_leads_off_the_portal() {
        let portal = PortalUrls::of("https://dichvucong.example").unwrap();
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
    fn under_a_sub_path_everything_stays_under_it() {
        let portal = PortalUrls::of("https://xa.example/portal/").unwrap();
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
