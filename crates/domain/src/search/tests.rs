//! Queries as people type them, over procedures as they are called.

use contract::procedure::{Catalogue, CatalogueEntry, Named};
use proptest::prelude::*;

use super::*;

fn named(key: &str, name: &str) -> Named {
    Named {
        key: key.to_owned(),
        name: name.to_owned(),
    }
}

fn catalogue() -> Catalogue {
    use Level::{Full, InPerson, Partial, Unknown};
    let rows: [(&str, &str, &[&str], &str, &str, Level); 20] = [
        (
            "1.001193",
            "Đăng ký khai sinh",
            &["làm khai sinh cho con", "giấy khai sinh", "sinh con"],
            "tu-phap",
            "ho-tich",
            Partial,
        ),
        (
            "1.000656",
            "Đăng ký khai tử",
            &["báo tử", "giấy chứng tử", "người nhà mất"],
            "tu-phap",
            "ho-tich",
            Partial,
        ),
        (
            "1.000894",
            "Đăng ký kết hôn",
            &["giấy hôn thú", "lấy vợ", "lấy chồng"],
            "tu-phap",
            "ho-tich",
            Partial,
        ),
        (
            "1.004873",
            "Cấp Giấy xác nhận tình trạng hôn nhân",
            &["giấy độc thân", "xác nhận độc thân"],
            "tu-phap",
            "ho-tich",
            Partial,
        ),
        (
            "1.004222",
            "Đăng ký thường trú",
            &["nhập hộ khẩu", "hộ khẩu", "sổ hộ khẩu", "nhập khẩu cho con"],
            "cong-an",
            "cu-tru",
            Partial,
        ),
        (
            "1.004194",
            "Đăng ký tạm trú",
            &["làm tạm trú", "thuê trọ", "thuê nhà"],
            "cong-an",
            "cu-tru",
            Full,
        ),
        (
            "2.000635",
            "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
            &["trích lục khai sinh"],
            "tu-phap",
            "ho-tich",
            Partial,
        ),
        (
            "2.000815",
            "Chứng thực bản sao từ bản chính",
            &["công chứng", "sao y"],
            "tu-phap",
            "chung-thuc",
            InPerson,
        ),
        (
            "2.000884",
            "Chứng thực chữ ký trong các giấy tờ, văn bản",
            &["chứng thực chữ ký"],
            "tu-phap",
            "chung-thuc",
            InPerson,
        ),
        (
            "1.001612",
            "Đăng ký thành lập hộ kinh doanh",
            &["mở quán", "giấy phép kinh doanh"],
            "tai-chinh",
            "kinh-doanh",
            Partial,
        ),
        (
            "1.002755",
            "Gia hạn tạm trú",
            &["tạm trú hết hạn"],
            "cong-an",
            "cu-tru",
            Partial,
        ),
        (
            "1.003197",
            "Xóa đăng ký thường trú",
            &["cắt hộ khẩu", "xóa hộ khẩu"],
            "cong-an",
            "cu-tru",
            Full,
        ),
        (
            "1.010028",
            "Xóa đăng ký tạm trú",
            &["cắt tạm trú"],
            "cong-an",
            "cu-tru",
            Full,
        ),
        (
            "1.010038",
            "Tách hộ",
            &["tách khẩu", "tách hộ khẩu"],
            "cong-an",
            "cu-tru",
            Partial,
        ),
        (
            "1.004884",
            "Đăng ký lại khai sinh",
            &["cấp lại giấy khai sinh"],
            "tu-phap",
            "ho-tich",
            Partial,
        ),
        (
            "1.003583",
            "Đăng ký khai sinh lưu động",
            &[],
            "tu-phap",
            "ho-tich",
            InPerson,
        ),
        (
            "1.014137",
            "Cấp thẻ bảo hiểm y tế",
            &["thẻ bảo hiểm trẻ em"],
            "tai-chinh",
            "bao-hiem",
            Unknown,
        ),
        (
            "2.001263",
            "Đăng ký việc nuôi con nuôi trong nước",
            &["xin con nuôi"],
            "tu-phap",
            "con-nuoi",
            Partial,
        ),
        (
            "1.011607",
            "Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm",
            &["sổ hộ nghèo"],
            "nong-nghiep",
            "giam-ngheo",
            InPerson,
        ),
        (
            "9.000001",
            "Khai thuế nhà trọ",
            &[],
            "tai-chinh",
            "thue",
            Unknown,
        ),
    ];
    Catalogue {
        agencies: vec![
            named("tu-phap", "Bộ Tư pháp"),
            named("cong-an", "Bộ Công an"),
            named("tai-chinh", "Bộ Tài chính"),
            named("nong-nghiep", "Bộ Nông nghiệp và Môi trường"),
        ],
        fields: [
            "ho-tich",
            "cu-tru",
            "chung-thuc",
            "kinh-doanh",
            "bao-hiem",
            "con-nuoi",
            "giam-ngheo",
            "thue",
        ]
        .map(|key| named(key, key))
        .to_vec(),
        procedures: rows
            .into_iter()
            .map(
                |(code, name, aliases, agency, field, level)| CatalogueEntry {
                    code: code.to_owned(),
                    name: name.to_owned(),
                    aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
                    agency: agency.to_owned(),
                    field: field.to_owned(),
                    level,
                    receiver: "Ủy ban nhân dân cấp xã".to_owned(),
                },
            )
            .collect(),
    }
}

fn found(query: &str) -> Vec<String> {
    let catalogue = catalogue();
    let positions = search(&Index::new(&catalogue), query, &Filters::default());
    let codes = positions
        .iter()
        .filter_map(|at| catalogue.procedures.get(*at));
    codes.map(|entry| entry.code.clone()).collect()
}

#[test]
fn people_find_what_they_mean() {
    for (query, first) in [
        ("đăng ký khai sinh", "1.001193"),
        ("dang ky khai sinh", "1.001193"),
        ("ĐĂNG KÝ KHAI SINH", "1.001193"),
        ("dk khai sinh", "1.001193"),
        ("đk ks", "1.001193"),
        ("khai sanh", "1.001193"),
        ("dang ki khai sinh", "1.001193"),
        ("khai sinhh", "1.001193"),
        ("khaisinh", "1.001193"),
        ("lam khai sinh cho con", "1.001193"),
        ("dkks", "1.001193"),
        ("ho khau", "1.004222"),
        ("nhập hộ khẩu", "1.004222"),
        ("dang ky ho khau", "1.004222"),
        ("nhap khau cho con", "1.004222"),
        ("thuong tru online dc ko", "1.004222"),
        ("thuogn tru", "1.004222"),
        ("dk tam tru can j z", "1.004194"),
        ("thuê nhà", "1.004194"),
        ("khai tu mat bn tien vay", "1.000656"),
        ("kt", "1.000656"),
        ("chung thuc chu ky phi bn", "2.000884"),
        ("gia han tam tru qua mang dc k", "1.002755"),
        ("giay doc than", "1.004873"),
        ("xn tthn", "1.004873"),
        ("kh", "1.000894"),
        ("lay chong", "1.000894"),
        ("mo quan", "1.001612"),
        ("hkd", "1.001612"),
        ("bhyt", "1.014137"),
        ("tach ho", "1.010038"),
        ("trich luc ks", "2.000635"),
        ("cong chung", "2.000815"),
        ("1.004194", "1.004194"),
        ("Đa\u{306}ng ky\u{301} ta\u{323}m tru\u{301}", "1.004194"),
    ] {
        let codes = found(query);
        assert_eq!(
            codes.first().map(String::as_str),
            Some(first),
            "{query}: {codes:?}"
        );
    }
}

#[test]
fn marks_as_typed_rank_first_and_others_stay() {
    let tax = found("thuế");
    let rent = found("thuê");
    assert_eq!(
        (
            tax.first().map(String::as_str),
            rent.first().map(String::as_str)
        ),
        (Some("9.000001"), Some("1.004194"))
    );
    assert_eq!((tax.len(), rent.len()), (2, 2));
}

#[test]
fn an_empty_query_gives_all_in_the_catalogues_order() {
    for query in ["", "  ", "?!"] {
        assert_eq!(found(query).len(), 20, "{query:?}");
        assert_eq!(found(query).first().map(String::as_str), Some("1.001193"));
    }
}

#[test]
fn what_is_not_there_is_not_found() {
    for query in ["hộ chiếu", "bằng lái", "xyzxyz", "khai sinh máy bay"] {
        assert_eq!(found(query), [""; 0], "{query}");
    }
}

#[test]
fn every_word_must_match() {
    let codes = found("khai sinh luu dong");
    assert_eq!(codes, ["1.003583"]);
}

#[test]
fn a_word_half_typed_finds_already() {
    assert!(found("khai s").contains(&"1.001193".to_owned()));
    assert!(found("thươ").contains(&"1.004222".to_owned()));
}

#[test]
fn filters_narrow_and_keep_the_order() {
    let catalogue = catalogue();
    let index = Index::new(&catalogue);
    let filters = Filters {
        agency: Some("cong-an".to_owned()),
        level: Some(Level::Full),
        ..Filters::default()
    };
    let codes: Vec<&str> = search(&index, "", &filters)
        .into_iter()
        .filter_map(|at| {
            catalogue
                .procedures
                .get(at)
                .map(|entry| entry.code.as_str())
        })
        .collect();
    assert_eq!(codes, ["1.004194", "1.003197", "1.010028"]);
    let nothing = Filters {
        field: Some("gone".to_owned()),
        ..Filters::default()
    };
    assert!(search(&index, "", &nothing).is_empty());
}

#[test]
fn facets_say_what_each_choice_would_leave() {
    let index = Index::new(&catalogue());
    let filters = Filters {
        agency: Some("cong-an".to_owned()),
        ..Filters::default()
    };
    let facets = facets(&index, "tạm trú", &filters);
    let count = |list: &[FacetCount], key: &str| {
        list.iter()
            .find(|facet| facet.key == key)
            .map(|facet| facet.count)
    };
    assert_eq!(count(&facets.agencies, "cong-an"), Some(3));
    assert_eq!(
        count(&facets.agencies, "tu-phap"),
        Some(0),
        "the query is kept"
    );
    assert_eq!(
        count(&facets.fields, "cu-tru"),
        Some(3),
        "the agency is kept"
    );
    assert_eq!(
        facets.levels,
        [
            (Level::Full, 2),
            (Level::Partial, 1),
            (Level::InPerson, 0),
            (Level::Unknown, 0)
        ]
    );
    for facet in &facets.fields {
        let chosen = Filters {
            field: Some(facet.key.clone()),
            ..filters.clone()
        };
        assert_eq!(
            search(&index, "tạm trú", &chosen).len(),
            facet.count,
            "{}",
            facet.key
        );
    }
}

proptest! {
    #[test]
    fn no_query_breaks_the_search(query in ".{0,60}") {
        let index = Index::new(&catalogue());
        let positions = search(&index, &query, &Filters::default());
        prop_assert!(positions.iter().all(|at| *at < 20));
        let all: usize = facets(&index, &query, &Filters::default()).levels.iter().map(|(_, n)| n).sum();
        prop_assert_eq!(all, positions.len());
    }
}
