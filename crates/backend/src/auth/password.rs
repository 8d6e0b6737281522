//! Password hashes with argon2id, and the rules for new passwords. Hashing runs on threads for blocking work, and only
//! a few hashes are computed at the same time, because each hash needs megabytes of memory.

use std::sync::Arc;

use argon2::password_hash::{Output, ParamsString, PasswordHash, Salt, SaltString};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};
use contract::limits::PASSWORD_MAX_CHARS;
use domain::format::{self, FormatError};

use super::common_passwords::is_common;
use super::hash_memory::{HashMemory, MemoryBlocks};
use super::random;
use crate::config::PasswordCost;
use crate::http::extract::to_nfc;
use crate::refusal::Refusal;

/// Hashes and verifies passwords. Clones share the memory, and so the limit on concurrent hashes.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    /// A hash that is compared with the password if an account doesn't exist or has no password. It makes the response
    /// take as long as for an existing account.
    dummy_hash: Arc<str>,
    memory: HashMemory,
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
        let dummy_hash = hash(&argon2, &mut MemoryBlocks::default(), &random::token()?)?;
        Ok(Passwords {
            argon2,
            dummy_hash: dummy_hash.into(),
            memory: HashMemory::default(),
        })
    }

    /// Hashes a password with a new salt. Returns a PHC string.
    pub async fn hash(&self, password: String) -> Result<String, Refusal> {
        self.run_blocking(move |argon2, blocks| hash(argon2, blocks, &password))
            .await
    }

    /// Whether the password matches this hash. Without a hash the result is `false`, after the same amount of work.
    pub async fn matches(&self, password: String, hash: Option<String>) -> Result<bool, Refusal> {
        let exists = hash.is_some();
        let against = hash.unwrap_or_else(|| self.dummy_hash.to_string());
        self.run_blocking(move |_, blocks| Ok(matches_hash(blocks, &password, &against)? && exists))
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

    /// Waits for free memory, and then runs `work` on a thread for blocking work. The thread has the memory until the
    /// work ends, even if the client disconnects and nobody waits for the result any more.
    async fn run_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>, &mut MemoryBlocks) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let mut turn = self.memory.wait_for_turn().await?;
        let argon2 = self.argon2.clone();
        tokio::task::spawn_blocking(move || work(&argon2, turn.blocks()))
            .await
            .map_err(Refusal::internal)?
    }
}

/// Hashes a password with a new salt. Returns a PHC string.
fn hash(argon2: &Argon2<'_>, blocks: &mut MemoryBlocks, password: &str) -> Result<String, Refusal> {
    let salt = SaltString::encode_b64(&random::random_bytes::<16>()?).map_err(Refusal::internal)?;
    let output = compute(argon2, blocks, password, salt.as_salt())?;
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(argon2.params()).map_err(Refusal::internal)?,
        salt: Some(salt.as_salt()),
        hash: Some(output),
    };
    Ok(hash.to_string())
}

/// Whether the password matches a PHC string. The cost is that of the PHC string.
fn matches_hash(blocks: &mut MemoryBlocks, password: &str, phc: &str) -> Result<bool, Refusal> {
    let stored = PasswordHash::new(phc).map_err(Refusal::internal)?;
    let algorithm = Algorithm::try_from(stored.algorithm).map_err(Refusal::internal)?;
    let version = stored.version.map_or(Ok(Version::V0x13), Version::try_from);
    let params = Params::try_from(&stored).map_err(Refusal::internal)?;
    let argon2 = Argon2::new(algorithm, version.map_err(Refusal::internal)?, params);
    let (Some(salt), Some(expected)) = (stored.salt, stored.hash) else {
        return Err(Refusal::internal("a stored password hash is incomplete"));
    };
    // `Output` is compared in constant time.
    Ok(compute(&argon2, blocks, password, salt)? == expected)
}

/// Computes a hash in the memory `blocks`.
fn compute(
    argon2: &Argon2<'_>,
    blocks: &mut MemoryBlocks,
    password: &str,
    salt: Salt<'_>,
) -> Result<Output, Refusal> {
    let mut buffer = [0; Salt::MAX_LENGTH];
    let salt = salt.decode_b64(&mut buffer).map_err(Refusal::internal)?;
    let params = argon2.params();
    let length = params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
    let memory = blocks.of_length(params.block_count());
    let output = Output::init_with(length, |output| {
        Ok(argon2.hash_password_into_with_memory(password.as_bytes(), salt, output, memory)?)
    });
    output.map_err(Refusal::internal)
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

    /// A hash of the PHC string's format that another argon2id implementation made, with another cost.
    const OTHERS_HASH: &str =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    #[tokio::test]
    async fn a_stored_hash_is_checked_with_the_cost_it_was_made_with() {
        let cost = PasswordCost {
            memory_kib: 8,
            passes: 1,
        };
        let passwords = Passwords::new(cost).unwrap();
        let stored = || Some(OTHERS_HASH.to_owned());
        let right = passwords.matches("password".to_owned(), stored());
        assert!(right.await.unwrap());
        let wrong = passwords.matches("passwort".to_owned(), stored());
        assert!(!wrong.await.unwrap());
        let own = passwords.hash("password".to_owned()).await.unwrap();
        assert!(own.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{own}");
        let again = passwords.matches("password".to_owned(), Some(own));
        assert!(again.await.unwrap());
        let unknown = passwords.matches("password".to_owned(), None);
        assert!(!unknown.await.unwrap());
    }
}
