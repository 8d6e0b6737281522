// The optional parts of a backend (`parts` of GET /api/portal): the app shows what the backend has, and hides what it lacks.

import { askAtDesk, askForFee } from "../../kit/officer";
import { createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { heading } from "../../kit/citizen";
import { modifyPortal } from "../../kit/portal";
import { expect, test } from "../../kit/test";

const PARTS = ["payments", "messages", "ratings", "withdrawals", "copies", "notices", "dossier_search", "supplements"];

test("what a backend lacks is hidden, and the rest of each page stays", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  let isOffered = true;
  await modifyPortal(page, (portal) => ({
    ...portal,
    parts: { ...portal.parts, ...Object.fromEntries(PARTS.map((part) => [part, isOffered])) },
  }));
  const { code: asked } = await createDossier(page, person);
  await askAtDesk(page, asked, { reason: "Thiếu giấy báo tử", otherPaper: "Giấy báo tử" });
  const { code: finished } = await createDossier(page, person);
  for (const move of ["Tiếp nhận", "Chuyển xử lý", "Có kết quả"]) await decideDossier(page, finished, move);
  const { code: charged } = await createDossier(page, person);
  await askForFee(page, charged);
  const { fees } = (await (await page.request.get(`/api/dossiers/${charged}`)).json()) as { fees: { id: string }[] };

  for (isOffered of [true, false]) {
    const count = isOffered ? 1 : 0;
    await page.goto("/dossiers?tab=supplement");
    await expect(page.locator(".dossier-cards").getByText(asked)).toBeVisible();
    await expect(page.getByRole("search")).toHaveCount(count);
    await expect(page.getByRole("banner").getByRole("link", { name: /^Thông báo/ })).toHaveCount(count);

    await page.goto(`/dossiers/${asked}`);
    await expect(page.getByText("Thiếu giấy báo tử").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Cơ quan yêu cầu bổ sung" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Bổ sung ngay" })).toHaveCount(count);
    await expect(page.getByRole("heading", { name: "Trao đổi với cơ quan" })).toHaveCount(count);
    await expect(page.getByRole("button", { name: "Rút hồ sơ" })).toHaveCount(count);
    await expect(page.getByRole("link", { name: "Nộp hồ sơ tương tự" })).toHaveCount(count);

    await page.goto(`/dossiers/${finished}`);
    await expect(page.locator(".dossier-status")).toContainText("Đã xử lý xong");
    await expect(page.getByRole("heading", { name: "Đánh giá" })).toHaveCount(count);

    await page.goto(`/dossiers/${charged}/fees/${fees[0]?.id}`);
    await expect(page.getByRole("img", { name: "Mã VietQR để chuyển khoản" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Thanh toán trực tuyến" })).toHaveCount(count);

    await page.goto("/account");
    await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
    await expect(page.getByRole("link", { name: "Đổi mật khẩu" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Cách nhận thông báo" })).toHaveCount(count);
  }
});
