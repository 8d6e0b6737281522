// The same draft on two devices, and two citizens in two tabs of one browser. The app never sends content that the
// citizen hasn't reviewed, and nobody sees another citizen's data.

import type { Page } from "@playwright/test";

import { enterCode, enterPassword, fill, follow, heading, press, selectPlace, sendDossier } from "../../kit/citizen";
import { pdfFile } from "../../kit/files";
import {
  BIRTH_PROCEDURE, COPY_PROCEDURE, createCompleteDraft, createDraft, registerAccount, registerAndSignIn, updateDraft,
  uploadFile,
} from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

/**
 * Opens the declaration from the review page, expects that the declaration contains `text`, and returns to the review
 * page.
 */
async function reviewDeclaration(page: Page, text: string): Promise<void> {
  await page.getByRole("link", { name: /^Xem lại Tờ khai/ }).click();
  // Takes the first match, because the applicant's name appears again at the foot of the declaration.
  await expect(page.getByText(text).first()).toBeVisible();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
}

const CHANGED_ELSEWHERE = /vừa được sửa ở nơi khác, nên chưa gửi/;

test("a draft changed on another device must be reviewed again before it is sent", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(412);
  await registerAndSignIn(page, person);
  const draft = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${draft.id}/declarations`);
  await expect(page.getByText("Đề nghị cấp 2 bản sao")).toBeVisible();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
  await updateDraft(page, draft, { answers: { request: "Đề nghị cấp 5 bản sao." } });
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText(CHANGED_ELSEWHERE)).toBeVisible();
  await reviewDeclaration(page, "Đề nghị cấp 5 bản sao.");
  await sendDossier(page);
});

test("answers from another device that arrive during a save must be reviewed before sending", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(412);
  browserErrors.allowNetworkErrors();
  await registerAndSignIn(page, person);
  const draft = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${draft.id}/form/2`);
  await expect(heading(page, "Nội dung đề nghị")).toBeVisible();
  const drafts = `**/api/drafts/${draft.id}`;
  await page.route(drafts, (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await fill(page, "Ghi chú thêm", "Cần trước Tết.");
  await page.getByRole("textbox", { name: "Nội dung đề nghị" }).focus();
  await expect(page.getByText("Đã lưu trên máy này, chưa gửi được")).toBeVisible();
  await updateDraft(page, draft, { answers: { owner_name: "Người Khác Sửa" } });
  await follow(page, "Xem lại các tờ khai chi tiết");
  await expect(page.getByText("Cần trước Tết.")).toBeVisible();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
  await page.unroute(drafts);
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText(CHANGED_ELSEWHERE)).toBeVisible();
  await reviewDeclaration(page, "Người Khác Sửa");
  await sendDossier(page);
});

test("a file added on another device is shown before the dossier is sent", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(409, 422);
  await registerAndSignIn(page, person);
  const draft = await createCompleteDraft(page, person, BIRTH_PROCEDURE, pdfFile("Giấy chứng sinh.pdf"));
  await page.goto(`/drafts/${draft.id}/review`);
  await expect(page.getByText("Giấy chứng sinh.pdf")).toBeVisible();
  await uploadFile(page, draft, pdfFile("Bản thứ hai.pdf"));
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText(CHANGED_ELSEWHERE)).toBeVisible();
  await expect(page.getByText("Bản thứ hai.pdf")).toBeVisible();
  await sendDossier(page);
});

test("a second citizen who signs in in another tab sees no data of the first one", async ({ page, person, otherPerson, context }) => {
  await registerAccount(page, otherPerson);
  await registerAndSignIn(page, person);
  await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
  await selectPlace(page);
  const secondTab = await context.newPage();
  await secondTab.goto("/sign-in");
  await expect(secondTab.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await press(secondTab, "Đăng xuất");
  await expect(secondTab.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await secondTab.goto("/sign-in");
  await enterPassword(secondTab, otherPerson.phone, otherPerson.password);
  await enterCode(secondTab, otherPerson);
  await expect(secondTab.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await secondTab.close();
  // The first tab has noticed that another citizen is signed in now, so it shows the home page.
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
  await selectPlace(page);
  await press(page, "Thêm mới");
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hồ sơ" })).toHaveValue(otherPerson.name);
});

test("signing out saves typed text first, and warns if saving fails", async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.goto(`/drafts/${id}/form/1`);
  await fill(page, "Họ, chữ đệm, tên của chủ hồ sơ", "Trần Văn Vội");
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

test("going back from the receipt shows that the draft was sent", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(404);
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/delivery`);
  await press(page, "Tiếp tục");
  await sendDossier(page);
  await page.goBack();
  await expect(page.getByText("Hồ sơ này đã được gửi rồi")).toBeVisible();
  await expect(page.getByRole("button", { name: "Thử lại" })).toBeHidden();
  await page.getByRole("main").getByRole("link", { name: "Theo dõi hồ sơ" }).click();
  await expect(page).toHaveURL(/\/dossiers\/H[^/]+$/);
});

test("members added in two tabs at the same time are both kept", async ({ page, person, context, browserErrors }) => {
  browserErrors.allowStatuses(412);
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, "1.004222", { members: [{ name: "Trần Văn Một" }] });
  const secondTab = await context.newPage();
  const names = (tab: Page) => tab.getByRole("textbox", { name: "Họ, chữ đệm và tên của thành viên" });
  for (const tab of [page, secondTab]) {
    await tab.goto(`/drafts/${id}/form/3`);
    await expect(names(tab)).toHaveCount(1);
  }
  const add = async (tab: Page, name: string) => {
    await press(tab, "Thêm thành viên");
    await names(tab).nth(1).fill(name);
    await expect(tab.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  };
  await add(page, "Trần Thị Hai");
  await add(secondTab, "Trần Thị Ba");
  await page.reload();
  await expect(names(page)).toHaveCount(3);
  const listed = await names(page).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(listed.sort()).toEqual(["Trần Thị Ba", "Trần Thị Hai", "Trần Văn Một"]);
});
