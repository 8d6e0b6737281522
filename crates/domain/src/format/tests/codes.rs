//! Tests of dossier codes.

use super::*;

const CODE: &str = "H50.19.624-261122-0001";

#[test]
fn reads_a_dossier_code_however_it_was_copied() {
    table(
        parse_dossier_code,
        &[
            (CODE, Ok(CODE)),
            (" h50.19.624-261122-0001\n", Ok(CODE)),
            ("H50.19.624 - 261122 - 0001", Ok(CODE)),
            ("H50.19.624-261122-0001.", Ok(CODE)),
            ("«H50.19.624-261122-0001»,", Ok(CODE)),
            ("(H50.19.624-261122-0001)", Ok(CODE)),
            ("H50.19.624–261122—0001", Ok(CODE)),
            ("H50.19.624\u{2011}261122\u{2212}0001", Ok(CODE)),
            ("\u{FEFF}H50.19.624-\u{200B}261122-0001\u{200E}", Ok(CODE)),
            ("Ｈ５０．１９．６２４－２６１１２２－０００１", Ok(CODE)),
            ("H50。19。624-261122-0001", Ok(CODE)),
            ("000.00.19.h50-261122-0001", Ok("000.00.19.H50-261122-0001")),
        ],
    );
}

#[test]
fn names_what_is_no_dossier_code() {
    table(
        parse_dossier_code,
        &[
            ("", Err(FormatError::Empty)),
            (" \u{200B}", Err(FormatError::Empty)),
            ("...", Err(FormatError::Empty)),
            ("hồ sơ", Err(FormatError::NotACode)),
            ("H50,19", Err(FormatError::NotACode)),
            ("H50--19", Err(FormatError::NotACode)),
            ("0912345678", Err(FormatError::NotACode)),
            ("khai-sinh", Err(FormatError::NotACode)),
            (
                &["H", &"1".repeat(60)].concat(),
                Err(FormatError::TooLong { max: 60 }),
            ),
        ],
    );
}
