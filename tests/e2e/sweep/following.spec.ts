// «Hồ sơ của tôi» and one dossier.

import { heading } from "../../kit/citizen";
import { holdBack } from "../../kit/held_back";
import { BIRTH, decided, drafted, sent, signedIn } from "../../kit/prepared";
import { sweep } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

const DRAFT = "Bản nháp";

test("who follows dossiers: usable by everybody, in light and in dark", sweep(async ({ page, person }) => (await signedIn(page, person), {}), [
  ["my dossiers", "nothing was filed yet", async ({ page }) => {
    await page.goto("/dossiers?tab=new");
    await expect(page.getByRole("link", { name: /^Hồ sơ mới\s*0$/ })).toBeVisible();
  }],
  ["my dossiers", "a draft and a dossier", async ({ page, person }) => {
    await drafted(page, BIRTH);
    const { code } = await sent(page, person);
    await page.goto("/dossiers?tab=new");
    await expect(page.getByText(code)).toBeVisible();
    await expect(page.getByText(DRAFT, { exact: true })).toBeVisible();
  }],
  ["my dossiers", "asked whether to delete a draft", async ({ page }) => {
    await page.getByRole("button", { name: /^Xóa/ }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
  ["my dossiers", "the last tab, empty", async ({ page }) => {
    await page.goto("/dossiers?tab=new");
    await page.getByRole("link", { name: /^Đã hoàn thành trả kết quả/ }).click();
    await expect(page.getByRole("link", { name: /^Đã hoàn thành trả kết quả/ })).toHaveAttribute("aria-current", "page");
  }],
  ["my dossiers", "loading", async ({ page }) => {
    const letCome = await holdBack(page, "**/api/dossiers?*");
    await page.goto("/dossiers?tab=processing");
    await expect(page.locator(".skeleton").first()).toBeVisible();
    void letCome;
  }],
  ["my dossiers", "without a connection", async ({ page, watch }) => {
    watch.allowOutage();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.route("**/api/dossiers?*", (route) => route.abort());
    await page.goto("/dossiers?tab=processing");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" }).first()).toBeVisible();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }],
  ["a dossier", "accepted by the office", async ({ page, person }) => {
    const { code } = await sent(page, person);
    await decided(page, code, "Tiếp nhận");
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Cán bộ tiếp nhận (bản thử)").first()).toBeVisible();
  }],
  ["a dossier", "the office asks for more", async ({ page, person }) => {
    const { code } = await sent(page, person);
    await decided(page, code, "Yêu cầu bổ sung trước tiếp nhận", "Nộp thêm giấy báo tử <bản gốc>");
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Nộp thêm giấy báo tử <bản gốc>").first()).toBeVisible();
  }],
  ["a dossier", "refused by the office", async ({ page, person }) => {
    const { code } = await sent(page, person);
    await decided(page, code, "Từ chối tiếp nhận", "Không thuộc thẩm quyền");
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Không thuộc thẩm quyền").first()).toBeVisible();
  }],
  ["my dossiers", "the second page of a long list", async ({ page }) => {
    for (let number = 0; number < 21; number += 1) await drafted(page, BIRTH);
    await page.goto("/dossiers?tab=new&page=2");
    await expect(page.getByRole("link", { name: "Trang trước" })).toBeVisible();
    await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  }],
]));
