//! The browser as a device: requests, clock, storage, addresses. It carries out and never decides.

pub mod http;
pub mod clock;
pub mod press;
pub mod online;
pub mod storage;
pub mod other_tabs;
pub mod random;
pub mod text;
pub mod query;
pub mod patterns;
pub mod together;
pub mod notify;
pub mod page;
pub mod print;
pub mod one_time_code;
pub mod wrapped_text;
pub mod picture;
pub mod download;
pub mod listening;
pub mod base64;
pub mod file_slices;
pub mod tus_request;
pub mod tus_upload;
pub mod upload_runner;
