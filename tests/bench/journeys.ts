// Goes through the app as a citizen does, to measure what a whole journey costs.

import type { BrowserContext, Page } from "@playwright/test";

import {
  attachFile, chooseDelivery, continueTo, declineOptionalComponents, fillBirthForm, findProcedure, register,
  sendDossier, startDraft,
} from "../kit/citizen";
import type { Backend } from "../kit/backend";
import { jpegPhoto } from "../kit/files";
import { createPerson } from "../kit/person";
import { canMeasureMemory, rendererPrivateBytes } from "./memory";
import { LineCounter } from "./network";

/** What a journey costs. */
export type JourneyCost = {
  /** Private memory of the renderer at the end. Absent if this system can't tell it. */
  memoryBytes: number | undefined;
  /** Bytes that came over the line, with headers. */
  receivedBytes: number;
};

/** A guest searches, and reads the page of a procedure. */
export async function measureGuest(context: BrowserContext, backend: Backend): Promise<JourneyCost> {
  const page = await context.newPage();
  const line = await LineCounter.attach(await context.newCDPSession(page));
  await findProcedure(page, "khai sinh", "Đăng ký khai sinh");
  return costAtRest(context, page, line);
}

/** A new citizen registers, files a birth registration with one photo, and reads the receipt. */
export async function measureFiling(context: BrowserContext, backend: Backend): Promise<JourneyCost> {
  const page = await context.newPage();
  // The photo is made in another tab, because encoding it takes memory.
  const other = await context.newPage();
  const photo = await jpegPhoto(other);
  await other.close();
  const line = await LineCounter.attach(await context.newCDPSession(page));
  await register(page, createPerson(backend));
  await findProcedure(page, "khai sinh", "Đăng ký khai sinh");
  await startDraft(page);
  await fillBirthForm(page);
  await attachFile(page, "Giấy chứng sinh; không có thì", photo);
  await declineOptionalComponents(page);
  await continueTo(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  await sendDossier(page);
  return costAtRest(context, page, line);
}

async function costAtRest(context: BrowserContext, page: Page, line: LineCounter): Promise<JourneyCost> {
  while (!line.isIdle) await page.waitForTimeout(100);
  const memoryBytes = canMeasureMemory() ? await rendererPrivateBytes(context) : undefined;
  return { memoryBytes, receivedBytes: line.bytes };
}
