//! Parses a typed query into terms. Expands abbreviations, drops chat words and adds spelling variants.

use super::word::{Word, split_words};

/// One word of the query, with every way to interpret it.
#[derive(Clone, Debug)]
pub(super) struct QueryTerm {
    pub(super) variants: Vec<TermVariant>,
    /// Whether the search also finds procedures without this word, such as «cần» or «qua mạng».
    pub(super) is_optional: bool,
}

/// One interpretation of a term.
#[derive(Clone, Debug)]
pub(super) struct TermVariant {
    pub(super) words: Vec<Word>,
    /// The cost of this interpretation. Results with lower cost are ranked first.
    pub(super) cost: i32,
    /// Whether this interpretation corrects a misspelling. Corrections are used only if the search finds nothing
    /// without them.
    pub(super) is_correction: bool,
}

/// Words of chat language, which are dropped from the query.
const CHAT_WORDS: &[&str] = &[
    "j", "z", "gi", "ko", "k", "hok", "hong", "dc", "duoc", "bn", "ntn", "a", "oi", "nhe", "nha",
    "nhi", "ad", "ak", "v", "vs", "vay", "zay", "r", "roi",
];

/// Words that occur in any question. Some of them also occur in the name of a procedure.
const OPTIONAL_WORDS: &[&str] = &[
    "can", "cho", "toi", "minh", "em", "anh", "chi", "muon", "xin", "lam", "thu", "tuc", "qua",
    "mang", "online", "tren", "phi", "tien", "bao", "nhieu", "mat", "nhu", "the", "nao", "o",
    "dau", "thi", "la", "va", "cua", "de", "khi", "khong", "hoi", "bi", "cach", "huong", "dan",
    "nop", "ra", "sao", "lau", "may", "ngay", "nhung", "ve", "voi", "tai", "giup", "phai", "co",
];

/// Abbreviations, each with the words that it can mean.
const ABBREVIATIONS: &[(&str, &[&str])] = &[
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

/// Pairs of spellings of the same word that are both in use.
const SPELLINGS: &[(&str, &str)] = &[
    ("ki", "ky"),
    ("li", "ly"),
    ("ti", "ty"),
    ("si", "sy"),
    ("mi", "my"),
    ("hi", "hy"),
    ("qui", "quy"),
    ("vi", "vy"),
];

/// Pairs of a misspelling by southern or northern speakers and the correct spelling.
const MISSPELLINGS: &[(&str, &str)] = &[
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

/// Parses a query into its terms. The result is empty if the query has no words.
pub(super) fn parse_query(query: &str) -> Vec<QueryTerm> {
    let typed = split_words(query);
    let is_meaningful = |word: &&Word| !CHAT_WORDS.contains(&word.folded.as_str());
    let words: Vec<&Word> = typed.iter().filter(is_meaningful).collect();
    // If the query contains only optional words («phí»), they become required. Otherwise the search would have nothing
    // to look for.
    let all_optional = words
        .iter()
        .all(|word| OPTIONAL_WORDS.contains(&word.folded.as_str()));
    let words = if words.is_empty() {
        typed.iter().collect()
    } else {
        words
    };
    words
        .into_iter()
        .map(|word| parse_term(word, all_optional))
        .collect()
}

fn parse_term(word: &Word, is_required: bool) -> QueryTerm {
    let folded = word.folded.as_str();
    let mut variants = vec![TermVariant {
        words: vec![word.clone()],
        cost: 0,
        is_correction: false,
    }];
    let mut add = |text: &str, cost: i32, is_correction: bool| {
        let words = text.split(' ').map(Word::from_folded).collect();
        variants.push(TermVariant {
            words,
            cost,
            is_correction,
        });
    };
    for (_, long) in ABBREVIATIONS.iter().filter(|(short, _)| *short == folded) {
        for text in *long {
            add(text, 0, false);
        }
    }
    for (one, other) in SPELLINGS {
        if *one == folded {
            add(other, 0, false);
        } else if *other == folded {
            add(one, 0, false);
        }
    }
    for (_, written) in MISSPELLINGS.iter().filter(|(typed, _)| *typed == folded) {
        add(written, 4, true);
    }
    QueryTerm {
        variants,
        is_optional: !is_required && OPTIONAL_WORDS.contains(&folded),
    }
}
