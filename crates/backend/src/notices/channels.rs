//! The channels on which a citizen hears of notices outside the app. Messages to a phone also need the consent to
//! messages about progress. E-mails need no further consent: a citizen who enters an address, confirms it with a code and
//! leaves the channel on has asked for them.

use axum::Json;
use axum::extract::State;
use contract::notice::{
    ChannelSetting, NoticeChannel, NoticeKind, NoticeSettings, NoticeSettingsChange,
};
use domain::format::{mask_email, mask_phone};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::auth::extractors::Citizen;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::consents::{self, PROGRESS_MESSAGES};

/// The channels that a citizen has chosen.
#[derive(Clone, Copy)]
struct Choices {
    sms: bool,
    email: bool,
    zalo: bool,
}

impl Choices {
    /// The choices of a citizen who has made none. Zalo isn't on: not every phone has it, and a text message would come
    /// as well.
    const DEFAULT: Choices = Choices {
        sms: true,
        email: true,
        zalo: false,
    };

    fn load(transaction: &Transaction<'_>, account_id: i64) -> Result<Choices, Refusal> {
        let select = "SELECT sms, email, zalo FROM notice_channels WHERE account_id = ?1";
        let stored = transaction.query_row(select, [account_id], |row| {
            Ok(Choices {
                sms: row.get(0)?,
                email: row.get(1)?,
                zalo: row.get(2)?,
            })
        });
        Ok(stored.optional()?.unwrap_or(Choices::DEFAULT))
    }

    fn store(self, transaction: &Transaction<'_>, account_id: i64) -> Result<(), Refusal> {
        transaction.execute(
            "INSERT INTO notice_channels (account_id, sms, email, zalo) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (account_id) DO UPDATE SET sms = ?2, email = ?3, zalo = ?4",
            params![account_id, self.sms, self.email, self.zalo],
        )?;
        Ok(())
    }
}

/// Loads the channels that this backend can use, with the choices of an account.
pub(super) fn load(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
) -> Result<Vec<ChannelSetting>, Refusal> {
    let choices = Choices::load(transaction, account_id)?;
    let account = accounts::find(transaction, account_id)?;
    let has_consent = consents::is_given(transaction, &state.data, account_id, PROGRESS_MESSAGES)?;
    let phone = account.phone.as_deref().map(mask_phone);
    let settings = [
        Some(ChannelSetting {
            channel: NoticeChannel::Sms,
            on: choices.sms,
            sent_to: phone.clone(),
            needs_consent: !has_consent,
        }),
        state.emails.is_available().then(|| ChannelSetting {
            channel: NoticeChannel::Email,
            on: choices.email,
            sent_to: account.email.as_deref().map(mask_email),
            needs_consent: false,
        }),
        state.zalo.is_some().then_some(ChannelSetting {
            channel: NoticeChannel::Zalo,
            on: choices.zalo,
            sent_to: phone,
            needs_consent: !has_consent,
        }),
    ];
    Ok(settings.into_iter().flatten().collect())
}

/// Whether a notice of this kind may be sent on the channel: the citizen has chosen the channel, has an address for it,
/// and has consented if that is needed. The wording of the consent says that the text message about a sent dossier
/// comes in any case.
pub(super) fn takes_notice(setting: &ChannelSetting, kind: NoticeKind) -> bool {
    let is_always_sent = kind == NoticeKind::Submitted && setting.channel == NoticeChannel::Sms;
    setting.on && setting.sent_to.is_some() && (!setting.needs_consent || is_always_sent)
}

/// `GET /account/notices`: returns the channels.
pub(super) async fn show_channels(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<Json<NoticeSettings>, Refusal> {
    let within = state.clone();
    let channels = state
        .store
        .run(move |transaction| load(transaction, &within, citizen.account_id));
    Ok(Json(NoticeSettings {
        channels: channels.await?,
    }))
}

/// `PATCH /account/notices`: chooses channels.
pub(super) async fn choose_channels(
    State(state): State<AppState>,
    citizen: Citizen,
    JsonBody(change): JsonBody<NoticeSettingsChange>,
) -> Result<Json<NoticeSettings>, Refusal> {
    let within = state.clone();
    let channels = state.store.run(move |transaction| {
        let account_id = citizen.account_id;
        let before = Choices::load(transaction, account_id)?;
        let after = Choices {
            sms: change.sms.unwrap_or(before.sms),
            email: change.email.unwrap_or(before.email),
            zalo: change.zalo.unwrap_or(before.zalo),
        };
        after.store(transaction, account_id)?;
        load(transaction, &within, account_id)
    });
    Ok(Json(NoticeSettings {
        channels: channels.await?,
    }))
}
