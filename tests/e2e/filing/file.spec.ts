// Step 4 (R1.18–R1.21, R2.11–R2.12, R4.8–R4.13): agency, form, papers, delivery, review, «Gửi hồ sơ». The birth is filed
// by hand from the first screen to the receipt in app/whole_journey.spec.ts; here each test begins at its own step.

import type { Page } from "@playwright/test";

import {
  answer, attach, beginDraft, chooseDelivery, follow, goOn, heading, needsNoOtherPaper, paperNamed, pick,
  pickPlace, press, problems, readOver, send, type,
} from "../../kit/citizen";
import { paper, photo } from "../../kit/files";
import { holdBack } from "../../kit/held_back";
import { BIRTH, COPY, birthAnswers, drafted, placeNamed, readyToSend, signedIn } from "../../kit/prepared";
import { lineOf } from "../../kit/slow_line";
import { expectFits } from "../../kit/sound";
import { expect, test } from "../../kit/test";

const BIRTH_PAPER_NAME = "Giấy chứng sinh; không có thì";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("the agency is chosen among 34 provinces and their communes, typed without accents", async ({ page }) => {
  await page.goto(`/procedures/${BIRTH}`);
  await follow(page, "Nộp hồ sơ");
  await follow(page, "Tiếp tục");
  const provinces = page.getByRole("combobox", { name: "Tỉnh, thành phố" }).locator("option:not([value=''])");
  await expect(provinces).toHaveCount(34);
  await press(page, "Thêm mới");
  await expect(problems(page)).toContainText("Chọn tỉnh, thành phố, rồi chọn xã, phường");
  await pick(page, "Tỉnh, thành phố", "Hồ Chí Minh");
  const communes = page.getByRole("combobox", { name: "Xã, phường, đặc khu" }).locator("option:not([value=''])");
  await expect(communes).toHaveCount(168);
  await type(page, "Gõ tên xã, phường", "ba diem");
  await expect(communes).toHaveCount(1);
  await type(page, "Gõ tên xã, phường", "không có đâu");
  await expect(page.getByText("Không có xã, phường nào như vậy")).toBeVisible();
  await pickPlace(page);
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
});

test("who names no parent is told so on the page of the second", async ({ page }) => {
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/3`);
  await expect(heading(page, "Mẹ")).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(heading(page, "Cha")).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Họ, chữ đệm, tên của cha: Hãy trả lời câu này, hoặc câu «Họ, chữ đệm, tên của mẹ».");
  await page.goBack();
  await type(page, "Họ, chữ đệm, tên của mẹ", "Trần Thị Lan");
  await page.goto(`/drafts/${id}/form/4`);
  await expect(heading(page, "Cha")).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(heading(page, "Kết hôn, bản sao")).toBeVisible();
});

test("«Tiếp tục» says what is missing and leads to the question", async ({ page }) => {
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/2`);
  await press(page, "Tiếp tục");
  await expect(problems(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await problems(page).getByRole("link", { name: /^Họ, chữ đệm, tên của người được khai sinh/ }).click();
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" })).toBeFocused();
  await follow(page, "Để sau, sang bước tiếp");
  await expect(heading(page, "Mẹ")).toBeVisible();
});

test("what the account knows is filled in already, and a date is read as people write it", async ({ page, person }) => {
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người yêu cầu" })).toHaveValue(person.name);
  await expect(page.getByText("Lấy từ tài khoản, sửa được.").first()).toBeVisible();
  await page.goto(`/drafts/${id}/form/2`);
  const born = page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của người được khai sinh" });
  await born.fill("5.10.2024");
  await born.blur();
  await expect(born).toHaveValue("05/10/2024");
  await expect(page.getByText(/Ngày năm tháng mười năm/i)).toBeVisible();
});

test("a question that no longer applies goes, and its answer comes back with it", async ({ page }) => {
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/5`);
  const married = /^Cha, mẹ có Giấy chứng nhận kết hôn không/;
  await answer(page, married, "Có");
  await type(page, "Số Giấy chứng nhận kết hôn", "25/2020");
  await answer(page, married, "Không");
  await expect(page.getByRole("textbox", { name: "Số Giấy chứng nhận kết hôn" })).toBeHidden();
  await answer(page, married, "Có");
  await expect(page.getByRole("textbox", { name: "Số Giấy chứng nhận kết hôn" })).toHaveValue("25/2020");
});

test("a letter draws nothing anew but its own field", async ({ page, person }) => {
  const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
  const { id } = await drafted(page, BIRTH, birthAnswers(person, place));
  await page.goto(`/drafts/${id}/form/2`);
  const field = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  await expect(field).toBeVisible();
  const letSave = await holdBack(page, `**/api/drafts/${id}`);
  await field.pressSequentially("a");
  // The first letter turns «Đã lưu» into «Đang lưu», and nothing is saved before all are typed.
  await expect(page.getByText("Đang lưu")).toBeVisible();
  const drawn = await field.evaluate(async (input: HTMLInputElement) => {
    const changes: string[] = [];
    const watch = new MutationObserver((seen) => changes.push(...seen.map(({ type, target }) => `${type} ${target.nodeName}`)));
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const letter of "bcdef") {
      input.value += letter;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    return changes;
  });
  await letSave();
  expect(drawn).toEqual([]);
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
});

test("what was typed is saved by itself, survives a reload in the middle of a word, and is there on another device", async ({ page, context }) => {
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/2`);
  const name = (on: Page) => on.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await name(page).fill("Trần Minh");
  await saved;
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  await name(page).fill("Trần Minh Thử");
  await page.reload();
  await expect(name(page)).toHaveValue("Trần Minh Thử");
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  const device = await context.newPage();
  await device.goto(`/drafts/${id}/form/2`);
  await expect(name(device)).toHaveValue("Trần Minh Thử");
});

test("papers are attached, looked at, and taken away again", { tag: "@desktop" }, async ({ page }) => {
  const asked = { requester_relation: "Người được ủy quyền", requester_citizen_id: "045190000001" };
  const { id } = await drafted(page, BIRTH, asked);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  await needsNoOtherPaper(page);
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Chưa có tệp cho: Giấy chứng sinh");
  await attach(page, BIRTH_PAPER_NAME, await photo(page));
  await expect(paperNamed(page, BIRTH_PAPER_NAME).locator("img")).toBeVisible();
  await attach(page, "Văn bản ủy quyền", paper());
  await expectFits(page);
  await paperNamed(page, "Văn bản ủy quyền").getByRole("button", { name: /^Xóa/ }).click();
  await expect(page.getByRole("dialog", { name: "Xóa tệp này?" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Xóa" }).click();
  await expect(paperNamed(page, "Văn bản ủy quyền").getByText("Cơ quan đã nhận")).toBeHidden();
  await page.reload();
  await expect(paperNamed(page, BIRTH_PAPER_NAME).getByRole("button", { name: "Xóa Giấy chứng sinh.jpg" })).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Chưa có tệp cho: Văn bản ủy quyền");
  await attach(page, "Văn bản ủy quyền", paper());
  await goOn(page, "Chọn hình thức nhận kết quả");
});

test("a large photo shows how far it has come", async ({ page }) => {
  const { id } = await drafted(page, BIRTH);
  const chosen = await photo(page);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  const setSpeed = await lineOf(page);
  await setSpeed(500_000);
  await page.getByLabel(BIRTH_PAPER_NAME).setInputFiles(chosen);
  const bar = paperNamed(page, BIRTH_PAPER_NAME).getByRole("progressbar");
  await expect.poll(() => bar.getAttribute("value").then(Number)).toBeGreaterThan(0);
  await expect(page.getByText("Số tệp đang tải lên: 1")).toBeVisible();
  await expectFits(page);
  await setSpeed(-1);
  await expect(paperNamed(page, BIRTH_PAPER_NAME).getByText("Cơ quan đã nhận")).toBeVisible();
});

test("the result may come by post, to an address that is asked for", async ({ page, person }) => {
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/delivery`);
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Hãy chọn một hình thức nhận kết quả.");
  await answer(page, "Bạn muốn nhận kết quả bằng cách nào?", "Qua bưu chính công ích");
  await expect(page.getByRole("textbox", { name: "Họ tên người nhận" })).toHaveValue(person.name);
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Hãy chọn đủ tỉnh và xã nơi nhận.");
  await pickPlace(page);
  await type(page, "Số nhà, đường, thôn, tổ", "Thôn Hà Tây");
  await goOn(page, "Hoàn thiện gửi hồ sơ");
  await expect(page.getByText("Thôn Hà Tây")).toBeVisible();
});

test("one answer is mended from the declaration, and the way leads back to its line", async ({ page, person }) => {
  const { id } = await readyToSend(page, person, BIRTH, paper("Giấy chứng sinh.pdf"));
  await page.goto(`/drafts/${id}/declarations`);
  await expect(page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
  await expect(page.getByText(/Kính gửi: .*Triệu Phong/)).toBeVisible();
  await expect(page.getByText("Trần Minh Thử")).toBeVisible();
  await expect(page.getByText(/^Ngày năm tháng mười năm hai nghìn không trăm hai mươi bốn$/)).toBeVisible();
  await expect(page.getByText(/^Xã Triệu Phong, ngày \d\d tháng \d+ năm \d{4}$/)).toBeVisible();
  await expect(page.getByText("(Ký, ghi rõ họ tên)")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Chưa trả lời").first()).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Sửa Họ, chữ đệm, tên của người được khai sinh" }).click();
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  await expect(name).toBeFocused();
  await name.fill("Trần Minh Sửa");
  await goOn(page, "Xem lại các tờ khai chi tiết");
  await expect(page.getByText("Trần Minh Sửa")).toBeInViewport();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await expect(page.getByText("Giấy chứng sinh.pdf")).toBeVisible();
  await page.getByRole("link", { name: /^Xem lại Tờ khai/ }).click();
  await expect(page.getByText("Trần Minh Sửa")).toBeVisible();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await send(page);
});

test("«Gửi hồ sơ» pressed too early names everything that is missing", async ({ page }) => {
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/review`);
  await press(page, "Gửi hồ sơ");
  await expect(problems(page)).toBeFocused();
  await expect(problems(page)).toContainText("Chưa có tệp cho: Giấy chứng sinh");
  await expect(problems(page)).toContainText("Hãy chọn một hình thức nhận kết quả.");
  await expect(problems(page)).toContainText("Họ, chữ đệm, tên của người được khai sinh");
});

test("a procedure without a form of its own is filed with a general declaration", { tag: "@desktop" }, async ({ page }) => {
  await page.goto(`/procedures/${COPY}`);
  await beginDraft(page);
  await type(page, "Ngày, tháng, năm sinh của chủ hồ sơ", "1990");
  await pickPlace(page.getByRole("group", { name: "Nơi cư trú của chủ hồ sơ" }));
  await goOn(page, "Nội dung đề nghị");
  await type(page, "Nội dung đề nghị", "Đề nghị cấp 2 bản sao trích lục khai tử của ông nội tôi.");
  await page.getByRole("checkbox", { name: "Tôi cam đoan" }).check();
  await readOver(page);
  await needsNoOtherPaper(page);
  await goOn(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tiếp tại nơi nộp");
  await send(page);
});
