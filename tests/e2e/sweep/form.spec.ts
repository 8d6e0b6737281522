// Choosing the agency and filling in forms.

import { heading, pick, press, problems, type } from "../../kit/citizen";
import { formAsWritten, formBreaks, formChanges } from "../../kit/changed_form";
import { deathAnswers } from "../../kit/group_answers";
import { BIRTH, COPY, birthAnswers, drafted, placeNamed, sent, signedIn } from "../../kit/prepared";
import { nothingBeforehand, sweep } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

const CHILD = "Họ, chữ đệm, tên của người được khai sinh";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("who begins a dossier and declares a birth: usable by everybody, in light and in dark", sweep(async ({ page, person }) => {
  const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
  const whole = birthAnswers(person, place);
  return {
    whole: await drafted(page, BIRTH, whole),
    married: await drafted(page, BIRTH, { ...whole, parents_married: true, copies_wanted: true }),
    begun: await drafted(page, BIRTH, {
      requester_relation: "Mẹ", requester_name: person.name, requester_birth_date: "15/03/1990",
      requester_citizen_id: person.citizenId,
    }),
  };
}, [
  ["what to prepare", "for somebody else", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH}/prepare`);
    await page.getByRole("radio", { name: "Tôi nộp giúp người khác" }).check();
  }],
  ["choosing the agency", "with faults", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH}/file`);
    await expect(page.getByRole("combobox", { name: "Tỉnh, thành phố" })).toBeVisible();
    await press(page, "Thêm mới");
    await expect(problems(page)).toContainText("Chọn tỉnh, thành phố, rồi chọn xã, phường");
  }],
  ["choosing the agency", "no commune of that name", async ({ page }) => {
    await pick(page, "Tỉnh, thành phố", "Hồ Chí Minh");
    await type(page, "Gõ tên xã, phường", "không có đâu");
    await expect(page.getByText("Không có xã, phường nào như vậy")).toBeVisible();
  }],
  ["changing the agency", "half chosen", async ({ page, begun }) => {
    await page.goto(`/drafts/${begun.id}/agency`);
    await pick(page, "Tỉnh, thành phố", "Thành phố Hà Nội");
    await expect(page.getByText("Bạn chưa chọn xong nơi nhận hồ sơ")).toBeVisible();
  }],
  ["the form of a birth", "who asks", ({ page, whole }) => onPage(page, whole, 1, "Người yêu cầu")],
  ["the form of a birth", "the child", ({ page, whole }) => onPage(page, whole, 2, "Người được khai sinh")],
  ["the form of a birth", "the mother", ({ page, whole }) => onPage(page, whole, 3, "Mẹ")],
  ["the form of a birth", "the father", ({ page, whole }) => onPage(page, whole, 4, "Cha")],
  ["the form of a birth", "marriage, copies and oath", ({ page, whole }) => onPage(page, whole, 5, "Kết hôn, bản sao")],
  ["the form of a birth", "the mother is offered to be who asks", async ({ page, begun }) => {
    await onPage(page, begun, 3, "Mẹ");
    await expect(page.getByRole("button", { name: "Giống như: Người yêu cầu" })).toBeVisible();
  }],
  ["the form of a birth", "with faults", async ({ page, begun }) => {
    await onPage(page, begun, 2, "Người được khai sinh");
    await type(page, CHILD, "😀");
    await type(page, "Ngày, tháng, năm sinh của người được khai sinh", "31/02/2024");
    await press(page, "Tiếp tục");
    await expect(problems(page)).toBeFocused();
  }],
  ["the form of a birth", "neither parent is named", async ({ page, begun }) => {
    await onPage(page, begun, 4, "Cha");
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("hoặc câu «Họ, chữ đệm, tên của mẹ»");
  }],
  ["the form of a birth", "marriage and copies, with faults", async ({ page, married }) => {
    await onPage(page, married, 5, "Kết hôn, bản sao");
    await type(page, "Số lượng bản sao", "hai");
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Số Giấy chứng nhận kết hôn");
  }],
  ["the form of a birth", "saved on this device alone", async ({ page, watch, begun }) => {
    watch.allowOutage();
    await onPage(page, begun, 2, "Người được khai sinh");
    const saving = `**/api/drafts/${begun.id}`;
    await page.route(saving, (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
    await type(page, CHILD, "Trần Minh Thử");
    await expect(page.getByText("Đã lưu trên máy này, chưa gửi được lên máy chủ")).toBeVisible();
    await page.unroute(saving);
  }],
]));

test("who declares on a form that was answered before or has changed: usable by everybody, in light and in dark", sweep(async ({ page, person }) => {
  await sent(page, person);
  return {
    again: await drafted(page, COPY, { owner_name: "Trần Văn Khác" }),
    older: await drafted(page, COPY, { request: "Hai bản sao cho ông nội.", note: "Cần trước Tết." }),
  };
}, [
  ["the general declaration", "the answers of an earlier dossier are offered", async ({ page, again }) => {
    await onPage(page, again, 1, "Chủ hồ sơ");
    await expect(page.getByText(/^Bạn đã khai mẫu này trong hồ sơ /)).toBeVisible();
  }],
  ["the general declaration", "the answers of an earlier dossier were taken", async ({ page }) => {
    await press(page, "Điền các câu còn trống từ hồ sơ đó");
    await expect(page.getByText("Đã điền các câu còn trống ở: Chủ hồ sơ.")).toBeVisible();
  }],
  ["the general declaration", "it has changed, told on another page", async ({ page, older, watch }) => {
    watch.allowRefusals(422);
    await formChanges(page);
    await onPage(page, older, 1, "Chủ hồ sơ");
    await expect(page.getByText("Mẫu tờ khai đã thay đổi")).toBeVisible();
  }],
  ["the general declaration", "it has changed, with the old answers", async ({ page }) => {
    await page.getByRole("link", { name: "Giấy cần cấp bản sao" }).click();
    await expect(page.getByText("Hai bản sao cho ông nội.")).toBeVisible();
  }],
  ["the general declaration", "an old answer was dropped", async ({ page }) => {
    const gone = page.getByRole("listitem").filter({ hasText: "Cần trước Tết." });
    await gone.getByRole("button", { name: "Bỏ" }).click();
    await expect(page.getByText("Đã bỏ câu trả lời cũ.")).toBeVisible();
  }],
  ["the general declaration", "it can't be used", async ({ page, older }) => {
    await formAsWritten(page);
    await formBreaks(page);
    await page.goto(`/drafts/${older.id}/form/1`);
    await expect(page.getByText("Mẫu tờ khai của thủ tục này bị lỗi")).toBeVisible();
  }],
]));

test("who declares a death, a marital status, a household: usable by everybody, in light and in dark", sweep(nothingBeforehand, [
  ["the form of a death", "who has died", async ({ page, person }) => {
    const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
    const draft = await drafted(page, "1.000656", deathAnswers(person, place));
    await onPage(page, draft, 2, "Người chết");
  }],
  ["the form of a death", "copies and oath", async ({ page }) => {
    await page.goto(page.url().replace("/form/2", "/form/4"));
    await expect(heading(page, "Giấy báo tử, bản sao và cam đoan")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Tôi cam đoan" })).toBeVisible();
  }],
  ["the form of a marital status", "of whom", async ({ page }) => {
    const answers = { requester_relation: "Bản thân", marital_status: "divorced", period_place: "xã Triệu Phong" };
    await onPage(page, await drafted(page, "1.004873", answers), 2, "Người được cấp giấy");
  }],
  ["the form of a marital status", "with faults", async ({ page }) => {
    await page.goto(page.url().replace("/form/2", "/form/3"));
    await expect(page.getByRole("textbox", { name: "Tòa án" })).toBeVisible();
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Từ ngày");
  }],
  ["the form of a household", "with faults", async ({ page }) => {
    const members = [{ name: "Trần Thị Thử" }];
    await onPage(page, await drafted(page, "1.004222", { members }), 1, /./);
    await type(page, "Email của người kê khai", "lan.vn");
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Email của người kê khai");
  }],
  ["the form of a household", "a member with faults", async ({ page }) => {
    await page.goto(page.url().replace("/form/1", "/form/3"));
    await press(page, "Thêm thành viên");
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Thành viên 2");
  }],
  ["the form of a household", "a member was removed", async ({ page }) => {
    await page.getByRole("button", { name: "Xóa Thành viên 1" }).click();
    await expect(page.getByText("Thành viên 1 đã được xóa.")).toBeVisible();
  }],
  ["the declaration of a household", "with a list of members", async ({ page }) => {
    await press(page, "Hoàn tác");
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    await page.goto(page.url().replace(/\/form\/3.*/, "/declarations"));
    await expect(page.getByRole("term").filter({ hasText: "Thành viên 1 – Họ, chữ đệm và tên" })).toBeVisible();
  }],
]));

type Page = import("@playwright/test").Page;

/** Opens a page of a draft's form. */
async function onPage(page: Page, { id }: { id: string }, number: number, title: string | RegExp): Promise<void> {
  await page.goto(`/drafts/${id}/form/${number}`);
  await expect(heading(page, title)).toBeVisible();
  await expect(page.getByRole("button", { name: "Tiếp tục" })).toBeVisible();
}
