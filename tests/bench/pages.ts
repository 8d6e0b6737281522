// The three pages that are compared. The reference backend serves each of them, so all have the same compression, cache
// headers and security headers.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { APP, Backend } from "../kit/backend";

/** `bare` is plain HTML without a script, `ours` the release build of the app, `react` the same page written in React. */
export const PAGE_NAMES = ["bare", "ours", "react"] as const;
export type PageName = (typeof PAGE_NAMES)[number];

/** A page, and the backend that serves it. */
export type ServedPage = { name: PageName; backend: Backend };

/** Starts a backend for each page. Call `stop` at the end. */
export async function servePages(): Promise<{ pages: ServedPage[]; stop: () => Promise<void> }> {
  const staging = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  const folders = { bare: join(staging, "bare"), ours: APP, react: join(staging, "react") };
  writeBarePage(folders.bare);
  buildReactPage(folders.react);
  const pages: ServedPage[] = [];
  for (const name of PAGE_NAMES) pages.push({ name, backend: await Backend.launch(folders[name]) });
  const stop = async () => {
    for (const { backend } of pages) await backend.dispose();
    rmSync(staging, { recursive: true });
  };
  return { pages, stop };
}

/** Writes the bare page into a new folder. `script` is added to the page, for the tests of the measurement itself. */
export function writeBarePage(folder: string, script?: string): void {
  cpSync(join(__dirname, "bare"), folder, { recursive: true });
  mkdirSync(join(folder, "assets"));
  cpSync(join(__dirname, "style.css"), join(folder, "assets/style.css"));
  if (script !== undefined) {
    const page = join(folder, "index.html");
    const html = readFileSync(page, "utf8").replace("</body>", '<script src="/assets/script.js"></script>\n</body>');
    writeFileSync(page, html);
    writeFileSync(join(folder, "assets/script.js"), script);
  }
  finish(folder);
}

function buildReactPage(folder: string): void {
  const source = join(__dirname, "react");
  execFileSync("npm", ["run", "--silent", "build", "--", "--logLevel", "error"], { cwd: source, stdio: "inherit" });
  cpSync(join(source, "dist"), folder, { recursive: true });
  finish(folder);
}

/** Adds the icon, and a brotli copy of each file with the same settings as in `tools/build/src/compress.rs`. */
function finish(folder: string): void {
  cpSync(join(APP, "icon.svg"), join(folder, "icon.svg"));
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const packed = brotliCompressSync(readFileSync(path), {
      params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22 },
    });
    writeFileSync(`${path}.br`, packed);
  }
}
