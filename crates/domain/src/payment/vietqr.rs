//! VietQR: a bank transfer as the text of a QR code, which every Vietnamese banking app can scan (EMVCo QR Code
//! Specification, merchant-presented mode; NAPAS 247).
//!
//! The text is a list of fields, each with a tag of two digits, a length of two digits and a value. The last field is a
//! checksum of all bytes before it.

use crate::fold::fold;

/// Identifies NAPAS in the field of the merchant's account.
const NAPAS: &str = "A000000727";
/// A transfer to an account, and not to a card.
const TO_ACCOUNT: &str = "QRIBFTTA";
/// Number of the đồng in ISO 4217.
const DONG: &str = "704";
/// Maximum length of the text of a transfer. Banks cut off longer ones.
const CONTENT_CHARS: usize = 25;

/// A bank transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VietQr<'a> {
    /// Number of the bank (BIN): six digits.
    pub bin: &'a str,
    /// Number of the account.
    pub account: &'a str,
    /// Amount in đồng. `None`: whoever scans the code enters it.
    pub amount: Option<u64>,
    /// Text of the transfer; empty for none. See [`transfer_content`].
    pub content: &'a str,
}

impl VietQr<'_> {
    /// The text of the QR code. `None` if a value doesn't fit: the code would lead the money elsewhere.
    pub fn text(self) -> Option<String> {
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_account = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let fits = self.bin.len() == 6
            && is_number(self.bin)
            && (1..=19).contains(&self.account.len())
            && is_account(self.account)
            && self.content == transfer_content(self.content);
        let amount = match self.amount {
            Some(0) => return None,
            amount => amount.map(|dong| dong.to_string()),
        };
        if !fits || amount.as_ref().is_some_and(|amount| amount.len() > 13) {
            return None;
        }
        let beneficiary = [field("00", self.bin), field("01", self.account)].concat();
        let merchant = [
            field("00", NAPAS),
            field("01", &beneficiary),
            field("02", TO_ACCOUNT),
        ];
        // A code with an amount is for one payment only.
        let method = if amount.is_some() { "12" } else { "11" };
        let mut text = [
            field("00", "01"),
            field("01", method),
            field("38", &merchant.concat()),
            field("53", DONG),
        ]
        .concat();
        if let Some(amount) = amount {
            text += &field("54", &amount);
        }
        text += &field("58", "VN");
        if !self.content.is_empty() {
            text += &field("62", &field("08", self.content));
        }
        // The checksum covers its own tag and length.
        text += "6304";
        let checksum = crc16(text.as_bytes());
        text += &format!("{checksum:04X}");
        Some(text)
    }
}

/// A text as banks accept it in a transfer: letters without accents, digits, spaces, dots and dashes; at most 25
/// characters.
pub fn transfer_content(text: &str) -> String {
    // `fold` also makes small letters. A text without accents keeps its capitals.
    let plain = match text.is_ascii() {
        true => text.to_owned(),
        false => fold(text),
    };
    let allowed =
        |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '.' | '-');
    let content: String = plain.chars().filter(allowed).take(CONTENT_CHARS).collect();
    content.trim().to_owned()
}

/// A field: its tag, the length of its value, and the value.
fn field(tag: &str, value: &str) -> String {
    format!("{tag}{:02}{value}", value.len())
}

/// CRC-16/CCITT-FALSE: polynomial 0x1021, start value 0xFFFF.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |mut crc, byte| {
        crc ^= u16::from(*byte) << 8;
        for _ in 0..8 {
            let carries = crc & 0x8000 != 0;
            crc <<= 1;
            if carries {
                crc ^= 0x1021;
            }
        }
        crc
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_the_codes_that_other_programs_write() {
        let code = |bin, account, amount, content| {
            VietQr {
                bin,
                account,
                amount,
                content,
            }
            .text()
        };
        // The first two come from the tests of vietnam-qr-pay 1.5.1.
        for (bin, account, amount, content, expected) in [
            (
                "970416",
                "257678859",
                None,
                "",
                "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F",
            ),
            (
                "970416",
                "257678859",
                Some(10_000),
                "Chuyen tien",
                "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6",
            ),
            (
                "970436",
                "0011001234567",
                Some(8_000),
                "H40.12-261121-0001",
                "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA5303704540480005802VN62220818H40.12-261121-000163047B14",
            ),
        ] {
            assert_eq!(
                code(bin, account, amount, content).as_deref(),
                Some(expected)
            );
        }
    }

    #[test]
    fn writes_an_amount_of_ten_billion_and_none_of_zero() {
        let code = |amount| {
            VietQr {
                bin: "970436",
                account: "0011001234567",
                amount: Some(amount),
                content: "H40",
            }
            .text()
        };
        assert!(code(10_000_000_000).is_some_and(|text| text.contains("541110000000000")));
        assert_eq!(code(0), None);
        assert_eq!(code(10_000_000_000_000), None);
    }

    #[test]
    fn refuses_an_account_that_no_bank_has_and_a_text_that_a_bank_would_change() {
        let good = VietQr {
            bin: "970436",
            account: "0011001234567",
            amount: Some(8_000),
            content: "H40.12",
        };
        assert!(good.text().is_some());
        for wrong in [
            VietQr {
                bin: "97043",
                ..good
            },
            VietQr {
                bin: "97043a",
                ..good
            },
            VietQr {
                account: "",
                ..good
            },
            VietQr {
                account: "0011 0012",
                ..good
            },
            VietQr {
                account: "00110012345670011001",
                ..good
            },
            VietQr {
                content: "Lệ phí",
                ..good
            },
            VietQr {
                content: " H40",
                ..good
            },
        ] {
            assert_eq!(wrong.text(), None, "{wrong:?}");
        }
    }

    #[test]
    fn makes_any_text_fit_for_a_transfer() {
        assert_eq!(transfer_content("H40.12-261121-0001"), "H40.12-261121-0001");
        assert_eq!(transfer_content("Nộp lệ phí (đợt 1)"), "nop le phi dot 1");
        assert_eq!(transfer_content(&"a".repeat(80)).len(), CONTENT_CHARS);
    }
}
