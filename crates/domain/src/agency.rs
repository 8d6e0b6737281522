//! The name of the office that receives a dossier in a place. The records name a kind of office, never the office.

/// «Ủy ban nhân dân Xã Triệu Phong, Tỉnh Quảng Trị» of the receiver «Ủy ban nhân dân cấp xã» and that place.
///
/// A receiver above the commune is named as the one in charge of it, since the records don't say which of its
/// offices that is.
pub fn agency_name(receiver: &str, place: &str) -> String {
    match receiver.strip_suffix("cấp xã") {
        Some(office) => [office, place].concat(),
        None => [receiver, " phụ trách ", place].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_is_named_and_an_office_above_it_is_in_charge_of_it() {
        let place = "Xã Triệu Phong, Tỉnh Quảng Trị";
        assert_eq!(
            agency_name("Ủy ban nhân dân cấp xã", place),
            "Ủy ban nhân dân Xã Triệu Phong, Tỉnh Quảng Trị"
        );
        assert_eq!(
            agency_name("Sở Tư pháp", place),
            "Sở Tư pháp phụ trách Xã Triệu Phong, Tỉnh Quảng Trị"
        );
    }
}
