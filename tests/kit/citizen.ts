// The actions of a citizen in the app. Elements are found by their text, as a citizen finds them on the screen. Most
// actions wait until the page shows their result.

import { expect, type Locator, type Page } from "@playwright/test";

import type { ChosenFile } from "./files";
import type { Person } from "./person";

/** The page's main heading (`h1`). */
export const heading = (page: Page, words: string | RegExp): Locator =>
  page.getByRole("heading", { level: 1, name: words });

/** The list of invalid fields at the top of a form. */
export const errorSummary = (page: Page): Locator =>
  page.getByRole("group", { name: "Có thông tin cần sửa" });

/** Clicks a button. */
export const press = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole("button", { name: words, exact: typeof words === "string" }).click();

/** Clicks a link. */
export const follow = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole("link", { name: words }).first().click();

/** Replaces the text of a text field. */
export const fill = (within: Page | Locator, label: string | RegExp, text: string): Promise<void> =>
  within.getByRole("textbox", { name: label }).fill(text);

/** In a select field, selects the first option whose text contains `words`. */
export async function selectOption(within: Page | Locator, label: string | RegExp, words: string): Promise<void> {
  const list = within.getByRole("combobox", { name: label });
  const option = list.locator("option").filter({ hasText: words }).first();
  await list.selectOption((await option.getAttribute("value")) ?? "");
}

/** Selects the option `words` of a question with radio buttons. */
export const chooseRadio = (page: Page, question: string | RegExp, words: string): Promise<void> =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: words, exact: true }).check();

/**
 * Selects the commune Triệu Phong in Quảng Trị in the place picker. The commune's name is typed without accents, as
 * many people do on a phone.
 */
export async function selectPlace(within: Page | Locator): Promise<void> {
  await selectOption(within, "Tỉnh, thành phố", "Quảng Trị");
  await fill(within, "Gõ tên xã, phường", "trieu phong");
  await selectOption(within, "Xã, phường, đặc khu", "Triệu Phong");
}

/** Answers a question about a place: selects the commune Triệu Phong in Quảng Trị. */
export const answerPlace = (page: Page, question: string): Promise<void> =>
  selectPlace(page.getByRole("group", { name: question, exact: true }));

/**
 * Starts on the home page, follows «Đăng ký» (register) and «Thuê bao di động» (mobile number), fills in the
 * registration form, and sends it.
 */
export async function submitRegistrationForm(page: Page, person: Person): Promise<void> {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Đăng ký" }).click();
  await follow(page, "Thuê bao di động");
  await fill(page, "Họ và tên", person.name);
  await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
  await fill(page, "Số điện thoại di động", person.phone);
  await tickAllConsents(page);
  await press(page, "Đăng ký");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
}

/** Ticks every consent checkbox on the page. */
export async function tickAllConsents(page: Page): Promise<void> {
  const boxes = page.getByRole("group", { name: /^(Cần đồng ý|Đồng ý hay không)/ }).getByRole("checkbox");
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.check();
}

/** Types the one-time code of the latest text message to the person's phone, and confirms it. */
export async function enterCode(page: Page, person: Person): Promise<void> {
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await fill(page, "Mã xác thực (OTP)", await person.lastCode());
  await press(page, "Xác nhận");
}

/** Registers an account, starting on the home page. Afterwards the person is signed in. */
export async function register(page: Page, person: Person): Promise<void> {
  await submitRegistrationForm(page, person);
  await enterCode(page, person);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
}

/** Types identifier and password on the sign-in page, and sends them. */
export async function enterPassword(page: Page, identifier: string, password: string): Promise<void> {
  await fill(page, "Số định danh / CCCD hoặc số điện thoại", identifier);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await press(page, "Đăng nhập");
}

/** Signs in with phone number, password and one-time code, starting on the home page. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Đăng nhập" }).click();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
}

/**
 * Searches for `words` on the home page. Then opens the page of the procedure called `name` through its link «Chi tiết»
 * (details).
 */
export async function findProcedure(page: Page, words: string, name: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" }).fill(words);
  await press(page, "Tìm");
  await page.getByRole("link", { name: `Chi tiết : ${name}`, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

/**
 * Creates a draft, starting on the page of a procedure: follows «Nộp hồ sơ» (file a dossier), continues from the
 * preparation page, chooses the agency, and presses «Thêm mới» (add).
 */
export async function startDraft(page: Page): Promise<void> {
  await follow(page, "Nộp hồ sơ");
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
  await follow(page, "Tiếp tục");
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
  await selectPlace(page);
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/).first()).toBeVisible();
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
}

/** Clicks «Tiếp tục» (continue), and waits until the page with the heading `title` is shown. */
export async function continueTo(page: Page, title: string): Promise<void> {
  await press(page, "Tiếp tục");
  await expect(heading(page, title)).toBeVisible();
}

/**
 * Fills in all five pages of the birth registration form, as a mother who registers her daughter. Afterwards the page
 * for the attachments is open.
 */
export async function fillBirthForm(page: Page): Promise<void> {
  await fillChildAndMotherPages(page);
  await continueTo(page, "Kết hôn, bản sao và cam đoan");
  await fillLastPage(page, "Bạn có đề nghị cấp bản sao Giấy khai sinh không?");
  await continueToAttachments(page);
}

/**
 * Fills in the last page of the birth form or the death form: the parents have no marriage certificate, no copies are
 * wanted, and the declaration that everything is true is ticked. `copies` is the question about copies.
 */
export async function fillLastPage(page: Page, copies: string): Promise<void> {
  const married = page.getByRole("group", { name: "Cha, mẹ có Giấy chứng nhận kết hôn không?" });
  if (await married.isVisible()) await married.getByRole("radio", { name: "Không", exact: true }).check();
  await chooseRadio(page, copies, "Không");
  await page.getByRole("checkbox", { name: "Tôi cam đoan" }).check();
}

/**
 * Fills in the form's pages about the applicant, the child and the mother. Afterwards the page about the father is
 * open, which may stay empty.
 */
export async function fillChildAndMotherPages(page: Page): Promise<void> {
  await selectOption(page, "Quan hệ với người được khai sinh", "Mẹ");
  await fill(page, "Ngày, tháng, năm sinh của người yêu cầu", "15/3/1990");
  await continueTo(page, "Người được khai sinh");
  await fill(page, "Họ, chữ đệm, tên của người được khai sinh", "Trần Minh Thử");
  await fill(page, "Ngày, tháng, năm sinh của người được khai sinh", "5/10/2024");
  await chooseRadio(page, "Giới tính của người được khai sinh", "Nữ");
  await selectOption(page, "Dân tộc của người được khai sinh", "Kinh");
  await selectOption(page, "Quốc tịch của người được khai sinh", "Việt Nam");
  await answerPlace(page, "Nơi sinh");
  await answerPlace(page, "Quê quán");
  await continueTo(page, "Mẹ");
  await fill(page, "Họ, chữ đệm, tên của mẹ", "Nguyễn Thị Thử");
  await fill(page, "Ngày, tháng, năm sinh của mẹ", "1990");
  await selectOption(page, "Dân tộc của mẹ", "Kinh");
  await selectOption(page, "Quốc tịch của mẹ", "Việt Nam");
  await fill(page, "Số định danh cá nhân của mẹ", "045190009999");
  await continueTo(page, "Cha");
}

/**
 * Fills in the form's pages about the applicant, who is a daughter, and about the deceased. Afterwards the page about
 * the death is open.
 */
export async function fillDeceasedPages(page: Page): Promise<void> {
  await selectOption(page, "Quan hệ với người chết", "Con");
  await fill(page, "Ngày, tháng, năm sinh của người yêu cầu", "15/3/1975");
  await continueTo(page, "Người chết");
  await fill(page, "Họ của người chết", "Nguyễn");
  await fill(page, "Tên của người chết", "Thử");
  await fill(page, "Ngày, tháng, năm sinh của người chết", "1940");
  await chooseRadio(page, "Giới tính của người chết", "Nam");
  await selectOption(page, "Dân tộc của người chết", "Kinh");
  await chooseRadio(page, "Loại nơi cư trú cuối cùng của người chết", "Thường trú");
  await answerPlace(page, "Nơi cư trú cuối cùng của người chết");
  await continueTo(page, "Sự kiện chết");
}

/** Continues from the last page of the form to the declarations, and from there to the attachments. */
export async function continueToAttachments(page: Page): Promise<void> {
  await continueTo(page, "Xem lại các tờ khai chi tiết");
  await continueTo(page, "Đính kèm thành phần hồ sơ");
}

/** Answers «Không» (no) to the question about each component that only some citizens need. */
export async function declineOptionalComponents(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Tiếp tục" })).toBeVisible();
  const questions = page.getByRole("radio", { name: "Không", exact: true });
  for (const question of await questions.all()) await question.check();
}

/** The card of a component. It contains the component's files. */
export const componentCard = (page: Page, label: string): Locator =>
  page.locator(".attachment").filter({ hasText: label });

/** Chooses one or more files for a component. Doesn't wait for the upload. */
export const chooseFiles = (page: Page, label: string, file: ChosenFile | ChosenFile[]): Promise<void> =>
  page.getByLabel(label).setInputFiles(file);

/** Attaches a file to a component, and waits until the page shows that the server has received it. */
export async function attachFile(page: Page, label: string, file: ChosenFile): Promise<void> {
  await chooseFiles(page, label, file);
  await expect(componentCard(page, label).getByText("Cơ quan đã nhận")).toBeVisible();
}

/** Attaches one file to each component on the page. */
export async function attachToEveryComponent(page: Page, file: () => ChosenFile): Promise<void> {
  for (const card of await page.locator(".attachment").all()) {
    await card.locator("input[type=file]").setInputFiles(file());
    await expect(card.getByText("Cơ quan đã nhận")).toBeVisible();
  }
}

/** Chooses the delivery of the result, and continues to the last step. */
export async function chooseDelivery(page: Page, words: string): Promise<void> {
  await chooseRadio(page, "Bạn muốn nhận kết quả bằng cách nào?", words);
  await continueTo(page, "Hoàn thiện gửi hồ sơ");
}

/** Sends the dossier («Gửi hồ sơ»). Returns the dossier code on the receipt. */
export async function sendDossier(page: Page): Promise<string> {
  await press(page, "Gửi hồ sơ");
  await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
  const code = page.locator(".receipt__code").getByText(DOSSIER_CODE);
  await expect(code).toBeVisible();
  return (await code.innerText()).trim();
}

/** The format of a dossier code, for example `H50.19.360-261122-0001`. */
export const DOSSIER_CODE = /^H\d{2}(\.\d+)*-\d{6}-\d{4}$/;
