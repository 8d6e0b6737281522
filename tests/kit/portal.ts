// What the backend offers, changed on its way to the app.

import type { Page } from "@playwright/test";

type Way = { kind: string };
type Portal = { sign_in: Way[]; register: Way[] };

/** The button of the identity provider. */
export const PROVIDER = "Đăng nhập bằng cổng DVC Quốc gia";

/** Changes the answer to `GET /portal`. */
export async function changePortal(page: Page, change: (portal: Portal) => object | Promise<object>): Promise<void> {
  await page.route("**/api/portal", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: await change((await answer.json()) as Portal) });
  });
}

/** Has the portal offer an identity provider for registering and signing in, before every other way. */
export async function offersProvider(page: Page): Promise<void> {
  const way = { kind: "single_sign_on", provider: "dvcqg", label: PROVIDER };
  const first = (ways: Way[]) => [way, ...ways.filter(({ kind }) => kind !== way.kind)];
  await changePortal(page, (portal) => ({
    ...portal,
    sign_in: first(portal.sign_in),
    register: first(portal.register),
  }));
}
