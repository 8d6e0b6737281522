// What a test may find done already, through the contract itself: an account, a draft, a dossier. What a test
// is about is never prepared here; it is done by hand, on the screen.

import { createHash, randomUUID } from "node:crypto";

import type { APIResponse, Page } from "@playwright/test";

import type { ChosenFile } from "./files";
import type { Person } from "./person";

/** Codes of procedures that tests file. */
export const BIRTH = "1.001193";
/** Files nothing and asks for a general declaration. */
export const COPY = "2.000635";
/** The certificate of birth, without which a birth can't be registered. */
export const BIRTH_PAPER = "000.00.00.G15-KQ004389";

/** Triệu Phong, Quảng Trị. */
export type Place = { province: string; commune: string };
type Draft = { id: string; version: number };
type Receipt = { code: string };

/** An organisation that a person registers for. */
type Organisation = { name: string; tax_code: string; position: string };

/** Has the person registered and signed in in this browser, for an organisation where one is given. */
export async function signedIn(page: Page, person: Person, organisation?: Organisation): Promise<void> {
  const id = await slipHandedIn(page, person, organisation);
  await post(page, `challenges/${id}/code`, { code: await person.lastCode() });
  await post(page, `challenges/${id}/password`, { password: person.password });
}

/** Has the person's registration slip handed in; gives the challenge whose code was sent. */
export async function slipHandedIn(page: Page, person: Person, organisation?: Organisation): Promise<string> {
  const { name, citizenId: citizen_id, phone } = person;
  const slip = { name, citizen_id, phone, consents: await asked(page), organisation };
  return ((await post(page, "registrations", slip)) as { id: string }).id;
}

/** A consent to every purpose that the portal asks it for. */
async function asked(page: Page): Promise<object[]> {
  type Purpose = { key: string; version: number };
  const portal = (await (await page.request.get("/api/portal")).json()) as { consents: Purpose[] };
  return portal.consents.map(({ key, version }) => ({ purpose: key, version }));
}

/** Has whoever is signed in consent to every purpose, as who came through an identity provider is asked before filing. */
export async function consented(page: Page): Promise<void> {
  for (const consent of await asked(page)) await post(page, "account/consents", { ...consent, given: true });
}

/** Has the person registered, and signed out again. */
export async function registered(page: Page, person: Person): Promise<void> {
  await signedIn(page, person);
  await sound(await page.request.delete("/api/session", { headers: OURS }));
}

/** A commune by its name, as the backend knows it. */
export async function placeNamed(page: Page, province: string, commune: string): Promise<Place> {
  type Unit = { code: string; name: string };
  const provinces = (await (await page.request.get("/api/provinces")).json()) as Unit[];
  const inside = provinces.find(({ name }) => name.includes(province));
  const communes = (await (await page.request.get(`/api/provinces/${inside?.code}/communes`)).json()) as Unit[];
  const found = communes.find(({ name }) => name.includes(commune));
  if (!inside || !found) throw new Error(`no ${commune} in ${province}`);
  return { province: inside.code, commune: found.code };
}

/** A draft of a procedure, with the agency chosen and these answers. */
export async function drafted(page: Page, procedure: string, answers: object = {}): Promise<Draft> {
  const agency = await placeNamed(page, "Quảng Trị", "Triệu Phong");
  const draft = (await post(page, "drafts", { procedure, agency }, key())) as Draft;
  return change(page, draft, { answers });
}

/** A draft that lacks nothing any more: «Gửi hồ sơ» would take it. */
export async function readyToSend(page: Page, person: Person, procedure = COPY, file?: ChosenFile): Promise<Draft> {
  const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
  const answers = procedure === BIRTH ? birthAnswers(person, place) : generalAnswers(person, place);
  const draft = await drafted(page, procedure, answers);
  if (file) await uploaded(page, draft, file);
  return change(page, draft, { delivery: { channel: "counter" }, papers: await noOtherPaper(page, procedure) });
}

/** «Không» for every paper that only some situations ask for. */
async function noOtherPaper(page: Page, procedure: string): Promise<object> {
  type Paper = { code: string; attach: string; when?: object };
  const answer = await page.request.get(`/api/procedures/${procedure}`);
  const { component_groups: groups } = (await answer.json()) as { component_groups: { components: Paper[] }[] };
  const papers = groups.flatMap(({ components }) => components);
  const asked = papers.filter(({ attach, when }) => attach === "optional" && !when);
  return Object.fromEntries(asked.map(({ code }) => [code, false]));
}

/** A dossier that has been sent. */
export async function sent(page: Page, person: Person): Promise<Receipt> {
  const { id, version } = await readyToSend(page, person);
  return (await post(page, `drafts/${id}/submission`, { version, attachments: [] }, key())) as Receipt;
}

/** The answers of a declaration of birth, by a mother who has a citizen id and no husband. */
export function birthAnswers(person: Person, place: Place): object {
  return {
    requester_relation: "Mẹ",
    requester_name: person.name,
    requester_birth_date: "15/03/1990",
    requester_citizen_id: person.citizenId,
    child_name: "Trần Minh Thử",
    child_birth_date: "05/10/2024",
    child_sex: "Nữ",
    child_ethnicity: "Kinh",
    child_nationality: "Việt Nam",
    child_birthplace: { ...place, detail: "Bệnh viện Đa khoa tỉnh" },
    child_home_place: place,
    mother_name: person.name,
    mother_birth_date: "1990",
    mother_ethnicity: "Kinh",
    mother_nationality: "Việt Nam",
    mother_citizen_id: person.citizenId,
    parents_married: false,
    copies_wanted: false,
    declaration: true,
  };
}

function generalAnswers(person: Person, place: Place): object {
  return {
    owner_name: person.name,
    owner_citizen_id: person.citizenId,
    owner_phone: person.phone,
    owner_birth_date: "1990",
    owner_residence: place,
    request: "Đề nghị cấp 2 bản sao trích lục khai tử của ông nội tôi.",
    declaration: true,
  };
}

/** Brings a file to a draft. */
export async function uploaded(page: Page, draft: Draft, file: ChosenFile, component = BIRTH_PAPER): Promise<void> {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const about = { filename: file.name, filetype: file.mimeType, component, file_id: randomUUID() };
  const began = await page.request.post(`/api/drafts/${draft.id}/uploads`, {
    headers: {
      ...OURS,
      "Tus-Resumable": "1.0.0",
      "Upload-Length": String(file.buffer.length),
      "Upload-Metadata": Object.entries(about).map(([name, value]) => `${name} ${base64(value)}`).join(","),
    },
  });
  const finished = await page.request.patch((await sound(began)).headers()["location"] ?? "", {
    headers: {
      ...OURS,
      "Tus-Resumable": "1.0.0",
      "Upload-Offset": "0",
      "Content-Type": "application/offset+octet-stream",
    },
    data: file.buffer,
  });
  const held = (await sound(finished)).headers()["motcua-sha256"];
  if (held !== createHash("sha256").update(file.buffer).digest("hex")) throw new Error("the file arrived changed");
}

const OURS = { "Motcua-Request": "1" };
const key = () => ({ "Idempotency-Key": randomUUID() });

/** Changes a draft as another device would. */
export async function change(page: Page, { id, version }: Draft, patch: object): Promise<Draft> {
  const headers = { ...OURS, "If-Match": `"${version}"` };
  return (await (await sound(await page.request.patch(`/api/drafts/${id}`, { headers, data: patch }))).json()) as Draft;
}

async function post(page: Page, path: string, data: object, headers: object = {}): Promise<unknown> {
  const answer = await page.request.post(`/api/${path}`, { headers: { ...OURS, ...headers }, data });
  return (await sound(answer)).json();
}

async function sound(answer: APIResponse): Promise<APIResponse> {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return answer;
}

/** Has the officer make one move with a dossier, as `decide` does by hand at the desk `/demo`. */
export async function decided(page: Page, code: string, move: string, note = ""): Promise<void> {
  const shown = await sound(await page.request.get("/demo"));
  const form = (await shown.text()).split(`action="/demo/dossiers/${code}"`)[1]?.split("</form>")[0] ?? "";
  const button = new RegExp(`<button name="move" value="([^"]+)">${move}</button>`).exec(form);
  if (!button?.[1]) throw new Error(`the desk has no «${move}» for ${code}`);
  await sound(
    await page.request.post(`/demo/dossiers/${code}`, {
      headers: { "sec-fetch-site": "same-origin", origin: new URL(shown.url()).origin },
      form: { move: button[1], note },
    }),
  );
}
