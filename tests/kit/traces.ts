// What a visit leaves where others may read it: addresses, titles, the history, the console, and what stays on the
// device. Everything ever put there counts, though it was taken away again before anybody looked; but what the tab keeps
// until it is saved counts only when it is still there.

import type { BrowserContext, Page } from "@playwright/test";

/** Where something was left, and what. */
export type Trace = { where: string; text: string };

/** Gathers the traces of every page of a context. */
export class Traces {
  private readonly left: Trace[] = [];
  private sent = "";

  /** Begins to gather; before the first page is opened. */
  async on(context: BrowserContext): Promise<void> {
    context.on("request", (request) => {
      this.note("address", request.url());
      this.note("referrer", request.headers()["referer"] ?? "");
      const about = (request.headers()["upload-metadata"] ?? "").split(/[ ,]/);
      const named = about.map((word) => Buffer.from(word, "base64").toString());
      this.sent += [request.postData() ?? "", ...named].join("\n");
    });
    context.on("console", (message) => this.note("console", message.text()));
    await context.exposeBinding("traceLeft", (_, where: string, text: string) => this.note(where, text));
    await context.addInitScript(watchPage);
  }

  /** Also notes what stands in the page now: what an earlier visit left is part of it. */
  async look(page: Page): Promise<void> {
    for (const { where, text } of await page.evaluate(everythingKept)) this.note(where, text);
  }

  /** Notes text of elsewhere, such as a log, line by line. */
  note(where: string, text: string): void {
    for (const line of text.split("\n")) this.left.push({ where, text: decoded(line) });
  }

  /** How many traces there are at a place: none would mean that nobody looked. */
  count(where: string): number {
    return this.left.filter((trace) => trace.where === where && trace.text !== "").length;
  }

  /** Where any of these words was left, however it is spelled. */
  of(words: string[]): Trace[] {
    const sought = words.map(bare);
    return this.left.filter(({ text }) => sought.some((word) => bare(text).includes(word)));
  }

  /** Which of these words the app has sent in a request's body or described a file with, as it must. */
  unsent(words: string[]): string[] {
    return words.filter((word) => !bare(this.sent).includes(bare(word)));
  }
}

/** Letters and digits alone, without accents: a name in an address would be spelled so. */
const bare = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}|[^\p{L}\p{N}]/gu, "").toLowerCase().replaceAll("đ", "d");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Runs in the page before anything of the app does. */
function watchPage(): void {
  const { traceLeft } = window as unknown as { traceLeft: (where: string, text: string) => void };
  const tell = (where: string, ...what: unknown[]) => traceLeft(where, what.map((one) => JSON.stringify(one)).join(" "));
  const after = (owner: object, name: string, told: (kept: unknown, words: unknown[]) => void) => {
    const whole = Reflect.get(owner, name) as (...words: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...words: unknown[]) {
      told(this, words);
      return whole.apply(this, words);
    });
  };
  for (const change of ["pushState", "replaceState"]) {
    after(History.prototype, change, (_, words) => tell("history", ...words));
  }
  after(Storage.prototype, "setItem", (shelf, words) => {
    if (shelf === localStorage) tell("local storage", ...words);
  });
  if ("Cache" in window) after(Cache.prototype, "put", (_, [what]) => tell("cache", what instanceof Request ? what.url : what));
  for (const change of ["put", "add"]) after(IDBObjectStore.prototype, change, (_, words) => tell("database", ...words));
  new MutationObserver(() => tell("title", document.title)).observe(document, {
    subtree: true, childList: true, characterData: true,
  });
}

/** Runs in the page. */
async function everythingKept(): Promise<Trace[]> {
  const kept: Trace[] = [
    { where: "title", text: document.title },
    { where: "history", text: `${JSON.stringify(history.state)} ${location.href}` },
    { where: "local storage", text: JSON.stringify(localStorage) },
    { where: "session storage", text: JSON.stringify(sessionStorage) },
    { where: "cookie", text: document.cookie },
  ];
  for (const name of "caches" in window ? await caches.keys() : []) {
    for (const { url } of await (await caches.open(name)).keys()) kept.push({ where: "cache", text: `${name} ${url}` });
  }
  for (const { name } of await indexedDB.databases()) kept.push({ where: "database", text: name ?? "" });
  return kept;
}
