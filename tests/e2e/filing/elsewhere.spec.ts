// The same draft on another device, another citizen in another tab: nothing is sent that wasn't read over, and nobody
// sees or inherits what is somebody else's.

import type { Page } from "@playwright/test";

import { enterCode, enterPassword, follow, heading, pickPlace, press, send, type } from "../../kit/citizen";
import { paper } from "../../kit/files";
import { BIRTH, COPY, change, drafted, readyToSend, registered, signedIn, uploaded } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

/** From the last step to the declaration, which says so, and back. */
async function readAgain(page: Page, words: string): Promise<void> {
  await page.getByRole("link", { name: /^Xem lại Tờ khai/ }).click();
  // Who asks stands at the foot as well.
  await expect(page.getByText(words).first()).toBeVisible();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
}

const CHANGED = /vừa được sửa ở nơi khác, nên chưa gửi/;

test("a draft changed elsewhere is shown anew before it is sent", async ({ page, person, watch }) => {
  watch.allowRefusals(412);
  await signedIn(page, person);
  const draft = await readyToSend(page, person);
  await page.goto(`/drafts/${draft.id}/declarations`);
  await expect(page.getByText("Đề nghị cấp 2 bản sao")).toBeVisible();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
  await change(page, draft, { answers: { request: "Đề nghị cấp 5 bản sao." } });
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText(CHANGED)).toBeVisible();
  await readAgain(page, "Đề nghị cấp 5 bản sao.");
  await send(page);
});

test("answers that arrive while the own ones are being saved aren't sent unread", async ({ page, person, watch }) => {
  watch.allowRefusals(412);
  watch.allowOutage();
  await signedIn(page, person);
  const draft = await readyToSend(page, person);
  await page.goto(`/drafts/${draft.id}/form/2`);
  await expect(heading(page, "Nội dung đề nghị")).toBeVisible();
  const drafts = `**/api/drafts/${draft.id}`;
  await page.route(drafts, (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await type(page, "Ghi chú thêm", "Cần trước Tết.");
  await page.getByRole("textbox", { name: "Nội dung đề nghị" }).focus();
  await expect(page.getByText("Đã lưu trên máy này, chưa gửi được")).toBeVisible();
  await change(page, draft, { answers: { owner_name: "Người Khác Sửa" } });
  await follow(page, "Xem lại các tờ khai chi tiết");
  await expect(page.getByText("Cần trước Tết.")).toBeVisible();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
  await page.unroute(drafts);
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText(CHANGED)).toBeVisible();
  await readAgain(page, "Người Khác Sửa");
  await send(page);
});

test("a file added elsewhere is shown before it is sent", async ({ page, person, watch }) => {
  watch.allowRefusals(409, 422);
  await signedIn(page, person);
  const draft = await readyToSend(page, person, BIRTH, paper("Giấy chứng sinh.pdf"));
  await page.goto(`/drafts/${draft.id}/review`);
  await expect(page.getByText("Giấy chứng sinh.pdf")).toBeVisible();
  await uploaded(page, draft, paper("Bản thứ hai.pdf"));
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText(CHANGED)).toBeVisible();
  await expect(page.getByText("Bản thứ hai.pdf")).toBeVisible();
  await send(page);
});

test("another citizen who signs in in another tab finds nothing of the first", async ({ page, person, other, context }) => {
  await registered(page, other);
  await signedIn(page, person);
  await page.goto(`/procedures/${COPY}/file`);
  await pickPlace(page);
  const second = await context.newPage();
  await second.goto("/sign-in");
  await expect(second.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await press(second, "Đăng xuất");
  await expect(second.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await second.goto("/sign-in");
  await enterPassword(second, other.phone, other.password);
  await enterCode(second, other);
  await expect(second.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await second.close();
  // The first tab has heard of both, and begins where anybody does.
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await page.goto(`/procedures/${COPY}/file`);
  await pickPlace(page);
  await press(page, "Thêm mới");
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hồ sơ" })).toHaveValue(other.name);
});

test("signing out right after typing saves it first, and says so when it can't", async ({ page, person, watch }) => {
  watch.allowOutage();
  await signedIn(page, person);
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/form/1`);
  await type(page, "Họ, chữ đệm, tên của chủ hồ sơ", "Trần Văn Vội");
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.goto(`/drafts/${id}/form/1`);
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hồ sơ" });
  await expect(name).toHaveValue("Trần Văn Vội");
  await page.route(`**/api/drafts/${id}`, (route) => route.abort());
  await name.fill("Trần Văn Chậm");
  await press(page, "Đăng xuất");
  await expect(page.getByText("đăng xuất bây giờ là mất")).toBeVisible();
  await expect(name).toHaveValue("Trần Văn Chậm");
  await press(page, "Vẫn đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
});

test("Back from the receipt says that the draft is a dossier now", async ({ page, person, watch }) => {
  watch.allowRefusals(404);
  await signedIn(page, person);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/delivery`);
  await press(page, "Tiếp tục");
  await send(page);
  await page.goBack();
  await expect(page.getByText("Bản nháp này không còn: có thể đã gửi rồi.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Thử lại" })).toBeHidden();
  await page.getByRole("main").getByRole("link", { name: "Hồ sơ của tôi" }).click();
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
});

test("members added in two tabs at once are both in the list", async ({ page, person, context, watch }) => {
  watch.allowRefusals(412);
  await signedIn(page, person);
  const { id } = await drafted(page, "1.004222", { members: [{ name: "Trần Văn Một" }] });
  const other = await context.newPage();
  const names = (tab: Page) => tab.getByRole("textbox", { name: "Họ, chữ đệm và tên của thành viên" });
  for (const tab of [page, other]) {
    await tab.goto(`/drafts/${id}/form/3`);
    await expect(names(tab)).toHaveCount(1);
  }
  const add = async (tab: Page, name: string) => {
    await press(tab, "Thêm thành viên");
    await names(tab).nth(1).fill(name);
    await expect(tab.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  };
  await add(page, "Trần Thị Hai");
  await add(other, "Trần Thị Ba");
  await page.reload();
  await expect(names(page)).toHaveCount(3);
  const listed = await names(page).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(listed.sort()).toEqual(["Trần Thị Ba", "Trần Thị Hai", "Trần Văn Một"]);
});
