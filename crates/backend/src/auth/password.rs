//! Passwords, kept as argon2id hashes and worked on off the async threads, a few at a time: each takes
//! megabytes, and a crowd of sign-ins must not take the machine's memory.

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use contract::limits::PASSWORD_MAX_CHARS;
use domain::format::{self, Fault};
use tokio::sync::Semaphore;

use super::common_passwords::is_common;
use super::random;
use crate::config::PasswordCost;
use crate::http::extract::nfc;
use crate::refusal::Refusal;

/// Hashes worked on at once.
const AT_ONCE: usize = 4;

/// Makes and checks hashes; clones share the limit on how many at once.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    /// Stands in for the hash of an account that doesn't exist.
    nobody: Arc<str>,
    turns: Arc<Semaphore>,
}

impl Passwords {
    /// Hashes at this cost. Refuses a cost that argon2 doesn't know.
    pub fn new(cost: PasswordCost) -> Result<Passwords, Refusal> {
        let params = Params::new(cost.memory_kib, cost.passes, 1, None);
        let argon2 = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            params.map_err(Refusal::internal)?,
        );
        let nobody = hash(&argon2, &random::token()?)?;
        Ok(Passwords {
            argon2,
            nobody: nobody.into(),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        })
    }

    /// The hash of a password in PHC form, with a salt of its own.
    pub async fn hash(&self, password: String) -> Result<String, Refusal> {
        self.work(move |argon2| hash(argon2, &password)).await
    }

    /// Whether the password is the one of this hash; without a hash the same work, and no.
    pub async fn matches(&self, password: String, known: Option<String>) -> Result<bool, Refusal> {
        let exists = known.is_some();
        let against = known.unwrap_or_else(|| self.nobody.to_string());
        self.work(move |argon2| {
            let against = PasswordHash::new(&against).map_err(Refusal::internal)?;
            let same = argon2
                .verify_password(password.as_bytes(), &against)
                .is_ok();
            Ok(same && exists)
        })
        .await
    }

    /// Whether a hash was made with less work than is asked for now. A new one can be made only while its password is at hand.
    pub(crate) fn is_outdated(&self, known: &str) -> bool {
        let made_with = PasswordHash::new(known).and_then(|hash| Params::try_from(&hash));
        let asked = self.argon2.params();
        made_with.is_ok_and(|made_with| {
            made_with.m_cost() < asked.m_cost() || made_with.t_cost() < asked.t_cost()
        })
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let _turn = self.turns.acquire().await.map_err(Refusal::internal)?;
        let argon2 = self.argon2.clone();
        tokio::task::spawn_blocking(move || work(&argon2))
            .await
            .map_err(Refusal::internal)?
    }
}

/// A new password that may be kept, NFC: long enough, and none that is guessed first.
pub(crate) fn check(typed: &str) -> Result<String, Refusal> {
    // Counted as typed, too: the bound is on what travels.
    if typed.chars().count() > PASSWORD_MAX_CHARS {
        return Err(Refusal::invalid_property("/password", "maxLength"));
    }
    let password = format::password(&nfc(typed)).map_err(|error| {
        let rule = match error {
            Fault::TooShort { .. } => "minLength",
            Fault::TooLong { .. } => "maxLength",
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
    let salt = SaltString::encode_b64(&random::bytes::<16>()?).map_err(Refusal::internal)?;
    let hash = argon2.hash_password(password.as_bytes(), &salt);
    Ok(hash.map_err(Refusal::internal)?.to_string())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn it_is_refused_at_its_place() {
        assert!(check("một câu dễ nhớ").is_ok());
        let problem = check("Matkhau123").unwrap_err().problem();
        assert_eq!(problem.pointer.as_deref(), Some("/password"));
    }
}
