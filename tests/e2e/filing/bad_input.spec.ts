// Every field against what may be put into it: a clear sentence at the place, and nothing typed is thrown away.

import type { Locator, Page } from "@playwright/test";

import { BLANK, EMOJI, LONG, LONG_NUMBER, MARKUP, TURNED, takenApart } from "../../kit/bad_text";
import { agree, enterCode, heading, pick, pickPlace, press, problems, send, type } from "../../kit/citizen";
import { BIRTH, COPY, birthAnswers, decided, drafted, placeNamed, readyToSend, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

type Case = [typed: string, said: RegExp];

/** Types each text, presses the button, and expects the sentence at the field and the text still in it. */
async function refuses(page: Page, field: Locator, button: string, cases: Case[]): Promise<void> {
  for (const [typed, said] of cases) {
    await field.fill(typed);
    await press(page, button);
    await expect(field, `after ${JSON.stringify(typed.slice(0, 20))}`).toHaveAccessibleDescription(said);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    if (typed.trim()) await expect(field).toHaveValue(typed.replaceAll("\t", ""));
  }
}

/** Free text may hold any sign; what nobody can see is left out once the field is left. */
async function dropsTheHiddenMark(field: Locator): Promise<void> {
  await field.fill(TURNED);
  await field.blur();
  await expect(field).toHaveValue("Lan");
}

const textbox = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });

test("registering: every field says what is wrong with it, and accents that came apart are put together", async ({ page, person }) => {
  await page.goto("/register/phone");
  await test.step("the name", () =>
    refuses(page, textbox(page, "Họ và tên"), "Đăng ký", [
      ["", /Hãy nhập họ và tên\./],
      [BLANK, /Hãy nhập họ và tên\./],
      [LONG, /dài quá 100 chữ/],
      [EMOJI, /chỉ gồm chữ cái/],
      [MARKUP, /chỉ gồm chữ cái/],
      ["Lan 2", /chỉ gồm chữ cái/],
      [TURNED, /ký tự ẩn/],
    ]));
  await test.step("the identity number", () =>
    refuses(page, textbox(page, "Số định danh / CCCD / CMND"), "Đăng ký", [
      ["", /Hãy nhập số định danh/],
      [BLANK, /Hãy nhập số định danh/],
      [LONG_NUMBER, /12 chữ số|chỉ gồm chữ số/],
      [LONG, /chỉ gồm chữ số/],
      [EMOJI, /chỉ gồm chữ số/],
      [MARKUP, /chỉ gồm chữ số/],
      [TURNED, /chỉ gồm chữ số/],
      ["04519000123", /Hãy đếm lại/],
    ]));
  await test.step("the phone number", () => {
    const wrong = /10 chữ số và bắt đầu bằng/;
    return refuses(page, textbox(page, "Số điện thoại di động"), "Đăng ký", [
      ["", /Hãy nhập số điện thoại/],
      [BLANK, /Hãy nhập số điện thoại/],
      [LONG_NUMBER, wrong],
      [EMOJI, wrong],
      [MARKUP, wrong],
      [TURNED, wrong],
      ["0212345678", wrong],
    ]);
  });
  await test.step("the code", async () => {
    await type(page, "Họ và tên", takenApart(person.name));
    await type(page, "Số định danh / CCCD / CMND", person.citizenId);
    await type(page, "Số điện thoại di động", person.phone);
    await agree(page);
    await press(page, "Đăng ký");
    await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
    const wrong = /đúng 6 chữ số|chỉ gồm chữ số/;
    await refuses(page, textbox(page, "Mã xác thực (OTP)"), "Xác nhận", [
      ["", /Hãy nhập mã xác thực/],
      [BLANK, /Hãy nhập mã xác thực/],
      [LONG_NUMBER, wrong],
      [EMOJI, wrong],
      [MARKUP, wrong],
      [TURNED, wrong],
      ["12345", wrong],
    ]);
  });
  await test.step("the password", async () => {
    await enterCode(page, person);
    const password = page.getByLabel("Mật khẩu", { exact: true });
    await refuses(page, password, "Đặt mật khẩu", [
      ["", /Hãy đặt mật khẩu\./],
      ["   ", /ít nhất 8 ký tự/],
      ["ngắn", /ít nhất 8 ký tự/],
      [EMOJI, /ít nhất 8 ký tự/],
      [LONG, /dài quá 128 ký tự/],
      [`${TURNED} Lan Lan`, /ký tự ẩn/],
    ]);
    await password.fill(takenApart(person.password));
    await press(page, "Đặt mật khẩu");
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  });
  await test.step("the name whose accents came apart is the same name", async () => {
    const { id } = await drafted(page, BIRTH);
    await page.goto(`/drafts/${id}/form/1`);
    await expect(textbox(page, "Họ, chữ đệm, tên của người yêu cầu")).toHaveValue(person.name.normalize("NFC"));
  });
});

test("signing in: a wrong number or password is told at its field", async ({ page, watch }) => {
  watch.allowRefusals(401, 403, 422);
  await page.goto("/sign-in");
  const wrong = /Hãy nhập 12 chữ số/;
  await refuses(page, textbox(page, "Số định danh / CCCD hoặc số điện thoại"), "Đăng nhập", [
    ["", /Hãy nhập số định danh, CCCD hoặc số điện thoại\./],
    [BLANK, /Hãy nhập số định danh, CCCD hoặc số điện thoại\./],
    [LONG_NUMBER, wrong],
    [EMOJI, wrong],
    [MARKUP, wrong],
    [TURNED, wrong],
  ]);
  await type(page, "Số định danh / CCCD hoặc số điện thoại", "0912345678");
  await refuses(page, page.getByLabel("Mật khẩu", { exact: true }), "Đăng nhập", [
    ["", /Hãy nhập mật khẩu\./],
    [MARKUP, /Số đã nhập hoặc mật khẩu không đúng/],
    [LONG, /Số đã nhập hoặc mật khẩu không đúng/],
  ]);
});

test("searching: whatever is typed, the page stays and says what it found", async ({ page }) => {
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
  // What holds neither letter nor digit narrows nothing.
  for (const typed of ["", "   ", EMOJI]) {
    await field.fill(typed);
    await expect(page.getByRole("heading", { name: "Có 60 thủ tục" })).toBeVisible();
  }
  for (const typed of [takenApart("kết hôn"), "\u200Ekết hôn"]) {
    await field.fill(typed);
    await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Đăng ký kết hôn");
  }
});

test.describe("declaring", () => {
  test.beforeEach(async ({ page, person }) => signedIn(page, person));

  test("a name or a date that can't be is told at its field", async ({ page }) => {
    const { id } = await drafted(page, BIRTH);
    await page.goto(`/drafts/${id}/form/2`);
    await refuses(page, textbox(page, "Họ, chữ đệm, tên của người được khai sinh"), "Tiếp tục", [
      ["", /Nhập họ, chữ đệm và tên\./],
      [BLANK, /Nhập họ, chữ đệm và tên\./],
      [LONG, /dài quá/],
      [EMOJI, /chỉ gồm chữ cái/],
      [MARKUP, /chỉ gồm chữ cái/],
      [TURNED, /ký tự ẩn/],
    ]);
    const wrong = /Nhập ngày như 15\/03\/2026/;
    const notYet = `01/01/${new Date().getFullYear() + 2}`;
    await refuses(page, textbox(page, "Ngày, tháng, năm sinh của người được khai sinh"), "Tiếp tục", [
      ["", /Nhập ngày như|Hãy trả lời/],
      [LONG_NUMBER, wrong],
      [EMOJI, wrong],
      [MARKUP, wrong],
      [TURNED, wrong],
      ["31/02/2024", /Không có ngày này/],
      [notYet, /Ngày này chưa tới/],
    ]);
  });

  test("a citizen's number, a partial date or a place that can't be is told at its field", async ({ page, person }) => {
    const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
    const { id } = await drafted(page, BIRTH, { ...birthAnswers(person, place), mother_citizen_id: null });
    await page.goto(`/drafts/${id}/form/3`);
    await refuses(page, textbox(page, "Số định danh cá nhân của mẹ"), "Tiếp tục", [
      ["12345", /đủ 12 chữ số; bạn đã nhập 5 chữ số/],
      [LONG_NUMBER, /12 chữ số/],
      [EMOJI, /12 chữ số/],
      [MARKUP, /12 chữ số/],
      [TURNED, /12 chữ số/],
    ]);
    await type(page, "Số định danh cá nhân của mẹ", "");
    await refuses(page, textbox(page, "Ngày, tháng, năm sinh của mẹ"), "Tiếp tục", [
      ["13/1990", /Không có ngày này/],
      ["1/1/40", /đủ 4 chữ số/],
      [LONG_NUMBER, /Nhập ngày như/],
      [EMOJI, /Nhập ngày như/],
      [MARKUP, /Nhập ngày như/],
      [TURNED, /Nhập ngày như/],
    ]);
    const home = page.getByRole("group", { name: "Nơi cư trú của mẹ", exact: true });
    await pickPlace(home);
    const detail = home.getByRole("textbox", { name: "Số nhà, đường" });
    await detail.fill(LONG);
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Nơi cư trú của mẹ");
    await expect(detail).toHaveValue(LONG);
  });

  test("a text too long or a count out of bounds is told at its field", async ({ page, person }) => {
    const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
    const marriage = { parents_married: true, copies_wanted: true };
    const { id } = await drafted(page, BIRTH, { ...birthAnswers(person, place), ...marriage });
    await page.goto(`/drafts/${id}/form/5`);
    await refuses(page, textbox(page, "Số Giấy chứng nhận kết hôn"), "Tiếp tục", [
      ["", /Hãy trả lời câu này/],
      [BLANK, /Hãy trả lời câu này/],
      [LONG, /viết gọn trong 50 ký tự/],
    ]);
    await dropsTheHiddenMark(textbox(page, "Số Giấy chứng nhận kết hôn"));
    await refuses(page, textbox(page, "Số lượng bản sao"), "Tiếp tục", [
      ["", /Hãy trả lời câu này|Chỉ nhập chữ số/],
      ["hai", /Chỉ nhập chữ số/],
      [EMOJI, /Chỉ nhập chữ số/],
      [MARKUP, /Chỉ nhập chữ số/],
      ["0", /không dưới 1\./],
      ["51", /không quá 50\./],
      [LONG_NUMBER, /dài quá/],
    ]);
  });

  test("a long text or a postal address that can't be is told at its field", async ({ page }) => {
    const { id } = await drafted(page, COPY);
    await page.goto(`/drafts/${id}/form/2`);
    await refuses(page, textbox(page, "Nội dung đề nghị"), "Tiếp tục", [
      ["", /Hãy trả lời câu này/],
      [BLANK, /Hãy trả lời câu này/],
      [LONG, /viết gọn trong 4\.?000 ký tự/],
    ]);
    await dropsTheHiddenMark(textbox(page, "Nội dung đề nghị"));
    await page.goto(`/drafts/${id}/delivery`);
    await page.getByRole("radio", { name: "Qua bưu chính công ích" }).check();
    await pickPlace(page);
    const against = (said: RegExp, more: string[] = []): Case[] => ["", BLANK, LONG, ...more].map((typed) => [typed, said]);
    await refuses(page, textbox(page, "Số nhà, đường, thôn, tổ"), "Tiếp tục", against(/Nhập địa chỉ cụ thể/));
    const name = /Nhập họ tên bằng chữ/;
    await refuses(page, textbox(page, "Họ tên người nhận"), "Tiếp tục", against(name, [EMOJI, MARKUP, TURNED]));
    const phone = /Nhập số di động 10 chữ số/;
    await refuses(page, textbox(page, "Số điện thoại người nhận"), "Tiếp tục", against(phone, [EMOJI, MARKUP, TURNED]));
  });

  test("whatever is typed to narrow the communes, the page says what it found", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH}/file`);
    await pick(page, "Tỉnh, thành phố", "Quảng Trị");
    const narrow = textbox(page, "Gõ tên xã, phường");
    for (const typed of [LONG, MARKUP]) {
      await narrow.fill(typed);
      await expect(page.getByText("Không có xã, phường nào như vậy")).toBeVisible();
    }
    const offered = page.getByRole("combobox", { name: "Xã, phường, đặc khu" }).locator("option:not([value=''])");
    for (const typed of [BLANK, EMOJI, TURNED.slice(0, 1)]) {
      await narrow.fill(typed);
      await expect(page.getByText("Không có xã, phường nào như vậy")).toBeHidden();
      expect(await offered.count()).toBeGreaterThan(50);
    }
    await narrow.fill(takenApart("Triệu Phong"));
    await expect(offered).toHaveCount(1);
  });

  test("markup stays text wherever it is shown", async ({ page, person }) => {
    const { id } = await readyToSend(page, person);
    await page.goto(`/drafts/${id}/form/2`);
    await type(page, "Nội dung đề nghị", `${MARKUP} ${EMOJI}`);
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    await page.goto(`/drafts/${id}/declarations`);
    await expect(page.getByText(`${MARKUP} ${EMOJI}`)).toBeVisible();
    await page.goto(`/drafts/${id}/review`);
    const code = await send(page);
    await decided(page, code, "Từ chối tiếp nhận", MARKUP);
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText(MARKUP).first()).toBeVisible();
  });

  test("a double tap on «Gửi hồ sơ» makes one dossier", async ({ page, person }) => {
    const { id } = await readyToSend(page, person);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/submission")) sent.push(request.method());
    });
    await page.goto(`/drafts/${id}/review`);
    // Both presses in one instant, before anything can be drawn anew.
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
