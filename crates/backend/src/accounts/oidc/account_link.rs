//! Finds or creates the account for verified claims. The first of these is used: the account that is linked to the
//! provider's subject, the account with the citizen id of the claims, a new account.
//!
//! Another person may have registered the citizen id by phone, because a phone doesn't prove who its user is. So an
//! account that was registered by phone keeps its phone, password and sessions only if the provider confirms the same
//! phone. Otherwise that other person could still use the citizen's account.

use contract::account::{Account, Verification};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::auth::oidc::error::OidcError;
use crate::auth::oidc::verified_claims::VerifiedClaims;
use crate::refusal::Refusal;
use crate::store::accounts::{self, StoredVerification};

/// The account to sign in to. It is now linked to the provider's subject.
pub(super) struct LinkedAccount {
    /// Key of the account in the database.
    pub(super) account_id: i64,
    /// The phone that was removed from the account, if one was removed. The caller sends a message to it.
    pub(super) former_phone: Option<String>,
}

/// Finds or creates the citizen's account and links it to the provider's subject. Accounts of organisations are never
/// linked. The inner error means that the sign-in is refused.
pub(super) fn link(
    transaction: &Transaction<'_>,
    provider: &str,
    claims: &VerifiedClaims,
    now: i64,
) -> Result<Result<LinkedAccount, OidcError>, Refusal> {
    let mut former_phone = None;
    let account_id = match find_linked(transaction, provider, &claims.subject)? {
        Some((_, citizen_id)) if citizen_id != claims.citizen_id => {
            return Ok(Err(OidcError::OtherCitizen));
        }
        Some((account_id, _)) => account_id,
        None => {
            let account_id = match find_by_citizen_id(transaction, &claims.citizen_id)? {
                Some(own) => {
                    if own.verification == Verification::Phone && own.phone != claims.phone {
                        remove_unverified_access(transaction, own.account_id, claims, now)?;
                        former_phone = own.phone;
                    }
                    own.account_id
                }
                None => create(transaction, claims, now)?,
            };
            transaction.execute(
                "INSERT INTO identities (provider, subject, account_id) VALUES (?1, ?2, ?3)",
                params![provider, claims.subject, account_id],
            )?;
            account_id
        }
    };
    transaction.execute(
        "UPDATE accounts SET name = ?2, verification = ?3 WHERE id = ?1",
        params![
            account_id,
            claims.name,
            StoredVerification(Verification::Identity)
        ],
    )?;
    Ok(Ok(LinkedAccount {
        account_id,
        former_phone,
    }))
}

/// The citizen's existing account, found by citizen id.
struct CitizenAccount {
    account_id: i64,
    phone: Option<String>,
    verification: Verification,
}

/// Finds the account that is linked to the provider's subject. Returns the database key and the citizen id of the
/// account.
fn find_linked(
    transaction: &Transaction<'_>,
    provider: &str,
    subject: &str,
) -> Result<Option<(i64, String)>, Refusal> {
    Ok(transaction
        .query_row(
            "SELECT accounts.id, citizen_id FROM identities JOIN accounts ON accounts.id = account_id
             WHERE provider = ?1 AND subject = ?2 AND closed_at IS NULL",
            params![provider, subject],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?)
}

/// Finds the citizen's account by citizen id. Accounts of organisations and closed accounts are ignored.
fn find_by_citizen_id(
    transaction: &Transaction<'_>,
    citizen_id: &str,
) -> Result<Option<CitizenAccount>, Refusal> {
    Ok(transaction
        .query_row(
            "SELECT id, phone, verification FROM accounts
             WHERE citizen_id = ?1 AND organisation IS NULL AND closed_at IS NULL",
            [citizen_id],
            |row| {
                let StoredVerification(verification) = row.get(2)?;
                Ok(CitizenAccount {
                    account_id: row.get(0)?,
                    phone: row.get(1)?,
                    verification,
                })
            },
        )
        .optional()?)
}

/// Removes every way in which another person could use the account: password, phone, sessions and challenges.
fn remove_unverified_access(
    transaction: &Transaction<'_>,
    account_id: i64,
    claims: &VerifiedClaims,
    now: i64,
) -> Result<(), Refusal> {
    let phone = free_phone(transaction, claims)?;
    transaction.execute(
        "UPDATE accounts SET password_hash = NULL, phone = ?2, birth_date = ?3 WHERE id = ?1",
        params![account_id, phone, claims.birth_date],
    )?;
    // Another person may have given these consents. They are marked as withdrawn and kept as a proof, and the citizen
    // is asked for consent again.
    transaction.execute(
        "UPDATE consents SET withdrawn_at = ?2 WHERE account_id = ?1 AND withdrawn_at IS NULL",
        params![account_id, now],
    )?;
    // A phone that has left or is about to leave isn't the account's any more. Without a new one, the owner still learns
    // why the account has none.
    transaction.execute(
        "DELETE FROM phone_releases WHERE account_id = ?1 AND (left_at IS NULL OR ?2 IS NOT NULL)",
        params![account_id, phone],
    )?;
    for access in ["sessions", "challenges", "known_devices"] {
        let delete = format!("DELETE FROM {access} WHERE account_id = ?1");
        transaction.execute(&delete, [account_id])?;
    }
    Ok(())
}

/// Creates an account without a password from the claims.
fn create(
    transaction: &Transaction<'_>,
    claims: &VerifiedClaims,
    now: i64,
) -> Result<i64, Refusal> {
    let account = Account {
        name: claims.name.clone(),
        citizen_id: claims.citizen_id.clone(),
        birth_date: claims.birth_date.clone(),
        phone: free_phone(transaction, claims)?,
        verification: Verification::Identity,
        organisation: None,
        lacks_password: true,
        email: None,
        phone_leaves_on: None,
    };
    accounts::insert(transaction, &account, None, now)
}

/// The phone from the claims. `None` if another citizen's account already has this phone.
fn free_phone(
    transaction: &Transaction<'_>,
    claims: &VerifiedClaims,
) -> Result<Option<String>, Refusal> {
    let taken: bool = transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM accounts
                        WHERE phone = ?1 AND organisation IS NULL AND closed_at IS NULL)",
        params![claims.phone],
        |row| row.get(0),
    )?;
    Ok(claims.phone.clone().filter(|_| !taken))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use contract::account::Organisation;

    use super::*;
    use crate::store::database::Store;

    fn mai() -> VerifiedClaims {
        VerifiedClaims {
            subject: "s-1".to_owned(),
            citizen_id: "001190000011".to_owned(),
            name: "Trần Thị Mai".to_owned(),
            birth_date: None,
            phone: Some("0912000011".to_owned()),
        }
    }

    fn by_phone(phone: &str, organisation: Option<Organisation>) -> Account {
        Account {
            name: "Tran Thi Mai".to_owned(),
            citizen_id: mai().citizen_id,
            birth_date: None,
            phone: Some(phone.to_owned()),
            verification: Verification::Phone,
            organisation,
            lacks_password: false,
            email: None,
            phone_leaves_on: None,
        }
    }

    /// Inserts the account `before`, and then links the provider's claims to an account. Returns three values: whether
    /// the linked account is `before`, the linked account, and its password hash.
    async fn link_after(
        before: Account,
        claims: VerifiedClaims,
    ) -> (bool, Account, Option<String>) {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("a.sqlite")).unwrap();
        let linking = store.run(move |transaction| {
            let earlier = accounts::insert(transaction, &before, Some("a hash"), 0)?;
            let linked = link(transaction, "dvcqg", &claims, 0)?.ok().unwrap();
            let account = accounts::find(transaction, linked.account_id)?;
            let hash = "SELECT password_hash FROM accounts WHERE id = ?1";
            let hash = transaction.query_row(hash, [linked.account_id], |row| row.get(0))?;
            Ok((linked.account_id == earlier, account, hash))
        });
        linking.await.unwrap()
    }

    #[tokio::test]
    async fn links_the_account_of_the_citizen_id_and_updates_its_name() {
        let (same, account, password) = link_after(by_phone("0912000011", None), mai()).await;
        assert!(same);
        assert_eq!(account.name, "Trần Thị Mai");
        assert_eq!(account.verification, Verification::Identity);
        assert_eq!(account.phone.as_deref(), Some("0912000011"));
        assert_eq!(password.as_deref(), Some("a hash"));
        assert!(!account.lacks_password);
    }

    #[tokio::test]
    async fn removes_an_unconfirmed_phone_and_its_password() {
        let (same, account, password) = link_after(by_phone("0987654321", None), mai()).await;
        assert!(same);
        assert_eq!(account.phone.as_deref(), Some("0912000011"));
        assert_eq!(password, None);
        assert!(account.lacks_password);
        let silent = VerifiedClaims {
            phone: None,
            ..mai()
        };
        let (_, account, password) = link_after(by_phone("0987654321", None), silent).await;
        assert_eq!((account.phone, password), (None, None));
    }

    #[tokio::test]
    async fn an_account_whose_phone_left_shows_no_day_once_the_provider_gave_it_a_phone() {
        let silent = VerifiedClaims {
            phone: None,
            ..mai()
        };
        for (left_at, claims, shows_day) in [
            (Some(1), mai(), false),
            (None, mai(), false),
            (None, silent.clone(), false),
            (Some(1), silent, true),
        ] {
            let dir = tempfile::tempdir().unwrap();
            let store = Store::open(&dir.path().join("a.sqlite")).unwrap();
            let linking = store.run(move |transaction| {
                let before = Account {
                    phone: left_at.is_none().then(|| "0987654321".to_owned()),
                    ..by_phone("0987654321", None)
                };
                let account_id = accounts::insert(transaction, &before, Some("a hash"), 0)?;
                transaction.execute(
                    "INSERT INTO phone_releases VALUES (?1, '0987654321', 1, ?2)",
                    params![account_id, left_at],
                )?;
                link(transaction, "dvcqg", &claims, 2)?.ok().unwrap();
                let kept = "SELECT count(*) FROM phone_releases";
                let kept: u32 = transaction.query_row(kept, [], |row| row.get(0))?;
                Ok((accounts::find(transaction, account_id)?, kept))
            });
            let (account, kept) = linking.await.unwrap();
            assert_eq!(account.phone_leaves_on.is_some(), shows_day);
            assert_eq!(kept, u32::from(shows_day));
        }
    }

    #[tokio::test]
    async fn withdraws_consents_of_an_unconfirmed_owner_and_keeps_the_rows() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("a.sqlite")).unwrap();
        let linking = store.run(|transaction| {
            let before = by_phone("0987654321", None);
            let account_id = accounts::insert(transaction, &before, Some("a hash"), 0)?;
            transaction.execute(
                "INSERT INTO consents (account_id, purpose, version, wording, given_at)
                 VALUES (?1, 'filing', 1, 'Tôi đồng ý', 0)",
                [account_id],
            )?;
            link(transaction, "dvcqg", &mai(), 7)?.ok().unwrap();
            let query = "SELECT wording, withdrawn_at FROM consents WHERE account_id = ?1";
            Ok(transaction.query_row(query, [account_id], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?))
            })?)
        });
        let consent = linking.await.unwrap();
        assert_eq!(consent, ("Tôi đồng ý".to_owned(), Some(7)));
    }

    #[tokio::test]
    async fn does_not_link_the_account_of_an_organisation() {
        let organisation = Organisation {
            name: "Hợp tác xã Thử".to_owned(),
            tax_code: "0100000001".to_owned(),
            position: "Giám đốc".to_owned(),
        };
        let (same, account, _) =
            link_after(by_phone("0912000011", Some(organisation)), mai()).await;
        assert!(!same);
        assert_eq!(account.organisation, None);
        assert_eq!(account.phone.as_deref(), Some("0912000011"));
    }

    #[tokio::test]
    async fn does_not_take_the_phone_of_another_account() {
        let another = Account {
            citizen_id: "001190000099".to_owned(),
            birth_date: None,
            ..by_phone("0912000011", None)
        };
        let (same, account, _) = link_after(another, mai()).await;
        assert!(!same);
        assert_eq!(account.phone, None);
    }
}
