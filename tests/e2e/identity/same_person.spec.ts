// Nobody types their own details twice: a mother who files is offered as the mother on the page that asks about her.

import { BIRTH, drafted, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("a mother who files copies her own details onto the page about the mother, with one press", async ({ page, person }) => {
  const { id } = await drafted(page, BIRTH, {
    requester_relation: "Mẹ",
    requester_name: person.name,
    requester_birth_date: "15/03/1990",
    requester_citizen_id: person.citizenId,
  });
  await page.goto(`/drafts/${id}/form/3`);
  const take = page.getByRole("button", { name: "Giống như: Người yêu cầu" });
  await expect(take).toBeVisible();
  await take.click();
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của mẹ" })).toHaveValue(person.name);
  await expect(page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của mẹ" })).toHaveValue("15/03/1990");
  await expect(page.getByText("Đã điền giống như: Người yêu cầu")).toBeVisible();
  await expect(take).toBeFocused();
  // The father is somebody else.
  await page.goto(`/drafts/${id}/form/4`);
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của cha" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Giống như: Người yêu cầu" })).toHaveCount(0);
});
