// Invalid text in every kind of field: the field shows an error message that explains what is wrong, and the typed text
// stays.

import type { Locator, Page } from "@playwright/test";

import { BLANK, EMOJI, LONG_NUMBER, LONG_TEXT, MARKUP, RIGHT_TO_LEFT, decompose } from "../../kit/invalid_text";
import {
  enterCode, errorSummary, fill, heading, press, selectOption, selectPlace, sendDossier, tickAllConsents,
} from "../../kit/citizen";
import {
  ALL_PROCEDURES, BIRTH_PROCEDURE, COPY_PROCEDURE, birthAnswers, createCompleteDraft, createDraft, decideDossier, findPlace,
  registerAndSignIn,
} from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

/** A text to type into the field, and the error message that the field must show afterwards. */
type Case = [text: string, message: RegExp];

/**
 * For each case: types the text, presses the button, and expects that the field shows the error message and keeps the
 * text.
 */
async function expectErrors(page: Page, field: Locator, button: string, cases: Case[]): Promise<void> {
  for (const [text, message] of cases) {
    await field.fill(text);
    await press(page, button);
    await expect(field, `after ${JSON.stringify(text.slice(0, 20))}`).toHaveAccessibleDescription(message);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    if (text.trim()) await expect(field).toHaveValue(text.replaceAll("\t", ""));
  }
}

/**
 * Types a text with an invisible character, and expects that the field removes this character when it loses the focus.
 */
async function expectHiddenCharacterRemoved(field: Locator): Promise<void> {
  await field.fill(RIGHT_TO_LEFT);
  await field.blur();
  await expect(field).toHaveValue("Lan");
}

const textbox = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });

test("registering: every field explains its error, and a decomposed name is stored composed (NFC)", async ({ page, person }) => {
  await page.goto("/register/phone");
  await test.step("the name", () =>
    expectErrors(page, textbox(page, "Họ và tên"), "Đăng ký", [
      ["", /Hãy nhập họ và tên\./],
      [BLANK, /Hãy nhập họ và tên\./],
      [LONG_TEXT, /dài quá 100 chữ/],
      [EMOJI, /chỉ gồm chữ cái/],
      [MARKUP, /chỉ gồm chữ cái/],
      ["Lan 2", /chỉ gồm chữ cái/],
      [RIGHT_TO_LEFT, /ký tự ẩn/],
    ]));
  await test.step("the identity number", () =>
    expectErrors(page, textbox(page, "Số định danh / CCCD / CMND"), "Đăng ký", [
      ["", /Hãy nhập số định danh/],
      [BLANK, /Hãy nhập số định danh/],
      [LONG_NUMBER, /12 chữ số|chỉ gồm chữ số/],
      [LONG_TEXT, /chỉ gồm chữ số/],
      [EMOJI, /chỉ gồm chữ số/],
      [MARKUP, /chỉ gồm chữ số/],
      [RIGHT_TO_LEFT, /chỉ gồm chữ số/],
      ["04519000123", /Hãy đếm lại/],
    ]));
  await test.step("the phone number", () => {
    const message = /10 chữ số và bắt đầu bằng/;
    return expectErrors(page, textbox(page, "Số điện thoại di động"), "Đăng ký", [
      ["", /Hãy nhập số điện thoại/],
      [BLANK, /Hãy nhập số điện thoại/],
      [LONG_NUMBER, message],
      [EMOJI, message],
      [MARKUP, message],
      [RIGHT_TO_LEFT, message],
      ["0212345678", message],
    ]);
  });
  await test.step("the code", async () => {
    await fill(page, "Họ và tên", decompose(person.name));
    await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
    await fill(page, "Số điện thoại di động", person.phone);
    await tickAllConsents(page);
    await press(page, "Đăng ký");
    await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
    const message = /đúng 6 chữ số|chỉ gồm chữ số/;
    await expectErrors(page, textbox(page, "Mã xác thực (OTP)"), "Xác nhận", [
      ["", /Hãy nhập mã xác thực/],
      [BLANK, /Hãy nhập mã xác thực/],
      [LONG_NUMBER, message],
      [EMOJI, message],
      [MARKUP, message],
      [RIGHT_TO_LEFT, message],
      ["12345", message],
    ]);
  });
  await test.step("the password", async () => {
    await enterCode(page, person);
    const password = page.getByLabel("Mật khẩu", { exact: true });
    await expectErrors(page, password, "Đặt mật khẩu", [
      ["", /Hãy đặt mật khẩu\./],
      ["   ", /ít nhất 8 ký tự/],
      ["ngắn", /ít nhất 8 ký tự/],
      [EMOJI, /ít nhất 8 ký tự/],
      [LONG_TEXT, /dài quá 128 ký tự/],
      [`${RIGHT_TO_LEFT} Lan Lan`, /ký tự ẩn/],
    ]);
    await password.fill(decompose(person.password));
    await press(page, "Đặt mật khẩu");
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  });
  await test.step("the decomposed name appears composed in a form", async () => {
    const { id } = await createDraft(page, BIRTH_PROCEDURE);
    await page.goto(`/drafts/${id}/form/1`);
    await expect(textbox(page, "Họ, chữ đệm, tên của người yêu cầu")).toHaveValue(person.name.normalize("NFC"));
  });
});

test("signing in: a wrong number or password shows an error at its field", async ({ page, browserErrors }) => {
  browserErrors.allowStatuses(401, 403, 422);
  await page.goto("/sign-in");
  const message = /Hãy nhập 12 chữ số/;
  await expectErrors(page, textbox(page, "Số định danh / CCCD hoặc số điện thoại"), "Đăng nhập", [
    ["", /Hãy nhập số định danh, CCCD hoặc số điện thoại\./],
    [BLANK, /Hãy nhập số định danh, CCCD hoặc số điện thoại\./],
    [LONG_NUMBER, message],
    [EMOJI, message],
    [MARKUP, message],
    [RIGHT_TO_LEFT, message],
  ]);
  await fill(page, "Số định danh / CCCD hoặc số điện thoại", "0912345678");
  await expectErrors(page, page.getByLabel("Mật khẩu", { exact: true }), "Đăng nhập", [
    ["", /Hãy nhập mật khẩu\./],
    [MARKUP, /Số đã nhập hoặc mật khẩu không đúng/],
    [LONG_TEXT, /Số đã nhập hoặc mật khẩu không đúng/],
  ]);
});

test("searching: every text gives a list of results or a message", async ({ page }) => {
  await page.goto("/procedures");
  const field = page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" });
  for (const typed of [LONG_NUMBER, MARKUP]) {
    await field.fill(typed);
    await expect(page.getByRole("heading", { name: "Không tìm thấy thủ tục nào" })).toBeVisible();
    await field.press("Enter");
    await page.reload();
    await expect(field).toHaveValue(typed);
    await expect(page.getByRole("heading", { name: "Không tìm thấy thủ tục nào" })).toBeVisible();
  }
  // A text without any letter or digit doesn't filter the list, so all procedures are shown.
  for (const typed of ["", "   ", EMOJI]) {
    await field.fill(typed);
    await expect(page.getByRole("heading", { name: ALL_PROCEDURES })).toBeVisible();
  }
  for (const typed of [decompose("kết hôn"), "\u200Ekết hôn"]) {
    await field.fill(typed);
    await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Đăng ký kết hôn");
  }
});

test.describe("filling in a form", () => {
  test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

  test("an impossible name or date shows an error at its field", async ({ page }) => {
    const { id } = await createDraft(page, BIRTH_PROCEDURE);
    await page.goto(`/drafts/${id}/form/2`);
    await expectErrors(page, textbox(page, "Họ, chữ đệm, tên của người được khai sinh"), "Tiếp tục", [
      ["", /Nhập họ, chữ đệm và tên\./],
      [BLANK, /Nhập họ, chữ đệm và tên\./],
      [LONG_TEXT, /dài quá/],
      [EMOJI, /chỉ gồm chữ cái/],
      [MARKUP, /chỉ gồm chữ cái/],
      [RIGHT_TO_LEFT, /ký tự ẩn/],
    ]);
    const message = /Nhập ngày như 15\/03\/2026/;
    const futureDate = `01/01/${new Date().getFullYear() + 2}`;
    await expectErrors(page, textbox(page, "Ngày, tháng, năm sinh của người được khai sinh"), "Tiếp tục", [
      ["", /Nhập ngày như|Hãy trả lời/],
      [LONG_NUMBER, message],
      [EMOJI, message],
      [MARKUP, message],
      [RIGHT_TO_LEFT, message],
      ["31/02/2024", /Không có ngày này/],
      [futureDate, /Ngày này chưa tới/],
    ]);
  });

  test("an impossible citizen id, partial date or place shows an error at its field", async ({ page, person }) => {
    const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
    const { id } = await createDraft(page, BIRTH_PROCEDURE, { ...birthAnswers(person, place), mother_citizen_id: null });
    await page.goto(`/drafts/${id}/form/3`);
    await expectErrors(page, textbox(page, "Số định danh cá nhân của mẹ"), "Tiếp tục", [
      ["12345", /đủ 12 chữ số; bạn đã nhập 5 chữ số/],
      [LONG_NUMBER, /12 chữ số/],
      [EMOJI, /12 chữ số/],
      [MARKUP, /12 chữ số/],
      [RIGHT_TO_LEFT, /12 chữ số/],
    ]);
    await fill(page, "Số định danh cá nhân của mẹ", "");
    await expectErrors(page, textbox(page, "Ngày, tháng, năm sinh của mẹ"), "Tiếp tục", [
      ["13/1990", /Không có ngày này/],
      ["1/1/40", /đủ 4 chữ số/],
      [LONG_NUMBER, /Nhập ngày như/],
      [EMOJI, /Nhập ngày như/],
      [MARKUP, /Nhập ngày như/],
      [RIGHT_TO_LEFT, /Nhập ngày như/],
    ]);
    const home = page.getByRole("group", { name: "Nơi cư trú của mẹ", exact: true });
    await selectPlace(home);
    const detail = home.getByRole("textbox", { name: "Số nhà, đường" });
    await detail.fill(LONG_TEXT);
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Nơi cư trú của mẹ");
    await expect(detail).toHaveValue(LONG_TEXT);
  });

  test("a text that is too long or a number out of range shows an error at its field", async ({ page, person }) => {
    const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
    const marriage = { parents_married: true, copies_wanted: true };
    const { id } = await createDraft(page, BIRTH_PROCEDURE, { ...birthAnswers(person, place), ...marriage });
    await page.goto(`/drafts/${id}/form/5`);
    await expectErrors(page, textbox(page, "Số Giấy chứng nhận kết hôn"), "Tiếp tục", [
      ["", /Hãy trả lời câu này/],
      [BLANK, /Hãy trả lời câu này/],
      [LONG_TEXT, /viết gọn trong 50 ký tự/],
    ]);
    await expectHiddenCharacterRemoved(textbox(page, "Số Giấy chứng nhận kết hôn"));
    await expectErrors(page, textbox(page, "Số lượng bản sao"), "Tiếp tục", [
      ["", /Hãy trả lời câu này|Chỉ nhập chữ số/],
      ["hai", /Chỉ nhập chữ số/],
      [EMOJI, /Chỉ nhập chữ số/],
      [MARKUP, /Chỉ nhập chữ số/],
      ["0", /không dưới 1\./],
      ["51", /không quá 50\./],
      [LONG_NUMBER, /dài quá/],
    ]);
  });

  test("an impossible long text or postal address shows an error at its field", async ({ page }) => {
    const { id } = await createDraft(page, COPY_PROCEDURE);
    await page.goto(`/drafts/${id}/form/2`);
    await expectErrors(page, textbox(page, "Nội dung đề nghị"), "Tiếp tục", [
      ["", /Hãy trả lời câu này/],
      [BLANK, /Hãy trả lời câu này/],
      [LONG_TEXT, /viết gọn trong 4\.?000 ký tự/],
    ]);
    await expectHiddenCharacterRemoved(textbox(page, "Nội dung đề nghị"));
    await page.goto(`/drafts/${id}/delivery`);
    await page.getByRole("radio", { name: "Qua bưu chính công ích" }).check();
    await selectPlace(page);
    const casesWith = (said: RegExp, more: string[] = []): Case[] => ["", BLANK, LONG_TEXT, ...more].map((typed) => [typed, said]);
    await expectErrors(page, textbox(page, "Số nhà, đường, thôn, tổ"), "Tiếp tục", casesWith(/Nhập địa chỉ cụ thể/));
    const name = /Nhập họ tên bằng chữ/;
    await expectErrors(page, textbox(page, "Họ tên người nhận"), "Tiếp tục", casesWith(name, [EMOJI, MARKUP, RIGHT_TO_LEFT]));
    const phone = /Nhập số di động 10 chữ số/;
    await expectErrors(page, textbox(page, "Số điện thoại người nhận"), "Tiếp tục", casesWith(phone, [EMOJI, MARKUP, RIGHT_TO_LEFT]));
  });

  test("filtering the communes: every text gives a list or a message", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_PROCEDURE}/file`);
    await selectOption(page, "Tỉnh, thành phố", "Quảng Trị");
    const communeFilter = textbox(page, "Gõ tên xã, phường");
    for (const typed of [LONG_TEXT, MARKUP]) {
      await communeFilter.fill(typed);
      await expect(page.getByText("Không có xã, phường nào như vậy")).toBeVisible();
    }
    const options = page.getByRole("combobox", { name: "Xã, phường, đặc khu" }).locator("option:not([value=''])");
    for (const typed of [BLANK, EMOJI, RIGHT_TO_LEFT.slice(0, 1)]) {
      await communeFilter.fill(typed);
      await expect(page.getByText("Không có xã, phường nào như vậy")).toBeHidden();
      expect(await options.count()).toBeGreaterThan(50);
    }
    await communeFilter.fill(decompose("Triệu Phong"));
    await expect(options).toHaveCount(1);
  });

  test("HTML markup is shown as text on every page", async ({ page, person }) => {
    const { id } = await createCompleteDraft(page, person);
    await page.goto(`/drafts/${id}/form/2`);
    await fill(page, "Nội dung đề nghị", `${MARKUP} ${EMOJI}`);
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    await page.goto(`/drafts/${id}/declarations`);
    await expect(page.getByText(`${MARKUP} ${EMOJI}`)).toBeVisible();
    await page.goto(`/drafts/${id}/review`);
    const code = await sendDossier(page);
    await decideDossier(page, code, "Từ chối tiếp nhận", MARKUP);
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText(MARKUP).first()).toBeVisible();
  });

  test("a double tap on «Gửi hồ sơ» sends one dossier", async ({ page, person }) => {
    const { id } = await createCompleteDraft(page, person);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/submission")) sent.push(request.method());
    });
    await page.goto(`/drafts/${id}/review`);
    // Clicks twice within one task of the browser, so that the app can't render the page between the clicks.
    await page.getByRole("button", { name: "Gửi hồ sơ" }).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
    expect(sent).toEqual(["POST"]);
    await page.goto("/dossiers?tab=new");
    await expect(page.getByRole("link", { name: /^Hồ sơ mới\s*1$/ })).toBeVisible();
  });
});
