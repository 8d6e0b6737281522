//! A gateway that sends e-mails to a mail server over SMTP (RFC 5321). Error messages contain neither the address nor the
//! text.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{Address, AsyncTransport};

use super::email::{EmailGateway, EmailMessage};
use super::gateway::Delivering;
use super::smtp_settings::{EmailGatewayError, SmtpSettings};
use crate::refusal::Refusal;

/// Sends e-mails to the mail server that the operator's settings file names.
pub struct SmtpGateway(SmtpSettings);

impl SmtpGateway {
    /// Reads the settings file and creates the gateway. Connects with the first e-mail.
    ///
    /// # Errors
    ///
    /// [`EmailGatewayError`] if the settings are invalid or the password is missing.
    pub fn open(file: &Path) -> Result<SmtpGateway, EmailGatewayError> {
        SmtpSettings::read(file).map(SmtpGateway)
    }

    /// Builds the e-mail: plain text in UTF-8, marked as sent by a program (RFC 3834), so that nobody's absence notice
    /// answers it.
    fn compose(&self, message: EmailMessage) -> Result<Message, Refusal> {
        let address: Address = message.address.parse().map_err(Refusal::internal)?;
        let from = self.0.from.clone();
        let id = format!("<{}@{}>", message.id, from.email.domain());
        let seconds = u64::try_from(message.sent_at).unwrap_or(0);
        let date: SystemTime = UNIX_EPOCH + Duration::from_secs(seconds);
        let automatic = HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        );
        Message::builder()
            .from(from)
            .to(Mailbox::new(None, address))
            .subject(message.subject)
            .message_id(Some(id))
            .date(date)
            .raw_header(automatic)
            .header(ContentType::TEXT_PLAIN)
            .body(message.text)
            .map_err(Refusal::internal)
    }

    async fn send(&self, message: EmailMessage) -> Result<(), Refusal> {
        let message = self.compose(message)?;
        let sent = self.0.transport.send(message).await;
        // The server's words may quote the address, so only the kind of the failure is logged.
        sent.map(drop).map_err(|error| {
            let kind = match error.status() {
                Some(code) => format!("the mail server answered {code}"),
                None if error.is_timeout() => "the mail server is too slow".to_owned(),
                None if error.is_tls() => "no encrypted connection".to_owned(),
                None => "no connection to the mail server, or a broken one".to_owned(),
            };
            Refusal::internal(format_args!("an e-mail couldn't be sent: {kind}"))
        })
    }
}

impl EmailGateway for SmtpGateway {
    fn deliver(&self, message: EmailMessage) -> Delivering<'_> {
        Box::pin(self.send(message))
    }
}
