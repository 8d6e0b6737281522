//! The citizen's data from verified claims. An account is created from it. The data must pass the same validation as a
//! registration, so that a provider can't create an account with an invalid name or number.

use domain::format;
use serde_json::Value;

use super::settings::ClaimNames;
use crate::http::extract::to_nfc;

/// The citizen's data, validated and confirmed by the provider.
#[derive(Clone)]
pub(crate) struct VerifiedClaims {
    /// The permanent id that the provider has assigned to the citizen (`sub`).
    pub(crate) subject: String,
    /// Citizen id, twelve digits.
    pub(crate) citizen_id: String,
    /// Full name, NFC.
    pub(crate) name: String,
    /// Date of birth, `dd/mm/yyyy`. `None` unless the provider returns a full date.
    pub(crate) birth_date: Option<String>,
    /// Mobile number in national form. `None` if the provider returns no number, or marks the number as unverified.
    pub(crate) phone: Option<String>,
}

impl VerifiedClaims {
    /// Reads and validates the claims. If several sets of claims contain the same claim, the first set counts. Returns
    /// `None` without a valid citizen id and name.
    pub(crate) fn read(
        subject: &str,
        names: &ClaimNames,
        claim_sets: &[Value],
    ) -> Option<VerifiedClaims> {
        let citizen_id = text(claim_sets, &names.citizen_id)?;
        let name = text(claim_sets, &names.name)?;
        let verified = claim(claim_sets, &format!("{}_verified", names.phone));
        let phone = text(claim_sets, &names.phone)
            .filter(|_| verified.is_none_or(|verified| *verified == Value::Bool(true)));
        Some(VerifiedClaims {
            subject: subject.to_owned(),
            citizen_id: format::parse_citizen_id(citizen_id).ok()?,
            name: format::parse_person_name(&to_nfc(name)).ok()?,
            birth_date: text(claim_sets, &names.birth_date)
                .and_then(|day| format::parse_date(day).ok()),
            phone: phone.and_then(|phone| format::parse_phone(phone).ok()),
        })
    }
}

/// Whether the claim sets contain all claims that an account needs.
pub(crate) fn has_required_claims(names: &ClaimNames, claim_sets: &[Value]) -> bool {
    text(claim_sets, &names.citizen_id).is_some() && text(claim_sets, &names.name).is_some()
}

/// Finds a claim by name in the first set that contains it.
fn claim<'a>(claim_sets: &'a [Value], name: &str) -> Option<&'a Value> {
    claim_sets.iter().find_map(|claims| claims.get(name))
}

fn text<'a>(claim_sets: &'a [Value], name: &str) -> Option<&'a str> {
    claim(claim_sets, name)?.as_str()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use serde_json::json;

    use super::*;

    fn names() -> ClaimNames {
        serde_json::from_value(json!({"citizen_id": "so_dinh_danh"})).unwrap()
    }

    fn read(claims: Value) -> Option<VerifiedClaims> {
        VerifiedClaims::read("s1", &names(), &[json!({"sub": "s1"}), claims])
    }

    #[test]
    fn normalises_name_and_numbers() {
        let claims = read(json!({
            "so_dinh_danh": "001 190 000 002",
            "name": "Nguye\u{302}\u{303}n Thi\u{323} Mai",
            "birthdate": "1990-03-15",
            "phone_number": "+84 912 000 111",
        }))
        .unwrap();
        assert_eq!(claims.citizen_id, "001190000002");
        assert_eq!(claims.name, "Nguyễn Thị Mai");
        assert_eq!(claims.birth_date.as_deref(), Some("15/03/1990"));
        assert_eq!(claims.phone.as_deref(), Some("0912000111"));
    }

    #[test]
    fn requires_a_valid_citizen_id_and_name() {
        for claims in [
            json!({"name": "Nguyễn Thị Mai"}),
            json!({"so_dinh_danh": "123456789", "name": "Nguyễn Thị Mai"}),
            json!({"so_dinh_danh": 1190000002, "name": "Nguyễn Thị Mai"}),
            json!({"so_dinh_danh": "001190000002"}),
            json!({"so_dinh_danh": "001190000002", "name": "<script>"}),
        ] {
            assert!(read(claims.clone()).is_none(), "{claims}");
        }
    }

    #[test]
    fn ignores_an_unverified_phone() {
        for (verified, phone) in [(json!(true), Some("0912000111")), (json!(false), None)] {
            let claims = read(json!({
                "so_dinh_danh": "001190000002",
                "name": "Nguyễn Thị Mai",
                "phone_number": "0912000111",
                "phone_number_verified": verified,
            }));
            assert_eq!(claims.unwrap().phone.as_deref(), phone);
        }
    }
}
