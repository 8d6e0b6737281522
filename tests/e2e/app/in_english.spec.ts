// The app in English: what the offices wrote stays in Vietnamese, and a screen reader is told so, word by word.

import type { Page } from "@playwright/test";

import { BIRTH, BIRTH_PAPER, birthAnswers, drafted, placeNamed, sent, signedIn } from "../../kit/prepared";
import { expectSound } from "../../kit/sound";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => {
  await signedIn(page, person);
  await page.addInitScript(() => localStorage.setItem("motcua-language", "en"));
});

/** Texts with Vietnamese letters that would be read as English. */
const misread = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const within = texts.currentNode.parentElement;
      const said = texts.currentNode.textContent?.trim() ?? "";
      const vietnamese = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i.test(said);
      if (vietnamese && within?.closest("[lang]")?.getAttribute("lang") !== "vi") found.push(said);
    }
    return found;
  });

/** A name is a name in any language: `names` may stand anywhere. */
async function expectReadRightly(page: Page, title: string | RegExp, names: string[] = []): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator(".skeleton")).toHaveCount(0);
  expect((await misread(page)).filter((text) => !names.includes(text))).toEqual([]);
  await expectSound(page);
}

test("looking for a procedure", async ({ page }) => {
  await page.goto("/");
  await expectReadRightly(page, "What do you need to do?");
  await page.goto("/procedures");
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expectReadRightly(page, "Online public services");
  await page.goto(`/procedures/${BIRTH}`);
  await expectReadRightly(page, "Đăng ký khai sinh");
});

test("signing in", async ({ page }) => {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await expectReadRightly(page, "Sign in");
});

test("my account", async ({ page, person }) => {
  for (const [address, title] of [
    ["", "My account"], ["/password", "Change the password"], ["/phone", "Change the phone number"],
    ["/devices", "Signed-in devices"], ["/consents", "Your consent"], ["/data", "My data"], ["/close", "Close the account"],
  ] as const) {
    await page.goto(`/account${address}`);
    await expectReadRightly(page, title, [person.name]);
  }
});

test("filing: agency, form, papers, delivery, review", async ({ page, person }) => {
  const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
  const { id } = await drafted(page, BIRTH, birthAnswers(person, place));
  for (const [step, title] of [
    ["agency", /./], ["form/1", "Người yêu cầu"], ["form/2", "Người được khai sinh"], ["form/5", /Kết hôn/],
    ["attachments", /./], ["delivery", /./], ["review", /./],
  ] as const) {
    await page.goto(`/drafts/${id}/${step}`);
    await expectReadRightly(page, title);
  }
  await page.getByRole("button", { name: "Send the dossier" }).click();
  await expect(page.getByRole("alert").locator('[lang="vi"]').first()).toBeVisible();
  expect(await misread(page)).toEqual([]);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(page.locator(`[id="attach-${BIRTH_PAPER}-label"] [lang="vi"]`)).toBeVisible();
});

test("following a dossier", async ({ page, person }) => {
  await drafted(page, BIRTH);
  const { code } = await sent(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(page.getByText(code)).toBeVisible();
  await expectReadRightly(page, "My dossiers");
  for (const address of [`/dossiers/${code}`, `/dossiers/${code}/receipt`]) {
    await page.goto(address);
    await expect(page.getByText(code).first()).toBeVisible();
    await expectReadRightly(page, /./);
  }
});
