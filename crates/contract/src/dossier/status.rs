//! The ten dossier statuses of the national portal. In JSON each status is a number (R2.14).

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::open_enum::UnknownText;

/// Status of a dossier: one of the ten statuses of the national portal. In JSON it is a number from 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DossierStatus {
    /// 1 «Mới đăng ký»: submitted, not yet seen by an office.
    Registered,
    /// 2 «Được tiếp nhận»: accepted by the office.
    Accepted,
    /// 3 «Không được tiếp nhận»: refused by the office. Final.
    Rejected,
    /// 4 «Đang xử lý»: being processed by an office.
    Processing,
    /// 5 «Yêu cầu bổ sung giấy tờ»: the office asks for more documents.
    SupplementRequested,
    /// 6 «Yêu cầu thực hiện nghĩa vụ tài chính»: the office asks the citizen for a payment.
    ObligationRequested,
    /// 7 «Công dân yêu cầu rút hồ sơ»: the citizen asks to withdraw the dossier.
    WithdrawalRequested,
    /// 8 «Dừng xử lý»: processing is paused.
    Paused,
    /// 9 «Đã xử lý xong»: processing is finished, and the result is ready.
    Processed,
    /// 10 «Đã trả kết quả»: the result has been handed over. Final.
    Returned,
    /// A status that this client doesn't know. The text is the number that the backend sent.
    Other(UnknownText),
}

impl DossierStatus {
    /// All ten statuses, in the order of their numbers.
    pub const ALL: [DossierStatus; 10] = [
        DossierStatus::Registered,
        DossierStatus::Accepted,
        DossierStatus::Rejected,
        DossierStatus::Processing,
        DossierStatus::SupplementRequested,
        DossierStatus::ObligationRequested,
        DossierStatus::WithdrawalRequested,
        DossierStatus::Paused,
        DossierStatus::Processed,
        DossierStatus::Returned,
    ];

    /// The number of the status. 0 for a status that this client doesn't know.
    pub const fn number(self) -> u8 {
        match self {
            DossierStatus::Registered => 1,
            DossierStatus::Accepted => 2,
            DossierStatus::Rejected => 3,
            DossierStatus::Processing => 4,
            DossierStatus::SupplementRequested => 5,
            DossierStatus::ObligationRequested => 6,
            DossierStatus::WithdrawalRequested => 7,
            DossierStatus::Paused => 8,
            DossierStatus::Processed => 9,
            DossierStatus::Returned => 10,
            DossierStatus::Other(_) => 0,
        }
    }
}

impl From<DossierStatus> for u8 {
    fn from(status: DossierStatus) -> u8 {
        status.number()
    }
}

impl Serialize for DossierStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            DossierStatus::Other(text) => serializer.serialize_str(text.as_str()),
            known => serializer.serialize_u8(known.number()),
        }
    }
}

impl<'de> Deserialize<'de> for DossierStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = match Value::deserialize(deserializer)? {
            Value::String(text) => text,
            Value::Number(number) => {
                let known = number.as_f64().and_then(|number| {
                    let mut all = DossierStatus::ALL.into_iter();
                    all.find(|status| f64::from(status.number()) == number)
                });
                if let Some(status) = known {
                    return Ok(status);
                }
                number.to_string()
            }
            _ => return Err(D::Error::custom("a status is a number")),
        };
        Ok(DossierStatus::Other(UnknownText::new(&text)))
    }
}

impl TryFrom<u8> for DossierStatus {
    type Error = UnknownStatus;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        DossierStatus::ALL
            .into_iter()
            .find(|status| u8::from(*status) == number)
            .ok_or(UnknownStatus(number))
    }
}

/// The error when a number is not a dossier status, because it is outside 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownStatus(pub u8);

impl core::fmt::Display for UnknownStatus {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} is not a national status (1 to 10)", self.0)
    }
}

impl core::error::Error for UnknownStatus {}

#[cfg(feature = "openapi")]
impl schemars::JsonSchema for DossierStatus {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Status".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "integer", "minimum": 1, "maximum": 10,
            "description": "The ten national statuses of a dossier: 1 «Mới đăng ký» (submitted), 2 «Được tiếp nhận» (accepted), \
                3 «Không được tiếp nhận» (refused), 4 «Đang xử lý» (being processed), 5 «Yêu cầu bổ sung giấy tờ» (documents \
                requested), 6 «Yêu cầu thực hiện nghĩa vụ tài chính» (payment requested), 7 «Công dân yêu cầu rút hồ sơ» \
                (withdrawal requested), 8 «Dừng xử lý» (paused), 9 «Đã xử lý xong» (finished), 10 «Đã trả kết quả» (result \
                handed over)."
        })
    }
}
