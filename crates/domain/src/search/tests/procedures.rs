//! A small catalogue of real procedures with aliases, for tests.

use contract::named::Named;
use contract::procedure::{Catalogue, CatalogueEntry, ServiceLevel};

/// One procedure: code, name, aliases, agency, field, level.
type Row = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
    &'static str,
    ServiceLevel,
);

fn named(key: &str, name: &str) -> Named {
    Named {
        key: key.to_owned(),
        name: name.to_owned(),
    }
}

/// The catalogue for tests. It has nineteen real procedures, and two invented procedures (codes 9.…) that compete with
/// them in the ranking.
pub(super) fn catalogue() -> Catalogue {
    use ServiceLevel::{Full, InPerson, Partial, Unknown};
    let rows: [Row; 21] = [
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
            "9.000002",
            "Đăng ký tạm trú cho người nước ngoài",
            &[],
            "tai-chinh",
            "cu-tru",
            Unknown,
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
                    group: false,
                },
            )
            .collect(),
    }
}
