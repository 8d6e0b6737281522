//! Names of provinces and communes: their order in a list, and the names by which people look for a province.

use core::cmp::Ordering;

use contract::place::Province;

use crate::fold::{fold, to_lower_case};

/// The kinds of places. A name begins with one of them.
const KINDS: [&str; 6] = [
    "Thành phố ",
    "Tỉnh ",
    "Phường ",
    "Xã ",
    "Đặc khu ",
    "Thị trấn ",
];

/// Usual names of a province besides its official one, by its folded bare name: shorter, older or as people spell them.
const USUAL_NAMES: [(&str, &[&str]); 11] = [
    ("ho chi minh", &["sai gon", "tphcm", "tp hcm", "hcmc", "sg"]),
    ("ha noi", &["tphn"]),
    ("ba ria vung tau", &["vung tau", "brvt", "ba ria"]),
    (
        "dak lak",
        &["dac lac", "dak lac", "dac lak", "buon ma thuot"],
    ),
    ("dak nong", &["dac nong"]),
    ("bac kan", &["bac can"]),
    ("gia lai", &["pleiku"]),
    ("kon tum", &["kontum", "con tum"]),
    ("hue", &["thua thien hue", "tth"]),
    ("lam dong", &["da lat"]),
    ("khanh hoa", &["nha trang"]),
];

/// The name of a place without its kind: «Hồ Chí Minh» for «Thành phố Hồ Chí Minh».
pub fn bare_name(name: &str) -> &str {
    let without = |kind: &&str| name.strip_prefix(*kind);
    KINDS.iter().find_map(without).unwrap_or(name)
}

/// Compares two places by the Vietnamese alphabet of their bare names. Letters count before tones, and equal bare names
/// are ordered by their whole names.
pub fn compare_places(one: &str, other: &str) -> Ordering {
    let key = |name: &str| sort_key(bare_name(name));
    key(one).cmp(&key(other)).then_with(|| one.cmp(other))
}

/// The letters of a text as their positions in the Vietnamese alphabet, and its tones.
fn sort_key(text: &str) -> (Vec<u8>, Vec<u8>) {
    let letters = to_lower_case(text);
    letters.chars().map(letter_and_tone).unzip()
}

/// The letters of the Vietnamese alphabet, each with its tones in the order of dictionaries: ngang, huyền, hỏi, ngã,
/// sắc, nặng. Other letters of names (f, j, w, z) have their usual positions.
const ALPHABET: [&str; 33] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "b",
    "c",
    "d",
    "đ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "f",
    "g",
    "h",
    "iìỉĩíị",
    "j",
    "k",
    "l",
    "m",
    "n",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "p",
    "q",
    "r",
    "s",
    "t",
    "uùủũúụ",
    "ưừửữứự",
    "v",
    "w",
    "x",
    "yỳỷỹýỵ",
    "z",
];

fn letter_and_tone(letter: char) -> (u8, u8) {
    let tone_in = |group: &&str| group.chars().position(|tone| tone == letter);
    let place = ALPHABET.iter().position(|group| tone_in(group).is_some());
    let tone = ALPHABET.iter().find_map(tone_in).unwrap_or(0);
    let number = |position: usize| u8::try_from(position).unwrap_or(u8::MAX);
    match place {
        // Digits come before letters, blanks and signs before digits.
        Some(place) => (number(place).saturating_add(20), number(tone)),
        None => (
            letter
                .to_digit(10)
                .map_or(0, |digit| number(digit as usize + 1)),
            0,
        ),
    }
}

/// The folded names by which people look for a province, besides its own name: the former provinces in it, usual names,
/// and the initials of each.
pub fn other_names(province: &Province) -> Vec<String> {
    let bare = fold(bare_name(&province.name));
    let former = province.absorbed.iter().map(|name| fold(bare_name(name)));
    let mut names = Vec::new();
    for name in former.chain([bare.clone()]) {
        names.push(initials(&name));
        names.push(name.replace(' ', ""));
        let usual = USUAL_NAMES.iter().filter(|(known, _)| *known == name);
        names.extend(usual.flat_map(|(_, usual)| usual.iter().map(|name| fold(name))));
        names.push(name);
    }
    names.retain(|name| *name != bare);
    names
}

fn initials(folded: &str) -> String {
    folded
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect()
}

/// Whether a name of a place matches the folded text that the citizen has typed. Initials must begin with the text; of
/// other names the text may be any part.
pub fn matches_name(name: &str, query: &str) -> bool {
    match name.len() <= 4 {
        true => name.starts_with(query),
        false => name.contains(query),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn province(name: &str, absorbed: &[&str]) -> Province {
        Province {
            code: "79".to_owned(),
            name: name.to_owned(),
            absorbed: absorbed.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    #[test]
    fn sorts_places_by_the_vietnamese_alphabet_of_the_bare_name() {
        let sorted = [
            "Tỉnh An Giang",
            "Tỉnh Bắc Ninh",
            "Tỉnh Cà Mau",
            "Tỉnh Cao Bằng",
            "Thành phố Cần Thơ",
            "Thành phố Đà Nẵng",
            "Tỉnh Đắk Lắk",
            "Tỉnh Điện Biên",
            "Tỉnh Đồng Nai",
            "Tỉnh Gia Lai",
            "Thành phố Hà Nội",
            "Tỉnh Hà Tĩnh",
            "Thành phố Hải Phòng",
            "Thành phố Hồ Chí Minh",
            "Thành phố Huế",
            "Tỉnh Hưng Yên",
            "Tỉnh Quảng Ngãi",
            "Tỉnh Quảng Trị",
            "Tỉnh Vĩnh Long",
        ];
        let mut places = sorted.to_vec();
        places.reverse();
        places.sort_by(|one, other| compare_places(one, other));
        assert_eq!(places, sorted);
        let mut communes = vec![
            "Xã 10",
            "Phường Ô Môn",
            "Phường 2",
            "Xã Oanh",
            "Phường Ơn",
            "Xã Đông",
            "Phường Dương",
            "Xã Ba",
            "Phường Bà",
        ];
        communes.sort_by(|one, other| compare_places(one, other));
        assert_eq!(
            communes,
            [
                "Xã 10",
                "Phường 2",
                "Xã Ba",
                "Phường Bà",
                "Phường Dương",
                "Xã Đông",
                "Xã Oanh",
                "Phường Ô Môn",
                "Phường Ơn"
            ]
        );
    }

    #[test]
    fn finds_a_province_by_old_short_and_misspelt_names() {
        let city = province(
            "Thành phố Hồ Chí Minh",
            &["Bình Dương", "Bà Rịa - Vũng Tàu"],
        );
        let tuyen_quang = province("Tỉnh Tuyên Quang", &["Hà Giang"]);
        let dak_lak = province("Tỉnh Đắk Lắk", &["Phú Yên"]);
        for (province, typed) in [
            (&city, "hcm"),
            (&city, "tphcm"),
            (&city, "TP. HCM"),
            (&city, "sai gon"),
            (&city, "Sài Gòn"),
            (&city, "sg"),
            (&city, "binh duong"),
            (&city, "vung tau"),
            (&city, "Bà Rịa"),
            (&city, "brvt"),
            (&city, "binhduong"),
            (&tuyen_quang, "ha giang"),
            (&tuyen_quang, "hà giang"),
            (&tuyen_quang, "hg"),
            (&dak_lak, "dac lac"),
            (&dak_lak, "daklak"),
            (&dak_lak, "phú yên"),
        ] {
            let query = fold(typed);
            let names = other_names(province);
            assert!(
                names.iter().any(|name| matches_name(name, &query)),
                "{typed}: {names:?}"
            );
        }
        assert!(
            !other_names(&tuyen_quang)
                .iter()
                .any(|name| matches_name(name, "sai gon"))
        );
    }
}
