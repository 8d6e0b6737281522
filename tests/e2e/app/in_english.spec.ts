// The app in English. Texts that come from the offices stay Vietnamese. They are marked with `lang="vi"`, so that a
// screen reader pronounces them correctly.

import type { Page } from "@playwright/test";

import {
  BIRTH_CERTIFICATE, BIRTH_PROCEDURE, birthAnswers, createDossier, createDraft, decideDossier, findPlace, registerAndSignIn,
} from "../../kit/api_setup";
import { signedPdf } from "../../kit/files";
import { askAtDesk, askForFee, attachResult, handOver, writeAsOffice } from "../../kit/officer";
import { expectAccessible } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => {
  await registerAndSignIn(page, person);
  await page.addInitScript(() => localStorage.setItem("motcua-language", "en"));
});

/**
 * Returns the texts with Vietnamese letters that aren't marked as Vietnamese. A screen reader would read them as
 * English.
 */
const findUnmarkedVietnamese = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const text = texts.currentNode.textContent?.trim() ?? "";
      const vietnamese = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i.test(text);
      const isAmount = /^[\d.]+ đ$/.test(text);
      if (vietnamese && !isAmount && element?.closest("[lang]")?.getAttribute("lang") !== "vi") found.push(text);
    }
    return found;
  });

/**
 * Expects that every Vietnamese text on the page is marked as Vietnamese. `names` are people's names, which need no
 * mark.
 */
async function expectLanguagesMarked(page: Page, title: string | RegExp, names: string[] = []): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator(".skeleton")).toHaveCount(0);
  expect((await findUnmarkedVietnamese(page)).filter((text) => !names.includes(text))).toEqual([]);
  await expectAccessible(page);
}

test("finding a procedure: Vietnamese text is marked as Vietnamese", async ({ page }) => {
  await page.goto("/");
  await expectLanguagesMarked(page, "What do you need to do?");
  await page.goto("/procedures");
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expectLanguagesMarked(page, "Online public services");
  await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
  await expectLanguagesMarked(page, "Đăng ký khai sinh");
});

test("signing in: Vietnamese text is marked as Vietnamese", async ({ page }) => {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await expectLanguagesMarked(page, "Sign in");
});

test("my account: Vietnamese text is marked as Vietnamese", async ({ page, person }) => {
  for (const [path, title] of [
    ["", "My account"], ["/password", "Change the password"], ["/phone", "Change the phone number"],
    ["/devices", "Signed-in devices"], ["/consents", "Your consent"], ["/data", "My data"], ["/close", "Close the account"],
    ["/notices", "How you get notices"], ["/email", "E-mail address"],
  ] as const) {
    await page.goto(`/account${path}`);
    await expectLanguagesMarked(page, title, [person.name]);
  }
});

test("filing a dossier: Vietnamese text is marked as Vietnamese", async ({ page, person }) => {
  const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
  const { id } = await createDraft(page, BIRTH_PROCEDURE, birthAnswers(person, place));
  for (const [step, title] of [
    ["agency", /./], ["form/1", "Người yêu cầu"], ["form/2", "Người được khai sinh"], ["form/5", /Kết hôn/],
    ["attachments", /./], ["delivery", /./], ["review", /./],
  ] as const) {
    await page.goto(`/drafts/${id}/${step}`);
    await expectLanguagesMarked(page, title);
  }
  await page.getByRole("button", { name: "Send the dossier" }).click();
  await expect(page.locator('.error-summary [lang="vi"]').first()).toBeVisible();
  expect(await findUnmarkedVietnamese(page)).toEqual([]);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(page.locator(`[id="attach-${BIRTH_CERTIFICATE}-label"] [lang="vi"]`)).toBeVisible();
});

test("following a dossier: Vietnamese text is marked as Vietnamese", async ({ page, person }) => {
  await createDraft(page, BIRTH_PROCEDURE);
  const { code } = await createDossier(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(page.getByText(code)).toBeVisible();
  await expectLanguagesMarked(page, "My dossiers");
  for (const path of [`/dossiers/${code}`, `/dossiers/${code}/receipt`]) {
    await page.goto(path);
    await expect(page.getByText(code).first()).toBeVisible();
    await expectLanguagesMarked(page, /./);
  }
});

test("what comes after sending: Vietnamese text is marked as Vietnamese", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await askForFee(page, code);
  const { fees } = (await (await page.request.get(`/api/dossiers/${code}`)).json()) as { fees: { id: string }[] };
  await writeAsOffice(page, code, "Cơ quan đã nhận hồ sơ.");
  const { code: asked } = await createDossier(page, person);
  await askAtDesk(page, asked, { reason: "Thiếu giấy báo tử", items: { "q:request": "Chưa rõ" }, otherPaper: "Giấy báo tử" });
  const { code: finished } = await createDossier(page, person);
  for (const move of ["Tiếp nhận", "Chuyển xử lý"]) await decideDossier(page, finished, move);
  await attachResult(page, finished, signedPdf(3_000), "Trích lục khai sinh");
  await handOver(page, finished);
  for (const [path, title, shown] of [
    [`/dossiers/${code}/fees/${fees[0]?.id}`, "Fee to pay", "Pay online"],
    [`/dossiers/${code}/messages`, "Messages with the office", "Cơ quan đã nhận hồ sơ."],
    [`/dossiers/${code}/reply/message`, "Send a message with files", "Send to the office"],
    [`/dossiers/${asked}`, "Follow the dossier", "Giấy báo tử"],
    [`/dossiers/${asked}/supplement`, "Send what is missing", "Chưa rõ"],
    [`/dossiers/${finished}`, "Follow the dossier", "Digitally signed"],
    ["/notices", "Notices", "The result is ready"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(shown).first()).toBeVisible();
    await expectLanguagesMarked(page, new RegExp(title), [person.name]);
  }
  await page.context().clearCookies();
  await page.goto(`/look-up#${finished}`);
  await page.getByRole("textbox", { name: "Phone or citizen id of the person who filed it" }).fill(person.phone);
  await page.getByRole("button", { name: "Look up", exact: true }).click();
  await expect(page.getByText("Result returned").first()).toBeVisible();
  await expectLanguagesMarked(page, /./);
});
