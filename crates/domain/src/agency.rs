//! The name of the agency that receives a dossier in a place.
//!
//! The procedure records name only a kind of agency («Ủy ban nhân dân cấp xã»), not the single agency.

/// The name of the agency for a kind of agency and the name of a place.
///
/// «Ủy ban nhân dân cấp xã» becomes «Ủy ban nhân dân Xã Triệu Phong, Tỉnh Quảng Trị». An agency above the commune is
/// named as the one in charge of the place («… phụ trách …»), because the records don't say which one that is.
pub fn agency_name(receiver: &str, place: &str) -> String {
    match receiver.strip_suffix("cấp xã") {
        Some(agency) => [agency, place].concat(),
        None => [receiver, " phụ trách ", place].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_an_agency_of_the_commune_or_above_it() {
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
