// A backend that doesn't have tus says so in `GET /portal`. The app then sends each file in one request.

import { attachFile } from "../../kit/citizen";
import { APP, Backend } from "../../kit/backend";
import { jpegPhoto } from "../../kit/files";
import { BIRTH_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test as base } from "../../kit/test";

const test = base.extend({
  backend: async ({}, use) => {
    const backend = await Backend.launch(APP, { flags: ["--without-tus"] });
    await use(backend);
    await backend.dispose();
  },
});

test("a photo is attached to a backend without tus, also after a lost response", async ({ page, person, browserErrors }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  const photo = await jpegPhoto(page);
  let requests = 0;
  // The server receives the first request, but its response is lost: a proxy answers with an error page.
  await page.route(/\/drafts\/[^/]+\/files$/, async (route) => {
    requests += 1;
    if (requests > 1) return route.fallback();
    await route.fetch();
    return route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" });
  });
  browserErrors.allowStatuses(502);
  await page.goto(`/drafts/${id}/attachments`);
  await attachFile(page, "Giấy chứng sinh; không có thì", photo);
  expect(requests).toBe(2);
  await page.reload();
  await expect(page.getByText("Cơ quan đã nhận")).toHaveCount(1);
});
