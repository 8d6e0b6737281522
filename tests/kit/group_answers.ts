// Answers to the forms of two groups (liên thông): the birth group (birth, residence and health insurance) and the
// death group (death, residence and funeral allowance).

import type { Person } from "./person";
import { type Place, birthAnswers } from "./api_setup";

/** The codes of the two groups. */
export const BIRTH_GROUP = "2.000986";
export const DEATH_GROUP = "1.006714";
/** Code of the component «Giấy chứng sinh» (certificate of live birth), as the birth group names it. */
export const BIRTH_GROUP_CERTIFICATE = "000.00.00.G15-KQ1123";

/**
 * A valid answer to every required question of the birth group's form. The applicant is an unmarried mother who has a
 * citizen id.
 */
export const birthGroupAnswers = (person: Person, place: Place): object => ({
  ...birthAnswers(person, place),
  requester_phone: person.phone,
  child_residence: place,
  apart_from_parents: false,
  head_name: "Nguyễn Văn Thử",
  head_citizen_id: "045060000123",
  relation_to_head: "Cháu",
  dwelling_case: "Thuộc sở hữu của mình",
  clinic: "Trạm y tế xã Triệu Phong",
});

/** Answers about a person who died at home. The death form and the form of the death group both accept them. */
export const deathAnswers = (person: Person, place: Place): object => ({
  requester_relation: "Con",
  requester_name: person.name,
  requester_birth_date: "15/03/1975",
  requester_citizen_id: person.citizenId,
  deceased_surname: "Nguyễn",
  deceased_given_name: "Thử",
  deceased_birth_date: "1940",
  deceased_sex: "Nam",
  deceased_ethnicity: "Kinh",
  deceased_nationality: "Việt Nam",
  deceased_residence_kind: "Thường trú",
  deceased_residence: place,
  death_date: "20/11/2026",
  death_place: place,
  death_cause: "Già yếu",
  notice_kind: "Không có",
  copies_wanted: false,
  declaration: true,
});

/** `deathAnswers`, together with answers to the questions that only the death group's form asks. */
export const deathGroupAnswers = (person: Person, place: Place): object => ({
  ...deathAnswers(person, place),
  requester_phone: person.phone,
  deceased_relation_to_head: "Cha đẻ",
  declarant_sex: "Nữ",
  declarant_relation_to_head: "Chủ hộ",
  dwelling_case: "Thuộc sở hữu của mình",
  funeral_entitlement: "Trợ cấp hưu trí xã hội",
});
