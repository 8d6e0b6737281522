//! A query as typed, read into terms: abbreviations opened, chat words dropped, spelling variants added.

use super::words::{Word, words};

/// One thing that was asked for, with every way to read it.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) readings: Vec<Reading>,
    /// It helps to find but doesn't exclude: «cần», «qua mạng».
    pub(super) optional: bool,
}

/// One way to read a term.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) words: Vec<Word>,
    /// What choosing this reading costs.
    pub(super) extra: i32,
    /// A guess at a misspelling: only when nothing is found without guessing.
    pub(super) guess: bool,
}

/// Words of chat that say nothing about a procedure.
const CHAT: &[&str] = &[
    "j", "z", "gi", "ko", "k", "hok", "hong", "dc", "duoc", "bn", "ntn", "a", "oi", "nhe", "nha",
    "nhi", "ad", "ak", "v", "vs", "vay", "zay", "r", "roi",
];

/// Words that go with any question and now and then with a name.
const OPTIONAL: &[&str] = &[
    "can", "cho", "toi", "minh", "em", "anh", "chi", "muon", "xin", "lam", "thu", "tuc", "qua",
    "mang", "online", "tren", "phi", "tien", "bao", "nhieu", "mat", "nhu", "the", "nao", "o",
    "dau", "thi", "la", "va", "cua", "de", "khi", "khong", "hoi", "bi", "cach", "huong", "dan",
    "nop", "ra", "sao", "lau", "may", "ngay", "nhung", "ve", "voi", "tai", "giup", "phai", "co",
];

/// Abbreviations people type for whole words.
const SHORT: &[(&str, &[&str])] = &[
    ("dk", &["dang ky"]),
    ("dky", &["dang ky"]),
    ("ks", &["khai sinh"]),
    ("gks", &["giay khai sinh"]),
    ("kt", &["khai tu"]),
    ("kh", &["ket hon"]),
    ("dkkh", &["dang ky ket hon"]),
    ("dkks", &["dang ky khai sinh"]),
    ("tthn", &["tinh trang hon nhan"]),
    ("xn", &["xac nhan"]),
    ("xntthn", &["xac nhan tinh trang hon nhan"]),
    ("hk", &["ho khau"]),
    ("shk", &["so ho khau"]),
    ("tt", &["tam tru", "thuong tru"]),
    ("dktt", &["dang ky tam tru", "dang ky thuong tru"]),
    ("hkd", &["ho kinh doanh"]),
    ("dkkd", &["dang ky kinh doanh", "dang ky ho kinh doanh"]),
    ("bhyt", &["bao hiem y te"]),
    ("bhxh", &["bao hiem xa hoi"]),
    ("cccd", &["can cuoc cong dan", "can cuoc"]),
    ("cmnd", &["chung minh nhan dan", "can cuoc"]),
    ("cmt", &["chung minh", "can cuoc"]),
    ("ubnd", &["uy ban nhan dan"]),
    ("ca", &["cong an"]),
    ("gcn", &["giay chung nhan"]),
    ("gp", &["giay phep"]),
    ("gpxd", &["giay phep xay dung"]),
    ("qsdd", &["quyen su dung dat"]),
    ("nvqs", &["nghia vu quan su"]),
    ("tcxh", &["tro cap xa hoi"]),
    ("nkt", &["nguoi khuyet tat"]),
    ("tv", &["tam vang"]),
];

/// Two spellings of one word, both in use.
const VARIANTS: &[(&str, &str)] = &[
    ("ki", "ky"),
    ("li", "ly"),
    ("ti", "ty"),
    ("si", "sy"),
    ("mi", "my"),
    ("hi", "hy"),
    ("qui", "quy"),
    ("vi", "vy"),
];

/// What is heard, and what is written: southern and northern speech.
const MISSPELT: &[(&str, &str)] = &[
    ("sanh", "sinh"),
    ("xinh", "sinh"),
    ("sin", "sinh"),
    ("chu", "tru"),
    ("tru", "chu"),
    ("sac", "xac"),
    ("xo", "so"),
    ("xua", "sua"),
    ("trung", "chung"),
    ("chich", "trich"),
    ("giam", "dam"),
    ("dam", "giam"),
    ("cuot", "cuoc"),
    ("hong", "hon"),
    ("nhang", "nhan"),
    ("tan", "tang"),
    ("tac", "tach"),
    ("tat", "tach"),
    ("khao", "khau"),
    ("dai", "giai"),
    ("day", "giay"),
    ("nui", "nuoi"),
    ("ngeo", "ngheo"),
    ("ngia", "nghia"),
];

/// The terms of a query; none when it says nothing.
pub(super) fn terms(query: &str) -> Vec<Term> {
    let typed = words(query);
    let says = |word: &&Word| !CHAT.contains(&word.folded.as_str());
    let kept: Vec<&Word> = typed.iter().filter(says).collect();
    // «phí» alone is asked for in earnest.
    let all_optional = kept
        .iter()
        .all(|word| OPTIONAL.contains(&word.folded.as_str()));
    let kept = if kept.is_empty() {
        typed.iter().collect()
    } else {
        kept
    };
    kept.into_iter()
        .map(|word| term(word, all_optional))
        .collect()
}

fn term(word: &Word, required: bool) -> Term {
    let folded = word.folded.as_str();
    let mut readings = vec![Reading {
        words: vec![word.clone()],
        extra: 0,
        guess: false,
    }];
    let mut add = |text: &str, extra: i32, guess: bool| {
        let words = text.split(' ').map(Word::plain).collect();
        readings.push(Reading {
            words,
            extra,
            guess,
        });
    };
    for (_, long) in SHORT.iter().filter(|(short, _)| *short == folded) {
        for text in *long {
            add(text, 0, false);
        }
    }
    for (one, other) in VARIANTS {
        if *one == folded {
            add(other, 0, false);
        } else if *other == folded {
            add(one, 0, false);
        }
    }
    for (_, written) in MISSPELT.iter().filter(|(heard, _)| *heard == folded) {
        add(written, 4, true);
    }
    Term {
        readings,
        optional: !required && OPTIONAL.contains(&folded),
    }
}
