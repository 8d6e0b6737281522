//! Bounds that both sides keep, so that the app refuses at the field what the backend would refuse later.

/// Longest name of a person, in characters; the longest real Vietnamese names stay under 60.
pub const NAME_CHARS: usize = 100;
/// Longest one-line answer, in characters.
pub const TEXT_CHARS: usize = 500;
/// Longest answer of several lines, in characters.
pub const LONG_TEXT_CHARS: usize = 4_000;
/// Longest name or window title of a portal, in characters.
pub const PORTAL_TITLE_CHARS: usize = 100;
/// Longest description or footer of a portal, in characters.
pub const PORTAL_TEXT_CHARS: usize = 300;
/// Longest words on a tile of the first page, in characters.
pub const TILE_LABEL_CHARS: usize = 80;
/// Most tiles on the first page.
pub const PORTAL_TILES: usize = 6;
/// Most procedures on the short list of the first page.
pub const PORTAL_POPULAR: usize = 12;
/// Most fields of a form, and most answers of a draft.
pub const FORM_FIELDS: usize = 5_000;
/// Shortest password, in characters (NIST SP 800-63B-4 with a second factor asks for 8).
pub const PASSWORD_MIN_CHARS: usize = 8;
/// Longest password, in characters; a bound on the work of hashing.
pub const PASSWORD_MAX_CHARS: usize = 128;
/// Digits of a one-time code (R4.4).
pub const CODE_DIGITS: usize = 6;
/// Longest file name kept, in characters; the original stays on display.
pub const FILE_NAME_CHARS: usize = 255;
/// Dossiers on one page of a list.
pub const PAGE_SIZE: u32 = 20;
/// Header that every unsafe request carries; a plain form post from another site cannot set it.
pub const CSRF_HEADER: &str = "Motcua-Request";
/// Header that makes a request repeatable: one key begins one draft, and sends one dossier.
pub const IDEMPOTENCY_HEADER: &str = "Idempotency-Key";
/// Header in which the server returns the sha-256 of a finished upload, 64 lower-case hex digits.
pub const SHA256_HEADER: &str = "Motcua-Sha256";
/// The version of tus that uploads speak.
pub const TUS_VERSION: &str = "1.0.0";
/// Header of a request that begins a session: the token comes in the answer instead of a cookie. For a backend on another
/// origin, where no cookie would be sent.
pub const BEARER_HEADER: &str = "Motcua-Bearer";
