// Records what a citizen's visit leaves in places where other people could read it: URLs, titles, the browser's
// history, the console, and the browser's storage. A value is recorded when the app writes it, even if the app removes
// it later. Only session storage is different: unsaved text may stay there until it is saved, so the recorder reads
// session storage only when the test calls `recordPageState`.

import type { BrowserContext, Page } from "@playwright/test";

/** A text that was found, and the place where it was found. */
export type Observation = { place: string; text: string };

/** Records the observations of all pages in one browser context. */
export class LeakRecorder {
  private readonly observations: Observation[] = [];
  private sent = "";

  /** Starts recording. A test must call this function before it opens the first page. */
  async listen(context: BrowserContext): Promise<void> {
    context.on("request", (request) => {
      this.record("address", request.url());
      this.record("referrer", request.headers()["referer"] ?? "");
      const metadata = (request.headers()["upload-metadata"] ?? "").split(/[ ,]/);
      const decodedMetadata = metadata.map((word) => Buffer.from(word, "base64").toString());
      this.sent += [request.postData() ?? "", ...decodedMetadata].join("\n");
    });
    context.on("console", (message) => this.record("console", message.text()));
    await context.exposeBinding("reportObservation", (_, place: string, text: string) => this.record(place, text));
    await context.addInitScript(instrumentPage);
  }

  /**
   * Records the title, the history and the storage of a page as they are now. They include what earlier visits left.
   */
  async recordPageState(page: Page): Promise<void> {
    for (const { place, text } of await page.evaluate(readPageState)) this.record(place, text);
  }

  /** Records a text, for example a log, as one observation for each line. */
  record(place: string, text: string): void {
    for (const line of text.split("\n")) this.observations.push({ place, text: decoded(line) });
  }

  /**
   * Returns the number of non-empty observations at a place. If the number is zero, the recorder doesn't work for this
   * place.
   */
  count(place: string): number {
    return this.observations.filter((one) => one.place === place && one.text !== "").length;
  }

  /** Returns the observations that contain at least one of the `words`, with or without accents and spaces. */
  find(words: string[]): Observation[] {
    const searched = words.map(normalize);
    return this.observations.filter(({ text }) => searched.some((word) => normalize(text).includes(word)));
  }

  /** Returns those of the `words` that the app has sent neither in a request body nor in the metadata of an upload. */
  notSent(words: string[]): string[] {
    return words.filter((word) => !normalize(this.sent).includes(normalize(word)));
  }
}

/**
 * Reduces a text to its letters and digits, in lower case and without accents. In this form, a name can be found even
 * if a URL spells it differently.
 */
const normalize = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}|[^\p{L}\p{N}]/gu, "").toLowerCase().replaceAll("đ", "d");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Reports each value that the app writes to the history, the storage, a cache, a database or the title. This function
 * runs in the page before the app starts.
 */
function instrumentPage(): void {
  const { reportObservation } = window as unknown as { reportObservation: (place: string, text: string) => void };
  const report = (place: string, ...values: unknown[]) =>
    reportObservation(place, values.map((value) => JSON.stringify(value)).join(" "));
  const onCall = (prototype: object, method: string, callback: (self: unknown, args: unknown[]) => void) => {
    const original = Reflect.get(prototype, method) as (...args: unknown[]) => unknown;
    Reflect.set(prototype, method, function (this: unknown, ...args: unknown[]) {
      callback(this, args);
      return original.apply(this, args);
    });
  };
  for (const method of ["pushState", "replaceState"]) {
    onCall(History.prototype, method, (_, args) => report("history", ...args));
  }
  onCall(Storage.prototype, "setItem", (storage, args) => {
    if (storage === localStorage) report("local storage", ...args);
  });
  if ("Cache" in window) {
    onCall(Cache.prototype, "put", (_, [key]) => report("cache", key instanceof Request ? key.url : key));
  }
  for (const method of ["put", "add"]) onCall(IDBObjectStore.prototype, method, (_, args) => report("database", ...args));
  new MutationObserver(() => report("title", document.title)).observe(document, {
    subtree: true, childList: true, characterData: true,
  });
}

/** Returns what the page and the browser's storage contain now. This function runs in the page. */
async function readPageState(): Promise<Observation[]> {
  const found: Observation[] = [
    { place: "title", text: document.title },
    { place: "history", text: `${JSON.stringify(history.state)} ${location.href}` },
    { place: "local storage", text: JSON.stringify(localStorage) },
    { place: "session storage", text: JSON.stringify(sessionStorage) },
    { place: "cookie", text: document.cookie },
  ];
  for (const name of "caches" in window ? await caches.keys() : []) {
    for (const { url } of await (await caches.open(name)).keys()) found.push({ place: "cache", text: `${name} ${url}` });
  }
  for (const { name } of await indexedDB.databases()) found.push({ place: "database", text: name ?? "" });
  return found;
}
