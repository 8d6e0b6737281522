//! The design system: what a page is built from. Here and never elsewhere is decided how a
//! field, a notice or a button is marked up. Never here: the contract, a language, an endpoint.
//! Words and callbacks come in as props; looks live in `style/`, under the same stems.

pub mod page;
pub mod icon;
pub mod button;
mod field;
pub mod mixed_text;
mod typed_value;
pub mod text_field;
pub mod text_area;
mod finder;
pub mod select_field;
pub mod radio_group;
pub mod checkbox;
pub mod fieldset;
pub mod code_field;
pub mod date_picker;
pub mod error_summary;
pub mod file_field;
pub mod file_row;
pub mod stepper;
pub mod tabs;
pub mod notice;
pub mod badge;
pub mod card;
pub mod summary_list;
pub mod timeline;
pub mod disclosure;
pub mod pager;
pub mod dialog;
pub mod skeleton;
#[cfg(feature = "gallery")]
pub mod gallery;

pub use badge::{Badge, BadgeKind};
pub use button::{Button, ButtonKind, ButtonLink};
pub use card::{Card, LinkCard};
pub use checkbox::Checkbox;
pub use code_field::CodeField;
pub use date_picker::DatePicker;
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use error_summary::{ErrorSummary, FieldError};
pub use fieldset::Fieldset;
pub use file_field::FileField;
pub use file_row::{FileRow, FileState};
pub use finder::Finder;
pub use icon::{Glyph, Icon};
pub use mixed_text::{Lang, MixedText};
pub use notice::{Notice, NoticeKind};
pub use pager::{Pager, PagerLink};
pub use radio_group::RadioGroup;
pub use select_field::{SelectField, SelectOption};
pub use skeleton::Skeleton;
pub use stepper::{Stepper, StepperItem};
pub use summary_list::{SummaryAction, SummaryList, SummaryRow};
pub use tabs::{TabItem, Tabs};
pub use text_area::TextArea;
pub use text_field::{TextField, TextKind};
pub use timeline::{Timeline, TimelineEntry};
