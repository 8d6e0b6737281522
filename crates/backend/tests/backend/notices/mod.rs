//! Notices to citizens: the list in the app, the channels, e-mail addresses, reminders and the event stream.

mod apology;
mod channels;
mod email_address;
mod event_stream;
mod mail_server;
mod notice_list;
mod outbox;
mod reminders;
mod smtp;
