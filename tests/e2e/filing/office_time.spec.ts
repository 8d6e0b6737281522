// The day and the hour of the office count, not those of the device. Devices of citizens abroad have another time zone,
// and the clock of some devices is wrong.

import { expectedVietnamTime, vietnamDay } from "../../kit/vietnam_time";
import { heading, press } from "../../kit/citizen";
import { BIRTH_PROCEDURE, createDossier, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

const YEAR_MS = 365 * 86_400_000;

for (const [device, timezoneId, offsetMs] of [
  ["in Los Angeles", "America/Los_Angeles", 0],
  ["in Kiritimati", "Pacific/Kiritimati", 0],
  ["whose clock is a year behind", "America/Los_Angeles", -YEAR_MS],
  ["whose clock is a year ahead", "Asia/Ho_Chi_Minh", YEAR_MS],
] as const) {
  test.describe(`on a device ${device}`, () => {
    test.use({ timezoneId });

    test("today is a birthday, tomorrow isn't, and a receipt shows the time in Vietnam", async ({ page, person }) => {
      await page.clock.install({ time: Date.now() + offsetMs });
      await registerAndSignIn(page, person);
      const { id } = await createDraft(page, BIRTH_PROCEDURE, { requester_relation: "Mẹ" });
      await page.goto(`/drafts/${id}/form/2`);
      const birthday = page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của người được khai sinh" });
      await birthday.fill(vietnamDay(1));
      await press(page, "Tiếp tục");
      await expect(birthday).toHaveAccessibleDescription(/Ngày này chưa tới/);
      await birthday.fill(vietnamDay(0));
      await birthday.blur();
      await expect(birthday).not.toHaveAccessibleDescription(/Ngày này chưa tới/);
      const warning = page.getByText("Đồng hồ của máy này đang sai");
      await expect(warning).toHaveCount(offsetMs === 0 ? 0 : 1);
      const { code } = await createDossier(page, person);
      const sentAt = expectedVietnamTime(Date.now());
      await page.goto(`/dossiers/${code}/receipt`);
      await expect(heading(page, /./)).toBeVisible();
      await expect(page.getByRole("main")).toContainText(sentAt);
    });
  });
}
