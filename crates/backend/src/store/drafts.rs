//! Table of drafts. Functions that serve a citizen have the account as an argument. They return `Refusal::NotFound` for
//! another citizen's draft and for an unknown id, and `Refusal::DraftEnded` for the citizen's own draft that was
//! submitted or deleted, or has expired. For that, the table `ended_drafts` keeps the id of each ended draft as long as
//! the draft itself would have been kept.

use std::collections::BTreeMap;

use contract::draft::{Delivery, Draft, ForWhom, PartChoice};
use contract::form::Answers;
use contract::place::PlaceRef;
use contract::reply::{Reply, ReplyKind};
use domain::draft::add_entry_ids;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::draft_expiry;
use super::uploads::{self, Upload};
use crate::clock::timestamp;
use crate::data::Data;
use crate::http::idempotency::IdempotentRequest;
use crate::refusal::{DraftEnd, Refusal};

/// A draft as the database stores it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StoredDraft {
    /// Opaque id of the draft.
    pub(crate) id: String,
    /// Code of the procedure or group.
    pub(crate) procedure: String,
    /// Key of the form.
    pub(crate) form: String,
    /// Version that the form had when the draft was created.
    pub(crate) form_version: u32,
    /// Place of the agency. `None` until the citizen has chosen it.
    pub(crate) agency: Option<PlaceRef>,
    /// The answers that the citizen has given so far.
    pub(crate) answers: Answers,
    /// How the citizen wants to receive the result. `None` until the citizen has chosen it.
    pub(crate) delivery: Option<Delivery>,
    /// The person for whom the citizen files the dossier.
    pub(crate) for_whom: ForWhom,
    /// Whether the citizen needs a component, by component code. Contains only the components for which the citizen has
    /// answered this.
    pub(crate) needed_components: BTreeMap<String, bool>,
    /// The agency and delivery that the citizen has chosen for single parts of a group, by part key.
    pub(crate) parts: BTreeMap<String, PartChoice>,
    /// What the draft replies to. `None` for a draft of a new dossier.
    pub(crate) reply: Option<Box<Reply>>,
    /// The version of the draft. It increases with every change of the fields above, but not with uploads.
    pub(crate) version: u64,
    /// When the draft was created, in Unix seconds.
    pub(crate) created_at: i64,
    /// Time of the last change, in Unix seconds. Uploads count as changes here.
    pub(crate) updated_at: i64,
}

/// Selects the columns that [`read`] expects, and the hash of the request that created the draft.
const SELECT: &str =
    "SELECT id, procedure, form, form_version, province, commune, answers, delivery,
        for_whom, papers, parts, reply, version, created_at, updated_at, begun_hash
    FROM drafts";

/// The draft became a dossier. A value of the column `reason` of `ended_drafts`.
const SENT: &str = "sent";
/// The citizen deleted the draft. A value of the column `reason` of `ended_drafts`.
const DELETED: &str = "deleted";
/// The draft expired. A value of the column `reason` of `ended_drafts`.
const EXPIRED: &str = "expired";

/// Inserts a draft, with the idempotency key of the request that creates it.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    account_id: i64,
    draft: &StoredDraft,
    request: &IdempotentRequest,
) -> Result<(), Refusal> {
    let reply = draft.reply.as_deref();
    transaction.execute(
        "INSERT INTO drafts (id, account_id, procedure, form, form_version, province, commune,
                             answers, delivery, version, created_at, updated_at, begun_key, begun_hash,
                             for_whom, papers, parts, reply_to, reply_kind, reply_request, reply)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                 ?18, ?19, ?20, ?21)",
        params![
            draft.id,
            account_id,
            draft.procedure,
            draft.form,
            draft.form_version,
            draft.agency.as_ref().map(|place| &place.province),
            draft.agency.as_ref().map(|place| &place.commune),
            serde_json::to_string(&draft.answers)?,
            delivery_json(draft)?,
            draft.version,
            draft.created_at,
            draft.updated_at,
            request.key,
            request.body_hash,
            serde_json::to_string(&draft.for_whom)?,
            serde_json::to_string(&draft.needed_components)?,
            serde_json::to_string(&draft.parts)?,
            reply.map(|reply| &reply.dossier),
            reply.map(|reply| reply.kind.key()),
            reply.and_then(|reply| reply.request.as_ref()),
            reply.map(serde_json::to_string).transpose()?,
        ],
    )?;
    Ok(())
}

/// Saves a changed draft.
pub(crate) fn update(transaction: &Transaction<'_>, draft: &StoredDraft) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE drafts SET province = ?2, commune = ?3, answers = ?4, delivery = ?5, version = ?6,
                           updated_at = ?7, for_whom = ?8, papers = ?9, parts = ?10
         WHERE id = ?1",
        params![
            draft.id,
            draft.agency.as_ref().map(|place| &place.province),
            draft.agency.as_ref().map(|place| &place.commune),
            serde_json::to_string(&draft.answers)?,
            delivery_json(draft)?,
            draft.version,
            draft.updated_at,
            serde_json::to_string(&draft.for_whom)?,
            serde_json::to_string(&draft.needed_components)?,
            serde_json::to_string(&draft.parts)?,
        ],
    )?;
    Ok(())
}

/// Sets the time of the draft's last change. It is called when the draft's files change, so that the draft expires
/// later.
pub(crate) fn touch(transaction: &Transaction<'_>, id: &str, now: i64) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE drafts SET updated_at = ?2 WHERE id = ?1",
        params![id, now],
    )?;
    Ok(())
}

/// Finds a draft of this account by id. `DraftEnded` if it was submitted or deleted or has expired, `NotFound` if the
/// account never had it.
pub(crate) fn find(
    transaction: &Transaction<'_>,
    account_id: i64,
    id: &str,
    now: i64,
) -> Result<StoredDraft, Refusal> {
    let draft = transaction
        .query_row(
            &format!("{SELECT} WHERE id = ?1 AND account_id = ?2"),
            params![id, account_id],
            |row| Ok(read(row)),
        )
        .optional()?
        .transpose()?;
    match draft {
        Some(draft) if draft.updated_at >= draft_expiry::expiry_cutoff(now) => Ok(draft),
        Some(_) => Err(Refusal::DraftEnded(DraftEnd::Expired)),
        None => Err(find_end(transaction, account_id, id)?),
    }
}

/// Why this account has no draft with this id.
fn find_end(transaction: &Transaction<'_>, account_id: i64, id: &str) -> Result<Refusal, Refusal> {
    let end = transaction
        .query_row(
            "SELECT reason, dossier_code FROM ended_drafts WHERE id = ?1 AND account_id = ?2",
            params![id, account_id],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?)),
        )
        .optional()?;
    Ok(match end {
        Some((_, Some(dossier_code))) => Refusal::DraftEnded(DraftEnd::Sent { dossier_code }),
        Some((reason, None)) if reason == EXPIRED => Refusal::DraftEnded(DraftEnd::Expired),
        Some(_) => Refusal::DraftEnded(DraftEnd::Deleted),
        None => Refusal::NotFound,
    })
}

/// Finds the draft that was created by a request with this idempotency key. Returns the draft and the hash of that
/// request.
pub(crate) fn find_by_key(
    transaction: &Transaction<'_>,
    account_id: i64,
    key: &str,
) -> Result<Option<(StoredDraft, Vec<u8>)>, Refusal> {
    transaction
        .query_row(
            &format!("{SELECT} WHERE account_id = ?1 AND begun_key = ?2"),
            params![account_id, key],
            |row| Ok((read(row), row.get("begun_hash")?)),
        )
        .optional()?
        .map(|(draft, hash)| Ok((draft?, hash)))
        .transpose()
}

/// Finds the unfinished reply of this kind to this request. Whoever may see the dossier may see the reply.
pub(crate) fn find_reply(
    transaction: &Transaction<'_>,
    dossier_code: &str,
    kind: ReplyKind,
    request: Option<&str>,
    now: i64,
) -> Result<Option<StoredDraft>, Refusal> {
    transaction
        .query_row(
            &format!(
                "{SELECT} WHERE reply_to = ?1 AND reply_kind = ?2 AND reply_request IS ?3
                 AND updated_at >= ?4"
            ),
            params![
                dossier_code,
                kind.key(),
                request,
                draft_expiry::expiry_cutoff(now)
            ],
            |row| Ok(read(row)),
        )
        .optional()?
        .transpose()
}

/// Deletes an expired reply, so that the citizen can begin the same reply again. Returns the names of the files that the
/// caller must delete from disk.
pub(crate) fn remove_expired_reply(
    transaction: &Transaction<'_>,
    reply: &Reply,
    now: i64,
) -> Result<Vec<String>, Refusal> {
    let id: Option<String> = transaction
        .query_row(
            "SELECT id FROM drafts
             WHERE reply_to = ?1 AND reply_kind = ?2 AND reply_request IS ?3 AND updated_at < ?4",
            params![
                reply.dossier,
                reply.kind.key(),
                reply.request,
                draft_expiry::expiry_cutoff(now)
            ],
            |row| row.get(0),
        )
        .optional()?;
    id.map_or(Ok(Vec::new()), |id| {
        end(transaction, &id, DraftEnd::Expired, now)
    })
}

/// Deletes a draft and its uploads, and records how it ended. Returns the names of the files that the caller must delete
/// from disk: none if the draft was submitted, because its uploads belong to the dossier by then.
pub(crate) fn end(
    transaction: &Transaction<'_>,
    id: &str,
    end: DraftEnd,
    now: i64,
) -> Result<Vec<String>, Refusal> {
    let files = uploads::files_of_draft(transaction, id)?;
    let (reason, dossier_code) = match end {
        DraftEnd::Sent { dossier_code } => (SENT, Some(dossier_code)),
        DraftEnd::Deleted => (DELETED, None),
        DraftEnd::Expired => (EXPIRED, None),
    };
    transaction.execute(
        "INSERT INTO ended_drafts (id, account_id, reason, dossier_code, ended_at)
         SELECT id, account_id, ?2, ?3, ?4 FROM drafts WHERE id = ?1",
        params![id, reason, dossier_code, now],
    )?;
    transaction.execute("DELETE FROM drafts WHERE id = ?1", params![id])?;
    Ok(files)
}

/// Whether there are expired drafts.
pub(crate) fn has_expired(transaction: &Transaction<'_>, now: i64) -> Result<bool, Refusal> {
    let select = "SELECT EXISTS (SELECT 1 FROM drafts WHERE updated_at < ?1)";
    let cutoff = draft_expiry::expiry_cutoff(now);
    Ok(transaction.query_row(select, [cutoff], |row| row.get(0))?)
}

/// Deletes up to 100 expired drafts, and forgets the drafts that ended long ago. Returns the names of the files that the
/// caller must delete from disk.
pub(crate) fn remove_expired(
    transaction: &Transaction<'_>,
    now: i64,
) -> Result<Vec<String>, Refusal> {
    let cutoff = draft_expiry::expiry_cutoff(now);
    transaction.execute("DELETE FROM ended_drafts WHERE ended_at < ?1", [cutoff])?;
    let expired = "SELECT id FROM drafts WHERE updated_at < ?1 LIMIT 100";
    end_each(transaction, expired, cutoff, &DraftEnd::Expired, now)
}

/// Deletes all drafts of an account that is being closed, and forgets those that ended before. Returns the names of the
/// files that the caller must delete from disk.
pub(crate) fn remove_all(
    transaction: &Transaction<'_>,
    account_id: i64,
    now: i64,
) -> Result<Vec<String>, Refusal> {
    let owned = "SELECT id FROM drafts WHERE account_id = ?1";
    let files = end_each(transaction, owned, account_id, &DraftEnd::Deleted, now)?;
    transaction.execute(
        "DELETE FROM ended_drafts WHERE account_id = ?1",
        [account_id],
    )?;
    Ok(files)
}

/// Ends the drafts that the query `select` returns. Returns the names of the files that the caller must delete from
/// disk.
fn end_each(
    transaction: &Transaction<'_>,
    select: &str,
    parameter: i64,
    how: &DraftEnd,
    now: i64,
) -> Result<Vec<String>, Refusal> {
    let mut select = transaction.prepare(select)?;
    let ids = select
        .query_map([parameter], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    let mut files = Vec::new();
    for id in ids {
        files.extend(end(transaction, &id, how.clone(), now)?);
    }
    Ok(files)
}

fn read(row: &Row<'_>) -> Result<StoredDraft, Refusal> {
    let province: Option<String> = row.get("province")?;
    let commune: Option<String> = row.get("commune")?;
    let delivery: Option<String> = row.get("delivery")?;
    let mut answers: Answers = serde_json::from_str(&row.get::<_, String>("answers")?)?;
    // Drafts of an older version have entries without ids.
    add_entry_ids(&mut answers);
    Ok(StoredDraft {
        id: row.get("id")?,
        procedure: row.get("procedure")?,
        form: row.get("form")?,
        form_version: row.get("form_version")?,
        agency: province
            .zip(commune)
            .map(|(province, commune)| PlaceRef { province, commune }),
        answers,
        delivery: delivery
            .map(|text| serde_json::from_str(&text))
            .transpose()?,
        for_whom: serde_json::from_str(&row.get::<_, String>("for_whom")?)?,
        needed_components: serde_json::from_str(&row.get::<_, String>("papers")?)?,
        parts: serde_json::from_str(&row.get::<_, String>("parts")?)?,
        reply: row
            .get::<_, Option<String>>("reply")?
            .map(|text| serde_json::from_str(&text))
            .transpose()?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn delivery_json(draft: &StoredDraft) -> Result<Option<String>, Refusal> {
    Ok(draft
        .delivery
        .as_ref()
        .map(serde_json::to_string)
        .transpose()?)
}

impl StoredDraft {
    /// Converts the draft to its API type.
    pub(crate) fn into_api(self, uploads: Vec<Upload>, data: &Data) -> Draft {
        let procedure = data.procedure(&self.procedure);
        let agency_name = procedure
            .zip(self.agency.as_ref())
            .and_then(|(procedure, place)| data.agency_name(procedure, place));
        Draft {
            procedure_name: procedure
                .map_or_else(|| self.procedure.clone(), |known| known.name.clone()),
            id: self.id,
            version: self.version,
            procedure: self.procedure,
            form: self.form,
            form_version: self.form_version,
            agency: self.agency,
            agency_name,
            answers: self.answers,
            attachments: uploads.into_iter().map(Upload::into_api).collect(),
            delivery: self.delivery,
            for_whom: self.for_whom,
            needed_components: self.needed_components,
            parts: self.parts,
            reply: self.reply.map(|reply| *reply),
            created_at: timestamp(self.created_at),
            updated_at: timestamp(self.updated_at),
            expires_on: draft_expiry::expires_on(self.updated_at),
        }
    }
}
