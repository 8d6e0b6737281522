// A backend that doesn't have tus says so in `GET /portal`. The app then sends each file in one request.

import { attachFile } from "../../kit/citizen";
import { APP, Backend } from "../../kit/backend";
import { jpegPhoto } from "../../kit/files";
import { BIRTH_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { createPerson } from "../../kit/person";
import { expect, test } from "../../kit/test";

test("a photo is attached to a backend without tus, also after a lost response", async ({ page }) => {
  const backend = await Backend.launch(APP, { flags: ["--without-tus"] });
  await page.goto(backend.origin);
  await registerAndSignIn(page, createPerson(backend));
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  const photo = await jpegPhoto(page);
  let requests = 0;
  // The server receives the first request, but its response is lost.
  await page.route(/\/drafts\/[^/]+\/files$/, async (route) => {
    requests += 1;
    if (requests > 1) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await page.goto(`${backend.origin}/drafts/${id}/attachments`);
  await attachFile(page, "Giấy chứng sinh; không có thì", photo);
  expect(requests).toBe(2);
  await page.reload();
  await expect(page.getByText("Cơ quan đã nhận")).toHaveCount(1);
  await page.goto("about:blank");
  await backend.dispose();
});
