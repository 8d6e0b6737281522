// If the applicant is the child's mother, she can copy her details to the page about the mother instead of typing them
// again.

import { BIRTH_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("a mother copies her own details to the page about the mother with one click", async ({ page, person }) => {
  const { id } = await createDraft(page, BIRTH_PROCEDURE, {
    requester_relation: "Mẹ",
    requester_name: person.name,
    requester_birth_date: "15/03/1990",
    requester_citizen_id: person.citizenId,
  });
  await page.goto(`/drafts/${id}/form/3`);
  const copyButton = page.getByRole("button", { name: "Giống như: Người yêu cầu" });
  await expect(copyButton).toBeVisible();
  await copyButton.click();
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của mẹ" })).toHaveValue(person.name);
  await expect(page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của mẹ" })).toHaveValue("15/03/1990");
  await expect(page.getByText("Đã điền giống như: Người yêu cầu")).toBeVisible();
  await expect(copyButton).toBeFocused();
  // The applicant is the mother, so the page about the father has no button to copy the applicant's details.
  await page.goto(`/drafts/${id}/form/4`);
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của cha" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Giống như: Người yêu cầu" })).toHaveCount(0);
});
