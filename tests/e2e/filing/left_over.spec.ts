// Answers from before: a form that changed under a draft, and an earlier dossier on the same form. What was written is
// never thrown away unasked.

import { heading, press, problems } from "../../kit/citizen";
import { COPY, drafted, sent, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("after the form has changed the old answers stay to be read and copied, and are asked again", async ({ page, watch }) => {
  watch.allowRefusals(422);
  const { id } = await drafted(page, COPY, { request: "Hai bản sao cho ông nội.", note: "Cần trước Tết." });
  await page.route("**/api/forms/general-declaration", async (route) => {
    const answer = await route.fetch();
    const form = await answer.json();
    form.version += 1;
    form.schema.properties.request = { title: "Giấy cần cấp bản sao", type: "string", enum: ["Khai sinh", "Khai tử"] };
    delete form.schema.properties.note;
    for (const page of form.ui_schema.elements) drop(page, "#/properties/note");
    delete form.ui_schema.elements[1].elements?.[0]?.options;
    await route.fulfill({ response: answer, json: form });
  });
  // In full it stands where it is asked again; every other page leads there.
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByText("Mẫu tờ khai đã thay đổi")).toBeVisible();
  await expect(page.getByText("Hai bản sao cho ông nội.")).toHaveCount(0);
  await page.getByRole("link", { name: "Giấy cần cấp bản sao" }).click();
  await expect(page.getByText("Mẫu tờ khai đã thay đổi")).toBeVisible();
  await expect(page.getByText("Hai bản sao cho ông nội.")).toBeVisible();
  await expect(page.getByText("Cần trước Tết.")).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Giấy cần cấp bản sao");
  await expect(page.getByText("Hai bản sao cho ông nội.")).toBeVisible();
  const gone = page.getByRole("listitem").filter({ hasText: "Cần trước Tết." });
  await gone.getByRole("button", { name: "Bỏ" }).click();
  await expect(page.getByText("Cần trước Tết.")).toHaveCount(0);
  // A slip of the finger takes nothing away for good.
  await press(page, "Hoàn tác");
  await expect(page.getByText("Cần trước Tết.")).toBeVisible();
  await gone.getByRole("button", { name: "Bỏ" }).click();
  await expect(page.getByText("Đã bỏ câu trả lời cũ.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Hai bản sao cho ông nội.")).toBeVisible();
  await expect(page.getByText("Cần trước Tết.")).toHaveCount(0);
});

test("a form that the app can't use is told as such, by name, and not as a busy server", async ({ page }) => {
  const { id } = await drafted(page, COPY);
  await page.route("**/api/forms/general-declaration", async (route) => {
    const answer = await route.fetch();
    const form = await answer.json();
    form.ui_schema.elements[0].slider = true;
    await route.fulfill({ response: answer, json: form });
  });
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByText("Mẫu tờ khai của thủ tục này bị lỗi")).toBeVisible();
  await expect(page.getByText("slider")).toBeVisible();
});

test("the answers of an earlier dossier fill what is empty, and nothing that was answered", async ({ page, person }) => {
  await sent(page, person);
  const { id } = await drafted(page, COPY, { owner_name: "Trần Văn Khác" });
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByText(/^Bạn đã khai mẫu này trong hồ sơ /)).toBeVisible();
  const take = page.getByRole("button", { name: "Điền các câu còn trống từ hồ sơ đó" });
  await take.click();
  await expect(page.getByText("Đã điền các câu còn trống ở: Chủ hồ sơ.")).toBeVisible();
  // Whoever uses a keyboard continues from the same place.
  await expect(take).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hồ sơ" })).toHaveValue("Trần Văn Khác");
  await expect(page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của chủ hồ sơ" })).toHaveValue("1990");
  await press(page, "Tiếp tục");
  await expect(heading(page, "Nội dung đề nghị")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Tôi cam đoan" })).not.toBeChecked();
  // What was asked for that time is not asked for again.
  await expect(page.getByRole("textbox", { name: "Nội dung đề nghị" })).toHaveValue("");
});

type Layout = { scope?: string; elements?: Layout[] };

/** Takes a control out of a layout, however deep it stands. */
function drop(layout: Layout, scope: string): void {
  layout.elements = layout.elements?.filter((element) => element.scope !== scope);
  for (const element of layout.elements ?? []) drop(element, scope);
}
