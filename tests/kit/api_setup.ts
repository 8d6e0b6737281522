// Creates accounts, drafts and dossiers through the API, so that a test can start directly at the page that it tests.
// What the test itself is about is done on the screen, never through these functions.

import { createHash, randomUUID } from "node:crypto";

import type { APIResponse, Page } from "@playwright/test";

import type { ChosenFile } from "./files";
import type { Person } from "./person";

/** Code of the procedure «Đăng ký khai sinh» (birth registration). */
export const BIRTH_PROCEDURE = "1.001193";
/**
 * Code of the procedure «Cấp bản sao trích lục hộ tịch» (copy of a civil-status record). It requires no attachment and
 * uses the general declaration.
 */
export const COPY_PROCEDURE = "2.000635";
/** Heading of the search while it lists every procedure. */
export const ALL_PROCEDURES = "Có 60 thủ tục";
/**
 * Code of the component «Giấy chứng sinh» (certificate of live birth). A birth registration requires this component.
 */
export const BIRTH_CERTIFICATE = "000.00.00.G15-KQ004389";

/** A commune: the code of its province, and its own code. */
export type Place = { province: string; commune: string };
type Draft = { id: string; version: number };
type Receipt = { code: string };

/**
 * An organisation with its name and tax code, and the position that its representative has in it. A person registers an
 * account for the organisation as this representative.
 */
type Organisation = { name: string; tax_code: string; position: string };

/**
 * Registers an account and signs in with it in this browser. The account belongs to the organisation if one is given,
 * otherwise to the person.
 */
export async function registerAndSignIn(page: Page, person: Person, organisation?: Organisation): Promise<void> {
  const id = await createRegistration(page, person, organisation);
  await post(page, `challenges/${id}/code`, { code: await person.lastCode() });
  await post(page, `challenges/${id}/password`, { password: person.password });
}

/**
 * Sends the registration form. The backend sends a one-time code to the person's phone. Returns the id of the
 * challenge.
 */
export async function createRegistration(page: Page, person: Person, organisation?: Organisation): Promise<string> {
  const { name, citizenId: citizen_id, phone } = person;
  const registration = { name, citizen_id, phone, consents: await requestedConsents(page), organisation };
  return ((await post(page, "registrations", registration)) as { id: string }).id;
}

/** Returns the consents to all purposes in the portal's list, each in its current version. */
async function requestedConsents(page: Page): Promise<object[]> {
  type Purpose = { key: string; version: number };
  const portal = (await (await page.request.get("/api/portal")).json()) as { consents: Purpose[] };
  return portal.consents.map(({ key, version }) => ({ purpose: key, version }));
}

/**
 * Gives all consents for the account that is signed in. An account that an identity provider created has none at first.
 */
export async function giveAllConsents(page: Page): Promise<void> {
  for (const consent of await requestedConsents(page)) await post(page, "account/consents", { ...consent, given: true });
}

/** Registers an account, and signs out again. */
export async function registerAccount(page: Page, person: Person): Promise<void> {
  await registerAndSignIn(page, person);
  await requireOk(await page.request.delete("/api/session", { headers: APP_HEADER }));
}

/** Adds an e-mail address to the account that is signed in, and confirms it with the code in the e-mail. */
export async function addEmail(page: Page, person: Person, address: string): Promise<void> {
  const { id } = (await post(page, "account/email", { email: address, password: person.password })) as { id: string };
  const emails = await requireOk(await page.request.get(`/demo/emails.json?address=${address}`));
  const [newest] = (await emails.json()) as { code: string }[];
  await post(page, `challenges/${id}/code`, { code: newest?.code });
}

/** Finds the codes of a commune and its province by their names. */
export async function findPlace(page: Page, province: string, commune: string): Promise<Place> {
  type Unit = { code: string; name: string };
  const provinces = (await (await page.request.get("/api/provinces")).json()) as Unit[];
  const provinceUnit = provinces.find(({ name }) => name.includes(province));
  const communes = (await (await page.request.get(`/api/provinces/${provinceUnit?.code}/communes`)).json()) as Unit[];
  const communeUnit = communes.find(({ name }) => name.includes(commune));
  if (!provinceUnit || !communeUnit) throw new Error(`no ${commune} in ${province}`);
  return { province: provinceUnit.code, commune: communeUnit.code };
}

/** Creates a draft of a procedure with the given answers. Its agency is the commune Triệu Phong in Quảng Trị. */
export async function createDraft(page: Page, procedure: string, answers: object = {}): Promise<Draft> {
  const agency = await findPlace(page, "Quảng Trị", "Triệu Phong");
  const draft = (await post(page, "drafts", { procedure, agency }, idempotencyKey())) as Draft;
  return updateDraft(page, draft, { answers });
}

/** Creates a draft that is ready to be sent. A birth registration is ready only if `file` is given. */
export async function createCompleteDraft(page: Page, person: Person, procedure = COPY_PROCEDURE, file?: ChosenFile): Promise<Draft> {
  const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
  const answers = procedure === BIRTH_PROCEDURE ? birthAnswers(person, place) : generalAnswers(person, place);
  const draft = await createDraft(page, procedure, answers);
  if (file) await uploadFile(page, draft, file);
  return updateDraft(page, draft, { delivery: { channel: "counter" }, papers: await declinedComponents(page, procedure) });
}

/** The answer "not needed" for each component that only some citizens need. */
async function declinedComponents(page: Page, procedure: string): Promise<object> {
  type Component = { code: string; attach: string; when?: object };
  const response = await page.request.get(`/api/procedures/${procedure}`);
  const { component_groups: groups } = (await response.json()) as { component_groups: { components: Component[] }[] };
  const components = groups.flatMap(({ components }) => components);
  const optional = components.filter(({ attach, when }) => attach === "optional" && !when);
  return Object.fromEntries(optional.map(({ code }) => [code, false]));
}

/** Creates a draft that is complete, and sends it. */
export async function createDossier(page: Page, person: Person): Promise<Receipt> {
  return submitDraft(page, await createCompleteDraft(page, person));
}

/** Sends a complete draft with all files that the backend holds. */
export async function submitDraft(page: Page, { id }: Draft): Promise<Receipt> {
  type Attachment = { id: string; size: number; sha256: string };
  const response = await requireOk(await page.request.get(`/api/drafts/${id}`));
  const { version, attachments } = (await response.json()) as { version: number; attachments: Attachment[] };
  const sealed = attachments.map(({ id, size, sha256 }) => ({ id, size, sha256 }));
  return (await post(page, `drafts/${id}/submission`, { version, attachments: sealed }, idempotencyKey())) as Receipt;
}

/**
 * A valid answer to every required question of the birth registration form. The applicant is an unmarried mother who
 * has a citizen id.
 */
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

/**
 * Uploads a file to a draft in one chunk (tus 1.0). Checks that the SHA-256 hash in the response is that of the file.
 */
export async function uploadFile(page: Page, draft: Draft, file: ChosenFile, component = BIRTH_CERTIFICATE): Promise<void> {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const metadata = { filename: file.name, filetype: file.mimeType, component, file_id: randomUUID() };
  const created = await page.request.post(`/api/drafts/${draft.id}/uploads`, {
    headers: {
      ...APP_HEADER,
      "Tus-Resumable": "1.0.0",
      "Upload-Length": String(file.buffer.length),
      "Upload-Metadata": Object.entries(metadata).map(([name, value]) => `${name} ${base64(value)}`).join(","),
    },
  });
  const finished = await page.request.patch((await requireOk(created)).headers()["location"] ?? "", {
    headers: {
      ...APP_HEADER,
      "Tus-Resumable": "1.0.0",
      "Upload-Offset": "0",
      "Content-Type": "application/offset+octet-stream",
    },
    data: file.buffer,
  });
  const receivedSha256 = (await requireOk(finished)).headers()["motcua-sha256"];
  if (receivedSha256 !== createHash("sha256").update(file.buffer).digest("hex")) throw new Error("the backend received other bytes than were sent");
}

const APP_HEADER = { "Motcua-Request": "1" };
const idempotencyKey = () => ({ "Idempotency-Key": randomUUID() });

/** Saves a patch of a draft, as another device would do. `version` is the version that the patch is based on. */
export async function updateDraft(page: Page, { id, version }: Draft, patch: object): Promise<Draft> {
  const headers = { ...APP_HEADER, "If-Match": `"${version}"` };
  return (await (await requireOk(await page.request.patch(`/api/drafts/${id}`, { headers, data: patch }))).json()) as Draft;
}

async function post(page: Page, path: string, data: object, headers: object = {}): Promise<unknown> {
  const response = await page.request.post(`/api/${path}`, { headers: { ...APP_HEADER, ...headers }, data });
  return (await requireOk(response)).json();
}

async function requireOk(response: APIResponse): Promise<APIResponse> {
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  return response;
}

/**
 * Decides on the dossier with the code `code` as an officer. `move` is the label of the button for the decision on
 * `/demo`. Unlike `decideAtDesk`, this function sends the form without opening the page on the screen.
 */
export async function decideDossier(page: Page, code: string, move: string, note = ""): Promise<void> {
  const desk = await requireOk(await page.request.get("/demo"));
  const form = (await desk.text()).split(`action="/demo/dossiers/${code}"`)[1]?.split("</form>")[0] ?? "";
  const button = new RegExp(`<button name="move" value="([^"]+)">${move}</button>`).exec(form);
  if (!button?.[1]) throw new Error(`/demo has no button «${move}» for ${code}`);
  await requireOk(
    await page.request.post(`/demo/dossiers/${code}`, {
      headers: { "sec-fetch-site": "same-origin", origin: new URL(desk.url()).origin },
      form: { move: button[1], note },
    }),
  );
}
