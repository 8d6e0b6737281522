//! The query parameter `page` of the lists.

use contract::limits::PAGE_SIZE;
use serde::Deserialize;

/// Query `?page=…` of a list. The default is the first page. 400 for page 0.
#[derive(Deserialize)]
pub(crate) struct PageQuery {
    /// The page that the client asks for.
    #[serde(default)]
    pub(crate) page: PageNumber,
}

/// The number of a page. Pages count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u32")]
pub(crate) struct PageNumber(u32);

impl PageNumber {
    /// The number, at least 1.
    pub(crate) fn get(self) -> u32 {
        self.0
    }

    /// The number of entries on the pages before this one.
    pub(crate) fn skipped_entries(self) -> u64 {
        u64::from(self.0.saturating_sub(1)) * u64::from(PAGE_SIZE)
    }
}

impl Default for PageNumber {
    fn default() -> Self {
        PageNumber(1)
    }
}

impl TryFrom<u32> for PageNumber {
    type Error = &'static str;

    fn try_from(number: u32) -> Result<Self, &'static str> {
        match number {
            0 => Err("`page` starts at 1"),
            number => Ok(PageNumber(number)),
        }
    }
}
