// A second device of a person. It is a separate browser context that signs in through the API.

import type { Browser, BrowserContext } from "@playwright/test";

import type { Backend } from "./backend";
import type { Person } from "./person";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
const headers = { "Motcua-Request": "1" };

/**
 * Signs the person in on a second device, and returns the device's browser context. The caller must close this context.
 */
export async function signInOnOtherDevice(browser: Browser, backend: Backend, person: Person): Promise<BrowserContext> {
  const device = await browser.newContext({ baseURL: backend.origin, userAgent: FIREFOX });
  const data = { identifier: person.phone, password: person.password };
  const started = await device.request.post("/api/sign-ins", { data, headers });
  const { id } = (await started.json()) as { id: string };
  const code = await person.lastCode();
  const signedIn = await device.request.post(`/api/challenges/${id}/code`, { data: { code }, headers });
  if (!signedIn.ok()) throw new Error(`signing in on another device was answered ${signedIn.status()}`);
  return device;
}
