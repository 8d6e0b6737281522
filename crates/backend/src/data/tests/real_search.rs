//! Searches in the catalogue of `crates/backend/data`, with queries as people type them: without diacritics, in chat
//! abbreviations, by the former names of procedures.

use domain::search::{SearchFilters, SearchIndex, count_facets, search};

use super::real;
use crate::data::Data;

/// The codes of the procedures that the search finds, the best match first.
fn found(data: &Data, query: &str) -> Vec<String> {
    let catalogue = data.catalogue();
    let index = SearchIndex::new(catalogue);
    search(&index, query, &SearchFilters::default())
        .into_iter()
        .map(|position| catalogue.procedures[position].code.clone())
        .collect()
}

#[test]
fn everyday_searches_find_the_intended_procedure_first() {
    let searches = [
        ("dk khai sinh", "1.001193"),
        ("khai sanh", "1.001193"),
        ("làm khai sinh cho con", "1.001193"),
        ("sinh con", "1.001193"),
        ("ho khau", "1.004222"),
        ("nhập hộ khẩu", "1.004222"),
        ("đăng ký hộ khẩu", "1.004222"),
        ("chuyen ho khau", "1.004222"),
        ("nhập khẩu cho con", "1.004222"),
        ("thuong tru online dc ko", "1.004222"),
        ("dk tam tru can j z", "1.004194"),
        ("gia han tam tru qua mang dc k", "1.002755"),
        ("giay doc than", "1.004873"),
        ("tthn", "1.004873"),
        ("khai tu mat bn tien vay", "1.000656"),
        ("dkkh", "1.000894"),
        ("giấy hôn thú", "1.000894"),
        ("cong chung", "2.000815"),
        ("sao y", "2.000815"),
        ("chung thuc chu ky phi bn", "2.000884"),
        ("trich luc khai sinh", "2.000635"),
        ("mo quan", "1.001612"),
        ("hkd", "1.001612"),
        ("bhyt", "1.014137"),
        ("cat khau", "1.003197"),
        ("xay nha", "1.013225"),
        ("con nuoi", "2.001263"),
        ("1.004194", "1.004194"),
    ];
    let data = real();
    let missed: Vec<String> = searches
        .iter()
        .filter_map(|(query, code)| {
            let found = found(data, query);
            let first = found.first().map_or("nothing", String::as_str);
            (first != *code).then(|| format!("«{query}» gives {first}, not {code}: {found:?}"))
        })
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn finds_the_land_use_certificate_by_its_everyday_name() {
    assert!(found(real(), "sổ đỏ").contains(&"1.012753".to_owned()));
    assert!(found(real(), "so do").contains(&"1.012753".to_owned()));
}

#[test]
fn an_empty_search_lists_everything_and_nonsense_finds_nothing() {
    let data = real();
    assert_eq!(found(data, "").len(), data.catalogue().procedures.len());
    assert!(found(data, "qwxyzqwxyz").is_empty());
}

#[test]
fn every_alias_finds_its_procedure() {
    let data = real();
    for entry in &data.catalogue().procedures {
        for alias in &entry.aliases {
            let found = found(data, alias);
            assert!(found.contains(&entry.code), "{alias} → {}", entry.code);
        }
    }
}

#[test]
fn filters_count_the_procedures_of_each_option() {
    let data = real();
    let index = SearchIndex::new(data.catalogue());
    let left = count_facets(&index, "", &SearchFilters::default());
    let police = left
        .agencies
        .iter()
        .find(|agency| agency.key == "bo-cong-an");
    assert_eq!(police.unwrap().count, 12);
    let total: usize = left.fields.iter().map(|field| field.count).sum();
    assert_eq!(total, data.catalogue().procedures.len());
}
