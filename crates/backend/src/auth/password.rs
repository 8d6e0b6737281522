//! Password hashes with argon2id, and the rules for new passwords. Hashing runs on threads for blocking work, and only
//! a few hashes are computed at the same time, because each hash needs megabytes of memory.

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use contract::limits::PASSWORD_MAX_CHARS;
use domain::format::{self, FormatError};
use tokio::sync::Semaphore;

use super::common_passwords::is_common;
use super::random;
use crate::config::PasswordCost;
use crate::http::extract::to_nfc;
use crate::refusal::Refusal;

/// Maximum number of hashes that are computed at the same time.
const CONCURRENT_HASHES: usize = 4;

/// Hashes and verifies passwords. Clones share the limit on concurrent hashes.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    /// A hash that is compared with the password if an account doesn't exist or has no password. It makes the response
    /// take as long as for an existing account.
    dummy_hash: Arc<str>,
    permits: Arc<Semaphore>,
}

impl Passwords {
    /// Creates a hasher whose hashes have this cost.
    ///
    /// # Errors
    ///
    /// An internal error if argon2 doesn't support the cost.
    pub fn new(cost: PasswordCost) -> Result<Passwords, Refusal> {
        let params = Params::new(cost.memory_kib, cost.passes, 1, None);
        let argon2 = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            params.map_err(Refusal::internal)?,
        );
        let dummy_hash = hash(&argon2, &random::token()?)?;
        Ok(Passwords {
            argon2,
            dummy_hash: dummy_hash.into(),
            permits: Arc::new(Semaphore::new(CONCURRENT_HASHES)),
        })
    }

    /// Hashes a password with a new salt. Returns a PHC string.
    pub async fn hash(&self, password: String) -> Result<String, Refusal> {
        self.run_blocking(move |argon2| hash(argon2, &password))
            .await
    }

    /// Whether the password matches this hash. Without a hash the result is `false`, after the same amount of work.
    pub async fn matches(&self, password: String, hash: Option<String>) -> Result<bool, Refusal> {
        let exists = hash.is_some();
        let against = hash.unwrap_or_else(|| self.dummy_hash.to_string());
        self.run_blocking(move |argon2| {
            let against = PasswordHash::new(&against).map_err(Refusal::internal)?;
            let same = argon2
                .verify_password(password.as_bytes(), &against)
                .is_ok();
            Ok(same && exists)
        })
        .await
    }

    /// Whether a hash was made with a lower cost than the configured one. Such a hash can be replaced only when the
    /// citizen enters the password.
    pub(crate) fn is_outdated(&self, hash: &str) -> bool {
        let made_with = PasswordHash::new(hash).and_then(|hash| Params::try_from(&hash));
        let configured = self.argon2.params();
        made_with.is_ok_and(|made_with| {
            made_with.m_cost() < configured.m_cost() || made_with.t_cost() < configured.t_cost()
        })
    }

    /// Waits until fewer than the maximum number of hashes are being computed, and then runs `work` on a thread for
    /// blocking work.
    async fn run_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let _permit = self.permits.acquire().await.map_err(Refusal::internal)?;
        let argon2 = self.argon2.clone();
        tokio::task::spawn_blocking(move || work(&argon2))
            .await
            .map_err(Refusal::internal)?
    }
}

/// Validates a new password and returns it in NFC. The password must have an allowed length and must not be a common
/// password.
pub(crate) fn validate_password(typed: &str) -> Result<String, Refusal> {
    // The limit in the contract also applies to the text as it was sent, before the conversion to NFC.
    if typed.chars().count() > PASSWORD_MAX_CHARS {
        return Err(Refusal::invalid_property("/password", "maxLength"));
    }
    let password = format::parse_password(&to_nfc(typed)).map_err(|error| {
        let rule = match error {
            FormatError::TooShort { .. } => "minLength",
            FormatError::TooLong { .. } => "maxLength",
            _ => "pattern",
        };
        Refusal::invalid_property("/password", rule)
    })?;
    if is_common(&password) {
        return Err(Refusal::invalid_property("/password", "guessed-first"));
    }
    Ok(password)
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Result<String, Refusal> {
    let salt = SaltString::encode_b64(&random::random_bytes::<16>()?).map_err(Refusal::internal)?;
    let hash = argon2.hash_password(password.as_bytes(), &salt);
    Ok(hash.map_err(Refusal::internal)?.to_string())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn rejects_a_common_password_and_names_its_property() {
        assert!(validate_password("một câu dễ nhớ").is_ok());
        let problem = validate_password("Matkhau123").unwrap_err().problem();
        assert_eq!(problem.pointer.as_deref(), Some("/password"));
    }
}
