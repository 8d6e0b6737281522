// What a citizen does, step by step, by what stands on the screen: the words of the buttons and fields. Each step
// ends when the page says that it is done.

import { expect, type Locator, type Page } from "@playwright/test";

import type { ChosenFile } from "./files";
import type { Person } from "./person";

/** The page's one heading. */
export const heading = (page: Page, words: string | RegExp): Locator =>
  page.getByRole("heading", { level: 1, name: words });

/** The box at the top that lists what is wrong. */
export const problems = (page: Page): Locator =>
  page.getByRole("alert").filter({ hasText: "Có thông tin cần sửa" });

/** Presses a button. */
export const press = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole("button", { name: words, exact: typeof words === "string" }).click();

/** Follows a link. */
export const follow = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole("link", { name: words }).first().click();

/** Types into a field, having emptied it. */
export const type = (within: Page | Locator, label: string | RegExp, text: string): Promise<void> =>
  within.getByRole("textbox", { name: label }).fill(text);

/** Picks the first choice of a list that holds these words. */
export async function pick(within: Page | Locator, label: string | RegExp, words: string): Promise<void> {
  const list = within.getByRole("combobox", { name: label });
  const choice = list.locator("option").filter({ hasText: words }).first();
  await list.selectOption((await choice.getAttribute("value")) ?? "");
}

/** Answers a question whose choices are all in sight. */
export const answer = (page: Page, question: string | RegExp, words: string): Promise<void> =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: words, exact: true }).check();

/** Picks Triệu Phong in Quảng Trị, typing the name without accents as one does on a phone. */
export async function pickPlace(within: Page | Locator): Promise<void> {
  await pick(within, "Tỉnh, thành phố", "Quảng Trị");
  await type(within, "Gõ tên xã, phường", "trieu phong");
  await pick(within, "Xã, phường, đặc khu", "Triệu Phong");
}

/** Answers a question for a place with Triệu Phong. */
export const enterPlace = (page: Page, question: string): Promise<void> =>
  pickPlace(page.getByRole("group", { name: question, exact: true }));

/** Home, «Đăng ký», «Thuê bao di động», and the slip filled in and sent. */
export async function handInSlip(page: Page, person: Person): Promise<void> {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Đăng ký" }).click();
  await follow(page, "Thuê bao di động");
  await type(page, "Họ và tên", person.name);
  await type(page, "Số định danh / CCCD / CMND", person.citizenId);
  await type(page, "Số điện thoại di động", person.phone);
  await agree(page);
  await press(page, "Đăng ký");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
}

/** Ticks every consent on the page. */
export async function agree(page: Page): Promise<void> {
  const boxes = page.getByRole("group", { name: /^(Cần đồng ý|Đồng ý hay không)/ }).getByRole("checkbox");
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.check();
}

/** Reads the text message and types the code in it. */
export async function enterCode(page: Page, person: Person): Promise<void> {
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await type(page, "Mã xác thực (OTP)", await person.lastCode());
  await press(page, "Xác nhận");
}

/** Registers from the first screen on, and is signed in. */
export async function register(page: Page, person: Person): Promise<void> {
  await handInSlip(page, person);
  await enterCode(page, person);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
}

/** Identifier and password, on the page that asks for them. */
export async function enterPassword(page: Page, identifier: string, password: string): Promise<void> {
  await type(page, "Số định danh / CCCD hoặc số điện thoại", identifier);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await press(page, "Đăng nhập");
}

/** Signs in by phone from the first screen on. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Đăng nhập" }).click();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
}

/** Finds a procedure from the first screen on and opens its «Chi tiết». */
export async function findProcedure(page: Page, words: string, name: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" }).fill(words);
  await press(page, "Tìm");
  await page.getByRole("link", { name: `Chi tiết : ${name}`, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

/** «Nộp hồ sơ», what to prepare, the agency, «Thêm mới»: the dossier is a draft now. */
export async function beginDraft(page: Page): Promise<void> {
  await follow(page, "Nộp hồ sơ");
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
  await follow(page, "Tiếp tục");
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
  await pickPlace(page);
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/).first()).toBeVisible();
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
}

/** «Tiếp tục», to the page with this heading. */
export async function goOn(page: Page, to: string): Promise<void> {
  await press(page, "Tiếp tục");
  await expect(heading(page, to)).toBeVisible();
}

/** A mother declares the birth of her daughter; five pages. */
export async function declareBirth(page: Page): Promise<void> {
  await declareChildAndMother(page);
  await goOn(page, "Kết hôn, bản sao và cam đoan");
  await declareTruth(page, "Bạn có đề nghị cấp bản sao Giấy khai sinh không?");
  await readOver(page);
}

/** The last page of a birth: no certificate of marriage, no copies. */
export async function declareTruth(page: Page, copies: string): Promise<void> {
  const married = page.getByRole("group", { name: "Cha, mẹ có Giấy chứng nhận kết hôn không?" });
  if (await married.isVisible()) await married.getByRole("radio", { name: "Không", exact: true }).check();
  await answer(page, copies, "Không");
  await page.getByRole("checkbox", { name: "Tôi cam đoan" }).check();
}

/** Who asks, the child and the mother, up to the page of the father, who is left out. */
export async function declareChildAndMother(page: Page): Promise<void> {
  await pick(page, "Quan hệ với người được khai sinh", "Mẹ");
  await type(page, "Ngày, tháng, năm sinh của người yêu cầu", "15/3/1990");
  await goOn(page, "Người được khai sinh");
  await type(page, "Họ, chữ đệm, tên của người được khai sinh", "Trần Minh Thử");
  await type(page, "Ngày, tháng, năm sinh của người được khai sinh", "5/10/2024");
  await answer(page, "Giới tính của người được khai sinh", "Nữ");
  await pick(page, "Dân tộc của người được khai sinh", "Kinh");
  await pick(page, "Quốc tịch của người được khai sinh", "Việt Nam");
  await enterPlace(page, "Nơi sinh");
  await enterPlace(page, "Quê quán");
  await goOn(page, "Mẹ");
  await type(page, "Họ, chữ đệm, tên của mẹ", "Nguyễn Thị Thử");
  await type(page, "Ngày, tháng, năm sinh của mẹ", "1990");
  await pick(page, "Dân tộc của mẹ", "Kinh");
  await pick(page, "Quốc tịch của mẹ", "Việt Nam");
  await type(page, "Số định danh cá nhân của mẹ", "045190009999");
  await goOn(page, "Cha");
}

/** A daughter declares who has died: two pages, up to the one of the death itself. */
export async function declareDeceased(page: Page): Promise<void> {
  await pick(page, "Quan hệ với người chết", "Con");
  await type(page, "Ngày, tháng, năm sinh của người yêu cầu", "15/3/1975");
  await goOn(page, "Người chết");
  await type(page, "Họ của người chết", "Nguyễn");
  await type(page, "Tên của người chết", "Thử");
  await type(page, "Ngày, tháng, năm sinh của người chết", "1940");
  await answer(page, "Giới tính của người chết", "Nam");
  await pick(page, "Dân tộc của người chết", "Kinh");
  await answer(page, "Loại nơi cư trú cuối cùng của người chết", "Thường trú");
  await enterPlace(page, "Nơi cư trú cuối cùng của người chết");
  await goOn(page, "Sự kiện chết");
}

/** From the last page of the form, over the declarations, to the papers. */
export async function readOver(page: Page): Promise<void> {
  await goOn(page, "Xem lại các tờ khai chi tiết");
  await goOn(page, "Đính kèm thành phần hồ sơ");
}

/** Says that none of the papers which only some situations ask for is needed. */
export async function needsNoOtherPaper(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Tiếp tục" })).toBeVisible();
  const questions = page.getByRole("radio", { name: "Không", exact: true });
  for (const question of await questions.all()) await question.check();
}

/** The place on the page where a paper is attached. */
export const paperNamed = (page: Page, label: string): Locator =>
  page.locator(".attachment").filter({ hasText: label });

/** Chooses a file for a paper. */
export const chooseFile = (page: Page, label: string, file: ChosenFile | ChosenFile[]): Promise<void> =>
  page.getByLabel(label).setInputFiles(file);

/** Attaches a file to a paper and waits until the agency has it. */
export async function attach(page: Page, label: string, file: ChosenFile): Promise<void> {
  await chooseFile(page, label, file);
  await expect(paperNamed(page, label).getByText("Cơ quan đã nhận")).toBeVisible();
}

/** Attaches a file to every paper on the page. */
export async function attachToEach(page: Page, file: () => ChosenFile): Promise<void> {
  for (const asked of await page.locator(".attachment").all()) {
    await asked.locator("input[type=file]").setInputFiles(file());
    await expect(asked.getByText("Cơ quan đã nhận")).toBeVisible();
  }
}

/** How the result is to come. */
export async function chooseDelivery(page: Page, words: string): Promise<void> {
  await answer(page, "Bạn muốn nhận kết quả bằng cách nào?", words);
  await goOn(page, "Hoàn thiện gửi hồ sơ");
}

/** «Gửi hồ sơ»; gives the dossier's code as it stands on the receipt. */
export async function send(page: Page): Promise<string> {
  await press(page, "Gửi hồ sơ");
  await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
  const code = page.locator(".receipt__code").getByText(CODE);
  await expect(code).toBeVisible();
  return (await code.innerText()).trim();
}

/** What a dossier's code looks like: `H50.19.360-261122-0001`. */
export const CODE = /^H\d{2}(\.\d+)*-\d{6}-\d{4}$/;
