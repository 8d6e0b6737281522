//! The `backend` program. It reads the command line, opens the database, and serves requests until it is stopped. The
//! code that handles requests is in the library.

mod demo_accounts;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use backend::accounts;
use backend::clock::Clock;
use backend::config::{
    self, AddressHeader, Config, FeeAccount, FilingLimits, MessageLimits, PasswordLimits,
    ProxySettings, SessionLimits,
};
use backend::data::Data;
use backend::demo_gateway::{self, GatewayProcess};
use backend::http::cross_origin::parse_origin;
use backend::http::ip_network::IpNetwork;
use backend::http::server::{self, ConnectionLimits};
use backend::messages::{Emails, HttpGateway, Messages, SmtpGateway};
use backend::notices;
use backend::payments;
use backend::payments::gateway::PaymentGatewaySettings;
use backend::state::AppState;
use backend::store::housekeeping;
use clap::{Parser, Subcommand};
use contract::portal::UploadLimits;
use tokio::net::TcpListener;
use tokio::signal;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// How long running requests may continue after a stop signal.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(5);

/// How often the backend looks for phones that leave their accounts.
const RELEASE_INTERVAL: Duration = Duration::from_secs(3600);

const MEGABYTE: u64 = 1_000_000;

/// The reference backend of Một Cửa.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Address and port to listen on.
    #[arg(long, env = "MOTCUA_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Folder of the database and the attached files. It is created if it doesn't exist.
    #[arg(long, env = "MOTCUA_DATA", default_value = "data")]
    data: PathBuf,
    /// Folder of the built app. Without this option, the backend serves only the API.
    #[arg(long, env = "MOTCUA_APP")]
    app: Option<PathBuf>,
    /// Host name of the portal. Messages with one-time codes contain it, so that browsers offer the code only on this
    /// host.
    #[arg(long, env = "MOTCUA_HOST", default_value = "localhost", value_parser = parse_host)]
    host: String,
    /// Run a demonstration: the page /demo shows every text message, and any visitor can act as the officer there.
    /// Never use this option with real citizens.
    #[arg(long)]
    demo: bool,
    /// JSON file that describes the gateway for text messages. Without this option, messages are appended to a file in
    /// the data folder.
    #[arg(long, env = "MOTCUA_TEXT_MESSAGES", conflicts_with = "demo")]
    text_messages: Option<PathBuf>,
    /// JSON file that describes the payment gateway. Without this option, fees can't be paid online. `--demo` starts a
    /// gateway of its own.
    #[arg(long, env = "MOTCUA_PAYMENT_GATEWAY", conflicts_with = "demo")]
    payment_gateway: Option<PathBuf>,
    /// JSON file that describes the mail server for e-mails. Without this option, accounts have no e-mail address.
    #[arg(long, env = "MOTCUA_EMAIL_GATEWAY", conflicts_with = "demo")]
    email_gateway: Option<PathBuf>,
    /// JSON file that describes the gateway for Zalo messages, like that for text messages. Without this option, none
    /// are sent.
    #[arg(long, env = "MOTCUA_ZALO_GATEWAY", conflicts_with = "demo")]
    zalo_gateway: Option<PathBuf>,
    /// Address of the portal for links in e-mails, such as `https://dichvucong.example.vn`. Without this option, it is
    /// `https://` and the host.
    #[arg(long, env = "MOTCUA_PUBLIC_URL", value_parser = parse_public_url)]
    public_url: Option<String>,
    /// Maximum number of messages with one-time codes in a day, to all phones together.
    #[arg(long, env = "MOTCUA_MESSAGES_A_DAY")]
    messages_a_day: Option<u32>,
    /// Maximum number of messages with one-time codes that one IP address may request in an hour.
    #[arg(long, env = "MOTCUA_MESSAGES_PER_ADDRESS")]
    messages_per_address: Option<u32>,
    /// Maximum number of drafts that one account may create in a day.
    #[arg(long, env = "MOTCUA_DRAFTS_A_DAY")]
    drafts_a_day: Option<u32>,
    /// Announce in `GET /portal` that uploads don't use tus, so that the app sends each file in one request. To try a
    /// client with such a backend.
    #[arg(long, env = "MOTCUA_WITHOUT_TUS")]
    without_tus: bool,
    /// Maximum number of uploads that one account may start in an hour.
    #[arg(long, env = "MOTCUA_UPLOADS_AN_HOUR")]
    uploads_an_hour: Option<u32>,
    /// Maximum number of uploads that one account may start in a day.
    #[arg(long, env = "MOTCUA_UPLOADS_A_DAY")]
    uploads_a_day: Option<u32>,
    /// Maximum size of all files that one account has attached to drafts and not sent, in megabytes.
    #[arg(long, env = "MOTCUA_UNSENT_MEGABYTES")]
    unsent_megabytes: Option<u32>,
    /// Free space that uploads must leave on the disk of the data folder, in megabytes.
    #[arg(long, env = "MOTCUA_DISK_RESERVE_MEGABYTES", default_value_t = 1_000)]
    disk_reserve_megabytes: u32,
    /// JSON file that describes the identity providers for single sign-on. README.md contains an example.
    #[arg(long, env = "MOTCUA_IDENTITY_PROVIDERS")]
    identity_providers: Option<PathBuf>,
    /// Log level, or a list of `target=level`. With the level `info`, one line is logged for each request.
    #[arg(long, env = "RUST_LOG", default_value = "warn")]
    log: Targets,
    /// Minutes without a request after which a session expires.
    #[arg(long, env = "MOTCUA_IDLE_MINUTES", default_value_t = config::IDLE_MINUTES, value_parser = clap::value_parser!(u32).range(2..=720))]
    idle_minutes: u32,
    /// Minutes without a request after which a session on a shared device expires.
    #[arg(long, env = "MOTCUA_SHARED_IDLE_MINUTES", default_value_t = config::SHARED_IDLE_MINUTES, value_parser = clap::value_parser!(u32).range(2..=720))]
    shared_idle_minutes: u32,
    /// Hours after which a session expires in any case.
    #[arg(long, env = "MOTCUA_SESSION_HOURS", default_value_t = config::SESSION_HOURS, value_parser = clap::value_parser!(u32).range(1..=24))]
    session_hours: u32,
    /// Origin of an app that another server serves, such as `https://dichvucong.example.vn`. The option may be
    /// repeated.
    #[arg(long = "origin", env = "MOTCUA_ORIGINS", value_delimiter = ',', value_parser = parse_origin)]
    origins: Vec<String>,
    /// IP address or network of a reverse proxy on another machine or in another container, such as `172.16.0.0/12`.
    /// Proxies on this machine are always trusted. The option may be repeated.
    #[arg(
        long = "trusted-proxy",
        env = "MOTCUA_TRUSTED_PROXIES",
        value_delimiter = ','
    )]
    trusted_proxies: Vec<IpNetwork>,
    /// Header into which the reverse proxy writes the client's IP address: `X-Forwarded-For`, `Forwarded` or
    /// `X-Real-IP`.
    #[arg(long, env = "MOTCUA_CLIENT_ADDRESS_HEADER", default_value_t)]
    client_address_header: AddressHeader,
    /// Allow access over plain HTTP: the session cookie isn't `Secure`. `--demo` implies this option.
    #[arg(long)]
    plain_http: bool,
}

/// A command that runs instead of the server.
#[derive(Subcommand)]
enum Command {
    /// Print the API as an OpenAPI document.
    Openapi,
    /// Run the payment gateway of a demonstration. `--demo` starts it; it reads its settings from its standard input.
    #[command(hide = true)]
    PaymentGateway,
    /// Take a phone number from its account, after an official has seen the papers of its new holder. Works while the
    /// server runs.
    ReleasePhone {
        /// The phone number: 10 digits.
        phone: String,
        /// Folder of the database, the files and the secret key.
        #[arg(long, env = "MOTCUA_DATA")]
        data: PathBuf,
        /// JSON file that describes the gateway for text messages.
        #[arg(long, env = "MOTCUA_TEXT_MESSAGES")]
        text_messages: Option<PathBuf>,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    tracing_subscriber::registry()
        .with(fmt::layer().with_target(false).with_writer(std::io::stderr))
        .with(arguments.log.clone())
        .init();
    let outcome = match arguments.command {
        Some(Command::Openapi) => print_openapi(),
        Some(Command::PaymentGateway) => demo_gateway::run_as_child().await.map_err(Into::into),
        Some(Command::ReleasePhone {
            phone,
            data,
            text_messages,
        }) => {
            let arguments = Arguments {
                command: None,
                data,
                text_messages,
                ..arguments
            };
            release_phone(&arguments, &phone).await
        }
        None => serve(arguments).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Accepts a host name that fits into a message with a code.
fn parse_host(text: &str) -> Result<String, String> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || ".-".contains(letter);
    if text.is_empty() || !text.chars().all(is_name) {
        return Err("a host name has only letters, digits, dots and dashes".to_owned());
    }
    if text.len() > config::HOST_CHARS {
        return Err(format!(
            "a message with a code has room for a host name of {} characters",
            config::HOST_CHARS
        ));
    }
    Ok(text.to_owned())
}

/// Accepts the address of a portal: a scheme and a host, and perhaps a path.
fn parse_public_url(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let host = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['?', '#', ' ']) => Ok(text.to_owned()),
        _ => Err("the address begins with `https://` and contains no query".to_owned()),
    }
}

fn print_openapi() -> Result<(), Box<dyn core::error::Error>> {
    println!("{}", contract::openapi::json_text()?);
    Ok(())
}

/// Takes a phone number from its account, and tells how many accounts had it.
async fn release_phone(
    arguments: &Arguments,
    phone: &str,
) -> Result<(), Box<dyn core::error::Error>> {
    let state = open_state(arguments)?;
    let released = accounts::release_phone_now(&state, phone).await;
    let accounts = released.map_err(|refusal| refusal.problem().title)?;
    println!("accounts that had this phone number: {accounts}");
    Ok(())
}

/// Opens the data folder with the configuration from the command line.
fn open_state(arguments: &Arguments) -> Result<AppState, Box<dyn core::error::Error>> {
    let demo = arguments.demo;
    let gateway = arguments.payment_gateway.as_deref();
    let gateway = gateway.map(PaymentGatewaySettings::read).transpose()?;
    let config = Config {
        demo,
        fee_account: match &gateway {
            Some(gateway) => Some(gateway.account()),
            None => demo.then(FeeAccount::demo),
        },
        // Safari ignores `Secure` cookies over plain HTTP, even from localhost.
        secure_cookies: !(demo || arguments.plain_http),
        host: arguments.host.clone(),
        app_dir: arguments.app.clone(),
        identity_providers: arguments.identity_providers.clone(),
        uploads: UploadLimits {
            tus: !arguments.without_tus,
            ..Config::default().uploads
        },
        sends_email: arguments.email_gateway.is_some(),
        public_url: arguments.public_url.clone(),
        messages: message_limits(arguments),
        wrong_passwords: if demo {
            PasswordLimits::DEMO
        } else {
            PasswordLimits::default()
        },
        filing: filing_limits(arguments),
        disk_reserve: u64::from(arguments.disk_reserve_megabytes) * MEGABYTE,
        sessions: SessionLimits {
            idle_seconds: arguments.idle_minutes * 60,
            shared_idle_seconds: arguments.shared_idle_minutes * 60,
            life_seconds: arguments.session_hours * 3600,
            ..SessionLimits::default()
        },
        origins: arguments.origins.clone(),
        proxies: ProxySettings {
            trusted: arguments.trusted_proxies.clone(),
            header: arguments.client_address_header,
        },
        ..Config::default()
    };
    let mut state = AppState::open(&arguments.data, Data::load()?, config, Clock::real())?;
    if let Some(file) = &arguments.text_messages {
        state.messages = Messages::through(HttpGateway::open(file)?);
    }
    if let Some(gateway) = gateway {
        state.payment_gateway = Some(gateway.open()?);
    }
    if let Some(file) = &arguments.email_gateway {
        state.emails = Emails::through(SmtpGateway::open(file)?);
    }
    if let Some(file) = &arguments.zalo_gateway {
        state.zalo = Some(Messages::through(HttpGateway::open(file)?));
    }
    Ok(state)
}

/// Opens the data folder and serves requests until a stop signal.
async fn serve(arguments: Arguments) -> Result<(), Box<dyn core::error::Error>> {
    let demo = arguments.demo;
    let mut state = open_state(&arguments)?;
    let listener = TcpListener::bind(arguments.listen).await?;
    // The gateway ends with this function.
    let mut gateway_process = None;
    if demo {
        let url = own_url(listener.local_addr()?);
        let program = std::env::current_exe()?;
        let process = GatewayProcess::start(&program, url, &arguments.data, &state.secret)?;
        state.payment_gateway = Some(process.client.clone());
        gateway_process = Some(process);
        demo_accounts::create_accounts(&state)
            .await
            .map_err(|refusal| refusal.problem().title)?;
    }
    let (store, files_dir, clock) = (
        state.store.clone(),
        state.files_dir.clone(),
        state.clock.clone(),
    );
    tokio::spawn(async move { housekeeping::run_every_hour(store, &files_dir, clock).await });
    tokio::spawn(release_phones_hourly(state.clone()));
    tokio::spawn(payments::reconcile_every_minute(state.clone()));
    tokio::spawn(backend::apply_deadlines_hourly(state.clone()));
    tokio::spawn(notices::run_worker(state.clone()));
    print_welcome(listener.local_addr()?, demo);
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let stopping_state = state.clone();
    let serving = server::serve_connections(
        listener,
        backend::app(state),
        ConnectionLimits::default(),
        async {
            wait_for_stop().await;
            stopping_state.end_event_streams();
            stop.send(()).unwrap_or_default();
        },
    );
    tokio::select! {
        () = serving => {}
        () = async { stopped.await.unwrap_or_default(); tokio::time::sleep(SHUTDOWN_TIMEOUT).await } => {
            tracing::warn!("stopped before all requests had finished");
        }
    }
    drop(gateway_process);
    Ok(())
}

/// The URL at which a process on this machine reaches the backend.
fn own_url(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    format!("http://{address}")
}

/// Takes the phones whose waiting time is over from their accounts, every hour.
async fn release_phones_hourly(state: AppState) {
    loop {
        // An error was logged when it occurred. The next hour tries again.
        drop(accounts::release_due_phones(&state).await);
        tokio::time::sleep(RELEASE_INTERVAL).await;
    }
}

/// The limits on messages: values from the command line, or else the defaults.
fn message_limits(arguments: &Arguments) -> MessageLimits {
    let defaults = if arguments.demo {
        MessageLimits::DEMO
    } else {
        MessageLimits::default()
    };
    MessageLimits {
        per_client_ip: arguments
            .messages_per_address
            .unwrap_or(defaults.per_client_ip),
        in_all: arguments.messages_a_day.unwrap_or(defaults.in_all),
        ..defaults
    }
}

/// The limits on drafts and uploads: values from the command line, or else the defaults.
fn filing_limits(arguments: &Arguments) -> FilingLimits {
    let defaults = if arguments.demo {
        FilingLimits::DEMO
    } else {
        FilingLimits::default()
    };
    FilingLimits {
        drafts_a_day: arguments.drafts_a_day.unwrap_or(defaults.drafts_a_day),
        uploads_an_hour: arguments
            .uploads_an_hour
            .unwrap_or(defaults.uploads_an_hour),
        uploads_a_day: arguments.uploads_a_day.unwrap_or(defaults.uploads_a_day),
        unsent_bytes: arguments
            .unsent_megabytes
            .map_or(defaults.unsent_bytes, |megabytes| {
                u64::from(megabytes) * MEGABYTE
            }),
        ..defaults
    }
}

fn print_welcome(address: SocketAddr, demo: bool) {
    println!("Một Cửa: http://{address}/");
    if demo {
        println!("One-time codes and the officer's desk: http://{address}/demo");
        demo_accounts::print_accounts();
    }
}

/// Waits until SIGTERM or Ctrl-C asks the process to stop.
#[cfg(unix)]
async fn wait_for_stop() {
    let Ok(mut terminate) = signal::unix::signal(signal::unix::SignalKind::terminate()) else {
        return signal::ctrl_c().await.unwrap_or_default();
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = signal::ctrl_c() => {}
    }
}

#[cfg(not(unix))]
async fn wait_for_stop() {
    signal::ctrl_c().await.unwrap_or_default();
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use clap::{CommandFactory, FromArgMatches};
    use tracing_subscriber::filter::LevelFilter;

    use super::*;

    fn logged(line: &[&str]) -> Option<LevelFilter> {
        // Ignore RUST_LOG, because the environment of the test run may set it.
        let command = Arguments::command().mut_arg("log", |log| log.env(None::<&str>));
        let matches = command.get_matches_from(line);
        let arguments = Arguments::from_arg_matches(&matches).unwrap();
        arguments.log.default_level()
    }

    #[test]
    fn a_host_name_with_a_port_is_refused() {
        assert!(parse_host("dichvucong.example.vn").is_ok());
        for wrong in ["localhost:8080", "::1", "a b", "", "https://example.vn"] {
            assert!(parse_host(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_address_of_the_portal_has_a_scheme_and_no_slash_at_its_end() {
        let read = parse_public_url("https://dichvucong.example.vn/xa/");
        assert_eq!(read.as_deref(), Ok("https://dichvucong.example.vn/xa"));
        for wrong in [
            "dichvucong.example.vn",
            "https://",
            "https://a/?b",
            "ftp://a",
            "",
        ] {
            assert!(parse_public_url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn requests_are_logged_only_on_request() {
        assert_eq!(logged(&["backend"]), Some(LevelFilter::WARN));
        assert_eq!(
            logged(&["backend", "--log", "info"]),
            Some(LevelFilter::INFO)
        );
    }
}
