// The citizen types and leaves the page at once: the words are at the office, or the browser asks first. And an open
// draft is offered when the citizen begins the same procedure again.

import type { Page } from "@playwright/test";

import { COPY_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

const OWNER_NAME = "Họ, chữ đệm, tên của chủ hồ sơ";
const ownerName = (page: Page) => page.getByRole("textbox", { name: OWNER_NAME });

test.beforeEach(async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  browserErrors.allowStatuses(412);
  await registerAndSignIn(page, person);
});

/** Opens the draft and waits until the data that is prefilled from the account is saved. */
async function openSavedDraft(page: Page, id: string): Promise<void> {
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
}

for (const during of ["before they are sent", "while they are being sent"]) {
  test(`words typed just before the citizen leaves, ${during}, are in the draft on another device`, async ({ page, context }) => {
    const { id } = await createDraft(page, COPY_PROCEDURE, { owner_name: "Trần Văn Cũ" });
    await openSavedDraft(page, id);
    await ownerName(page).fill("Trần Văn Một");
    if (during === "while they are being sent") {
      await page.waitForRequest((request) => request.method() === "PATCH");
      await ownerName(page).fill("Trần Văn Hai");
    }
    const last = await ownerName(page).inputValue();
    await page.goto("about:blank");
    const device = await context.newPage();
    const stored = async () => {
      const draft = (await (await device.request.get(`/api/drafts/${id}`)).json()) as { answers: { owner_name?: string } };
      return draft.answers.owner_name;
    };
    await expect.poll(stored).toBe(last);
  });
}

test("on a shared device the browser asks before words are lost", async ({ page }) => {
  const shared = await page.request.patch("/api/session", {
    headers: { "Motcua-Request": "1" },
    data: { shared_device: true },
  });
  expect(shared.status()).toBe(200);
  const { id } = await createDraft(page, COPY_PROCEDURE, { owner_name: "Trần Văn Cũ" });
  await openSavedDraft(page, id);
  await ownerName(page).click();
  await page.keyboard.type("x");
  const dialog = page.waitForEvent("dialog");
  void page.evaluate(() => location.reload());
  const question = await dialog;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await expect(ownerName(page)).toHaveValue(/x/);
});

test("beginning a procedure again offers the open draft first, for whom and how far", async ({ page }) => {
  const { id } = await createDraft(page, COPY_PROCEDURE, { owner_name: "Trần Văn Cũ" });
  await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
  const draft = page.getByRole("link", { name: "Làm tiếp: Cho tôi · Đã khai 1 trên 7 câu bắt buộc" });
  await expect(draft).toHaveAttribute("href", `/drafts/${id}/form/1`);
  await page.goto("/dossiers?tab=new");
  await expect(page.getByText("Cho tôi · Đã khai 1 trên 7 câu bắt buộc")).toBeVisible();
});
