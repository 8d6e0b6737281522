//! The person whom a provider vouches for, read from claims that have been checked. What doesn't have its form isn't
//! vouched for: an account must not begin with a name or a number that no form would take.

use domain::format;
use serde_json::Value;

use super::settings::ClaimNames;
use crate::http::extract::nfc;

/// Whom a provider vouches for.
#[derive(Clone)]
pub(crate) struct VerifiedClaims {
    /// Who that is to the provider, for ever.
    pub(crate) subject: String,
    /// Twelve digits.
    pub(crate) citizen_id: String,
    /// Full name, NFC.
    pub(crate) name: String,
    /// Day of birth, `dd/mm/yyyy`, if the provider tells the whole of it.
    pub(crate) birth_date: Option<String>,
    /// Mobile number in national form, if the provider tells one and doesn't call it unverified.
    pub(crate) phone: Option<String>,
}

impl VerifiedClaims {
    /// Reads what has been told, first what was told first.
    pub(crate) fn read(
        subject: &str,
        names: &ClaimNames,
        told: &[Value],
    ) -> Option<VerifiedClaims> {
        let citizen_id = text(told, &names.citizen_id)?;
        let name = text(told, &names.name)?;
        let verified = claim(told, &format!("{}_verified", names.phone));
        let phone = text(told, &names.phone)
            .filter(|_| verified.is_none_or(|verified| *verified == Value::Bool(true)));
        Some(VerifiedClaims {
            subject: subject.to_owned(),
            citizen_id: format::citizen_id(citizen_id).ok()?,
            name: format::person_name(&nfc(name)).ok()?,
            birth_date: text(told, &names.birth_date).and_then(|day| format::date(day).ok()),
            phone: phone.and_then(|phone| format::phone(phone).ok()),
        })
    }
}

/// Whether all that is needed has been told.
pub(crate) fn has_required_claims(names: &ClaimNames, told: &[Value]) -> bool {
    text(told, &names.citizen_id).is_some() && text(told, &names.name).is_some()
}

fn claim<'a>(told: &'a [Value], name: &str) -> Option<&'a Value> {
    told.iter().find_map(|claims| claims.get(name))
}

fn text<'a>(told: &'a [Value], name: &str) -> Option<&'a str> {
    claim(told, name)?.as_str()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use serde_json::json;

    use super::*;

    fn names() -> ClaimNames {
        serde_json::from_value(json!({"citizen_id": "so_dinh_danh"})).unwrap()
    }

    fn read(told: Value) -> Option<VerifiedClaims> {
        VerifiedClaims::read("s1", &names(), &[json!({"sub": "s1"}), told])
    }

    #[test]
    fn name_and_numbers_come_in_the_form_that_accounts_keep_them_in() {
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
    fn without_twelve_digits_and_a_name_nobody_is_vouched_for() {
        for told in [
            json!({"name": "Nguyễn Thị Mai"}),
            json!({"so_dinh_danh": "123456789", "name": "Nguyễn Thị Mai"}),
            json!({"so_dinh_danh": 1190000002, "name": "Nguyễn Thị Mai"}),
            json!({"so_dinh_danh": "001190000002"}),
            json!({"so_dinh_danh": "001190000002", "name": "<script>"}),
        ] {
            assert!(read(told.clone()).is_none(), "{told}");
        }
    }

    #[test]
    fn a_phone_that_the_provider_calls_unverified_is_nobodys() {
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
