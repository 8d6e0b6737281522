//! The design system: the UI components of which pages consist. Only this folder determines the HTML of a field, a
//! notice or a button. It depends neither on the API nor on the language of the interface: the caller passes texts and
//! callbacks as props. The CSS of a UI component is in `style/ui/`, in a file with the same name.

/// The search field of the first screen.
pub mod search_field;
/// The frame of every page: sets the window title, renders the heading, moves the focus.
pub mod page;
/// Icons beside text.
pub mod icon;
/// Buttons, and links that look like buttons.
pub mod button;
/// The label, hint and error message that all form fields share.
mod field;
/// A text in more than one language.
pub mod mixed_text;
/// Copies a signal's value into a control.
mod text_control;
/// A text input for one line.
pub mod text_field;
/// A text input for several lines.
pub mod text_area;
/// An option of a drop-down list or of radio buttons.
pub mod select_option;
/// The search field above a long drop-down list.
mod finder;
/// A drop-down list.
pub mod select_field;
/// Radio buttons.
pub mod radio_group;
/// A checkbox.
pub mod checkbox;
/// A group of controls with which the citizen enters one answer.
pub mod fieldset;
/// The input for a one-time code.
pub mod code_field;
/// A button that opens the browser's calendar.
pub mod date_picker;
/// The list of all errors at the top of a page.
pub mod error_summary;
/// Moves the focus to an element that the page is about to render.
pub mod focus;
/// A field to choose files.
pub mod file_field;
/// A row for a chosen file, with the progress of its upload.
pub mod file_row;
/// The list of steps of a process, with the current step marked.
pub mod stepper;
/// Tabs, each of which shows another list.
pub mod tabs;
/// A message in a coloured box.
pub mod notice;
/// A short status text on a coloured background.
pub mod badge;
/// A box for one item of a list.
pub mod card;
/// A list of questions with their answers.
pub mod summary_list;
/// The history of a dossier.
pub mod timeline;
/// Content that is hidden until the citizen opens it.
pub mod disclosure;
/// Links to the previous and the next page of a long list.
pub mod pager;
/// A modal dialog.
pub mod dialog;
/// Placeholder lines while content loads.
pub mod skeleton;
/// Examples of all UI components, in builds with the feature `gallery` only.
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
pub use finder::{Finder, OtherNames};
pub use icon::{Glyph, Icon};
pub use mixed_text::{Lang, MixedText};
pub use notice::{Notice, NoticeKind};
pub use pager::{Pager, PagerLink};
pub use radio_group::RadioGroup;
pub use select_field::SelectField;
pub use select_option::SelectOption;
pub use skeleton::Skeleton;
pub use stepper::{Stepper, StepperItem};
pub use summary_list::{SummaryAction, SummaryList, SummaryRow};
pub use tabs::{TabItem, Tabs};
pub use text_area::TextArea;
pub use text_field::{TextField, TextKind};
pub use timeline::{Timeline, TimelineEntry, timeline_item};
