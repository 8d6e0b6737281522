// The picture in README.md, made from the real app: first screen, form and receipt, side by side. Taken only
// when asked for: TIER=picture playwright test

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import { heading, send } from "../../kit/citizen";
import { paper } from "../../kit/files";
import { BIRTH, readyToSend, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

test.use({ deviceScaleFactor: 1.5 });

test("three screens side by side", { tag: "@picture" }, async ({ page, person, browser }) => {
  const screens: Buffer[] = [];
  const take = async () => screens.push(await page.screenshot({ animations: "disabled", caret: "hide" }));
  await page.goto("/");
  await expect(page.locator("#shell")).toHaveCount(0);
  await take();
  const somebody = { ...person, name: "Nguyễn Thị Lan" };
  await signedIn(page, somebody);
  const { id } = await readyToSend(page, somebody, BIRTH, paper("Giấy chứng sinh.pdf"));
  await page.goto(`/drafts/${id}/form/2`);
  await expect(page.getByText("Ngày sinh ghi bằng chữ")).toBeVisible();
  await take();
  await page.goto(`/drafts/${id}/review`);
  await send(page);
  await expect(heading(page, "Giấy xác nhận")).toBeVisible();
  await take();
  const frame = await browser.newPage({ viewport: { width: 1176, height: 788 }, deviceScaleFactor: 1 });
  const shown = screens.map((png) => `<img src="data:image/png;base64,${png.toString("base64")}">`).join("");
  await frame.setContent(`<style>body{margin:0;padding:24px;display:flex;gap:24px;background:#e8e6e1}
    img{width:360px;height:740px;border-radius:12px;box-shadow:0 2px 12px #0003}</style>${shown}`);
  const picture = await frame.screenshot();
  expect(picture.length).toBeLessThan(200_000);
  await writeFile(resolve(__dirname, "../../docs/picture.png"), picture);
  await frame.close();
});
