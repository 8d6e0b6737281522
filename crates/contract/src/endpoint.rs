//! An endpoint as a value: method, path, access, and the types of the request body and the response body.
//!
//! Each path is written only once. The app fills in its placeholders with [`Endpoint::url`], the backend uses it as a
//! route, and the OpenAPI document is generated from it.

use core::marker::PhantomData;

/// The HTTP methods that the contract uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads a resource and changes nothing.
    Get,
    /// Creates a resource, or performs an action.
    Post,
    /// Changes members of a resource.
    Patch,
    /// Deletes a resource.
    Delete,
    /// Reads only the headers of a response. The tus protocol uses it for uploads.
    Head,
}

impl Method {
    /// The name of the method, as in the first line of an HTTP request.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
            Method::Head => "HEAD",
        }
    }

    /// Whether a POST request with the header [`crate::limits::METHOD_OVERRIDE_HEADER`] can stand for this method.
    pub const fn can_be_overridden(self) -> bool {
        matches!(self, Method::Patch | Method::Head | Method::Delete)
    }

    /// Whether the method can change something on the server. A request with such a method needs the header
    /// [`crate::limits::CSRF_HEADER`].
    pub const fn is_unsafe(self) -> bool {
        !matches!(self, Method::Get | Method::Head)
    }
}

/// Who may call an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anyone, even without a session.
    Public,
    /// A citizen with a session. A request for another citizen's resource gets the problem `not_found`.
    Citizen,
}

/// An endpoint. `Body` is the type of the request body, `Answer` is the type of the response body after success. `()`
/// means that there is no body.
pub struct Endpoint<Body, Answer> {
    /// Stable name of the endpoint. It is the `operationId` in the OpenAPI document.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// Path below the base URL, with a `{placeholder}` for each parameter.
    pub path: &'static str,
    /// Who may call the endpoint.
    pub access: Access,
    types: PhantomData<fn(Body) -> Answer>,
}

impl<Body, Answer> Endpoint<Body, Answer> {
    /// Defines an endpoint that anyone may call.
    pub const fn public(name: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            name,
            method,
            path,
            access: Access::Public,
            types: PhantomData,
        }
    }

    /// Defines an endpoint that only a signed-in citizen may call.
    pub const fn citizen(name: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            name,
            method,
            path,
            access: Access::Citizen,
            types: PhantomData,
        }
    }

    /// The path with its placeholders replaced by `parameters`, in order. In a parameter, all characters except the
    /// unreserved characters of RFC 3986 are percent-encoded.
    pub fn url(&self, parameters: &[&str]) -> String {
        let mut url = String::new();
        let mut rest = self.path;
        let mut parameters = parameters.iter();
        while let Some((before, after)) = rest.split_once('{') {
            url.push_str(before);
            let (_, tail) = after.split_once('}').unwrap_or(("", ""));
            if let Some(value) = parameters.next() {
                push_encoded(&mut url, value);
            }
            rest = tail;
        }
        url.push_str(rest);
        url
    }
}

fn push_encoded(url: &mut String, value: &str) {
    const HEX: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            url.push(char::from(byte));
        } else {
            url.push('%');
            for nibble in [byte >> 4, byte & 15] {
                url.extend(HEX.get(usize::from(nibble)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_slashes_in_a_path_parameter() {
        let endpoint: Endpoint<(), ()> = Endpoint::public("x", Method::Get, "/drafts/{id}/uploads");
        assert_eq!(
            endpoint.url(&["../ấ?"]),
            "/drafts/..%2F%E1%BA%A5%3F/uploads"
        );
    }
}
