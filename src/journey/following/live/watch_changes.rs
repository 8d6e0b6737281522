//! Tells a page when something has changed. While the page is visible, a stream of server-sent events is open. A backend
//! without such a stream, or on another origin, is asked from time to time.

use contract::endpoints::GET_EVENTS;
use contract::notice::ChangeEvent;
use domain::json::parse_json;
use leptos::prelude::*;

use super::polling::Polling;
use super::unread::UnreadCount;
use crate::api::use_api;
use crate::browser::event_source::{EventSource, ServerEvent};
use crate::browser::online;
use crate::browser::window_listener::WindowListener;
use crate::reactive::effect;
use crate::session::portal_features::use_feature;

/// How a page hears of changes.
enum Connection {
    /// The backend sends them. The stream is closed when this value is dropped.
    Stream { _source: EventSource },
    /// The backend is asked. It is asked no more when this value is dropped.
    Polling { polling: Polling },
}

impl Connection {
    /// Whether nothing will be heard on this connection any more.
    fn is_finished(&self) -> bool {
        match self {
            Connection::Stream { .. } => false,
            Connection::Polling { polling } => polling.is_finished(),
        }
    }
}

/// Calls `on_change` when something has changed, with the code of the dossier, or without one if anything may have
/// changed. Ends with the page that calls this function while it is rendered.
pub(in crate::journey::following) fn watch_changes(on_change: Callback<Option<String>>) {
    let api = use_api();
    let unread = use_context::<UnreadCount>();
    let offered = use_feature(|parts| parts.events);
    let connection = StoredValue::new_local(None::<Connection>);
    let changed = Callback::new(move |dossier: Option<String>| {
        on_change.try_run(dossier);
        if let Some(unread) = unread {
            unread.refresh();
        }
    });
    let poll = move || {
        let polling = Polling::start(move || {
            changed.try_run(None);
        });
        connection.try_set_value(Some(Connection::Polling { polling }));
    };
    let url = api.url(&GET_EVENTS, &[]);
    let listen = move || {
        let mut was_open = false;
        let source = EventSource::open(&url, move |event| match event {
            // What happened while the connection was cut isn't repeated.
            ServerEvent::Opened => {
                if was_open {
                    changed.try_run(None);
                }
                was_open = true;
            }
            ServerEvent::Data(data) => {
                let event: ChangeEvent = parse_json(&data).unwrap_or_default();
                changed.try_run(event.dossier);
            }
            ServerEvent::Closed => poll(),
        });
        match source {
            Some(source) => {
                connection.try_set_value(Some(Connection::Stream { _source: source }));
            }
            None => poll(),
        }
    };
    let connect = move || match offered.get_untracked() {
        Some(true) if !api.is_cross_origin() => listen(),
        Some(_) => poll(),
        None => {}
    };
    // A hidden page must not use up one of the few connections that the browser allows.
    let reconnect = connect.clone();
    let _returned = StoredValue::new_local(WindowListener::on_return(move || {
        let needs_connection = connection
            .try_with_value(|connection| connection.as_ref().is_none_or(Connection::is_finished));
        if needs_connection == Some(true) {
            reconnect();
        }
    }));
    let _hidden = StoredValue::new_local(WindowListener::on_hidden(move || {
        connection.try_set_value(None);
    }));
    effect(move || {
        if offered.get().is_some() && !online::is_page_left() {
            connect();
        }
    });
}
