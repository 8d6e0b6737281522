// What the backend offers, changed on its way to the app.

import type { Page } from "@playwright/test";

type Way = { kind: string };
type Portal = { sign_in: Way[]; register: Way[] };

/** The button of the identity provider. */
export const PROVIDER = "Đăng nhập bằng cổng DVC Quốc gia";

/** Has the portal offer an identity provider for registering and signing in, before every other way. */
export async function offersProvider(page: Page): Promise<void> {
  const way = { kind: "single_sign_on", provider: "dvcqg", label: PROVIDER };
  await page.route("**/api/portal", async (route) => {
    const answer = await route.fetch();
    const portal = (await answer.json()) as Portal;
    const first = (ways: Way[]) => [way, ...ways.filter(({ kind }) => kind !== way.kind)];
    const changed = { ...portal, sign_in: first(portal.sign_in), register: first(portal.register) };
    await route.fulfill({ response: answer, json: changed });
  });
}
