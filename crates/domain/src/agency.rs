//! Makes the name of the agency that receives the dossiers of a place.
//!
//! The record of a procedure names only a kind of agency («Ủy ban nhân dân cấp xã»), not an individual agency.

/// The name of an individual agency, made from a kind of agency and the name of a place.
///
/// «Ủy ban nhân dân cấp xã» becomes «Ủy ban nhân dân Xã Triệu Phong, Tỉnh Quảng Trị». If a kind of agency is above the
/// commune level, the records don't contain the individual agency. Its name is then «… phụ trách …»: the agency in
/// charge of the place.
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
