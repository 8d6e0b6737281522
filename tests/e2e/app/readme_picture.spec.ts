// Takes the screenshot in README.md: the first screen, a form and a receipt of the real app, side by side. Runs only
// with `make picture`.

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import { heading, sendDossier } from "../../kit/citizen";
import { pdfFile } from "../../kit/files";
import { BIRTH_PROCEDURE, createCompleteDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

test.use({ deviceScaleFactor: 1.5 });

test("takes three screenshots side by side", { tag: "@picture" }, async ({ page, person, browser }) => {
  const screens: Buffer[] = [];
  const takeScreenshot = async () => screens.push(await page.screenshot({ animations: "disabled", caret: "hide" }));
  await page.goto("/");
  await expect(page.locator("#shell")).toHaveCount(0);
  await takeScreenshot();
  const shownPerson = { ...person, name: "Nguyễn Thị Lan" };
  await registerAndSignIn(page, shownPerson);
  const { id } = await createCompleteDraft(page, shownPerson, BIRTH_PROCEDURE, pdfFile("Giấy chứng sinh.pdf"));
  await page.goto(`/drafts/${id}/form/2`);
  await expect(page.getByText("Ngày sinh ghi bằng chữ")).toBeVisible();
  await takeScreenshot();
  await page.goto(`/drafts/${id}/review`);
  await sendDossier(page);
  await expect(heading(page, "Giấy xác nhận")).toBeVisible();
  await takeScreenshot();
  const frame = await browser.newPage({ viewport: { width: 1176, height: 788 }, deviceScaleFactor: 1 });
  const images = screens.map((png) => `<img src="data:image/png;base64,${png.toString("base64")}">`).join("");
  await frame.setContent(`<style>body{margin:0;padding:24px;display:flex;gap:24px;background:#e8e6e1}
    img{width:360px;height:740px;border-radius:12px;box-shadow:0 2px 12px #0003}</style>${images}`);
  const picture = await frame.screenshot();
  expect(picture.length).toBeLessThan(200_000);
  await writeFile(resolve(__dirname, "../../docs/picture.png"), picture);
  await frame.close();
});
