//! The pages under `/demo`.

mod demo_page;
mod officer;
mod group_officer;
