// The answers of interlinked groups: a birth that is registered, housed and insured, and a death with what follows it.

import type { Person } from "./person";
import { birthAnswers, type Place } from "./prepared";

/** Codes of the groups. */
export const BIRTH_GROUP = "2.000986";
export const DEATH_GROUP = "1.006714";
/** The certificate of birth as the group asks for it. */
export const BIRTH_GROUP_PAPER = "000.00.00.G15-KQ1123";

/** Everything that the group of a birth asks, by a mother who has a citizen id and no husband. */
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

/** The answers about somebody who has died at home; the group of a death and the form of a death alone both take them. */
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

/** The same, and what only the group asks. */
export const deathGroupAnswers = (person: Person, place: Place): object => ({
  ...deathAnswers(person, place),
  requester_phone: person.phone,
  deceased_relation_to_head: "Cha đẻ",
  declarant_sex: "Nữ",
  declarant_relation_to_head: "Chủ hộ",
  dwelling_case: "Thuộc sở hữu của mình",
  funeral_entitlement: "Trợ cấp hưu trí xã hội",
});
