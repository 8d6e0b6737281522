// Records what a visit leaves in places where other people could read it: URLs, titles, the history, the console, and the
// browser's storage. Every value is recorded when it is written, even if it is removed later. Session storage is the
// exception: it is recorded only by `recordPageState`, because unsaved text may stay there until it is saved.

import type { BrowserContext, Page } from "@playwright/test";

/** A text and the place where it was found. */
export type Observation = { place: string; text: string };

/** Records the observations of every page of a browser context. */
export class LeakRecorder {
  private readonly observations: Observation[] = [];
  private sent = "";

  /** Starts recording. Must be called before the first page is opened. */
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

  /** Records the present title, history and storage of a page, which includes what earlier visits left. */
  async recordPageState(page: Page): Promise<void> {
    for (const { place, text } of await page.evaluate(readPageState)) this.record(place, text);
  }

  /** Records a text line by line, for example a log. */
  record(place: string, text: string): void {
    for (const line of text.split("\n")) this.observations.push({ place, text: decoded(line) });
  }

  /** Number of non-empty observations at a place. Zero would mean that the recorder didn't work there. */
  count(place: string): number {
    return this.observations.filter((one) => one.place === place && one.text !== "").length;
  }

  /** The observations that contain any of these words, in any spelling. */
  find(words: string[]): Observation[] {
    const searched = words.map(normalize);
    return this.observations.filter(({ text }) => searched.some((word) => normalize(text).includes(word)));
  }

  /** The words that the app never sent in a request body or in a file's upload metadata. */
  notSent(words: string[]): string[] {
    return words.filter((word) => !normalize(this.sent).includes(normalize(word)));
  }
}

/** Keeps letters and digits without accents, in lower case. A name in a URL would be spelled like this. */
const normalize = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}|[^\p{L}\p{N}]/gu, "").toLowerCase().replaceAll("đ", "d");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reports every write to history, storage, caches, databases and title. Runs in the page before the app starts. */
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

/** Reads everything that the page and the browser hold now. Runs in the page. */
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
