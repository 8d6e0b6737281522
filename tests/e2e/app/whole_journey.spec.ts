// One citizen's whole journey in one go: a newcomer registers, finds «Đăng ký khai sinh», files it with a real
// photo, holds the receipt, and sees it move when the office accepts it.

import {
  attach, beginDraft, chooseDelivery, declareBirth, findProcedure, follow, goOn, heading, needsNoOtherPaper,
  register, send,
} from "../../kit/citizen";
import { photo } from "../../kit/files";
import { decide } from "../../kit/officer";
import { expect, test } from "../../kit/test";

test("from the first screen to «Đang xử lý»", { tag: "@desktop" }, async ({ page, person }) => {
  test.setTimeout(120_000);
  await register(page, person);
  await findProcedure(page, "khai sinh", "Đăng ký khai sinh");
  await beginDraft(page);
  await declareBirth(page);
  const real = await photo(page);
  expect(real.buffer.length).toBeGreaterThan(500_000);
  await attach(page, "Giấy chứng sinh; không có thì", real);
  await needsNoOtherPaper(page);
  await goOn(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  const code = await send(page);
  await follow(page, "Hồ sơ của tôi");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await expect(page.getByText(code)).toBeVisible();
  await decide(page, code, "Tiếp nhận");
  await page.goto("/dossiers?tab=processing");
  await expect(page.getByText(code)).toBeVisible();
});
