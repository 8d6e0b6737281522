// Puts the parts of the app beside its main wasm, under names made from what is in them, and makes all of it small in
// a release. Trunk runs this when the rest of the app stands in its staging folder.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: profile, CARGO_TARGET_DIR: target } = process.env;
if (!target) throw new Error("run trunk through .ci/with");
const parts = join(target, "wasm-bindgen", profile, "parts");

// --all-features would make a file that browsers refuse. Flattening makes it a hundredth smaller once compressed.
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
const OPTIONS = [...FEATURES.map((name) => `--enable-${name}`), "--flatten", "--rereloop", "-Oz", "-Oz", "--strip-debug", "--strip-producers"];

function made(wasm) {
  if (profile !== "release") return readFileSync(wasm);
  const small = join(parts, "small");
  execFileSync("wasm-opt", [...OPTIONS, wasm, "-o", small], { stdio: ["ignore", "inherit", "inherit"] });
  return readFileSync(small);
}

const script = readdirSync(staging).find((name) => /^motcua-[0-9a-f]+\.js$/.test(name));
if (!script) throw new Error(`no script of the app in ${staging}`);
const trunks = script.slice(0, -".js".length);
const page = join(staging, "index.html");

// One build, one name: a main wasm never meets the parts of another build.
const cut = readdirSync(parts).filter((name) => name.endsWith(".wasm") && name !== "main.wasm");
const wasms = new Map([["bg.wasm", made(join(staging, `${trunks}_bg.wasm`))], ...cut.map((name) => [name, made(join(parts, name))])]);
const loader = readFileSync(join(parts, "__wasm_split.js"), "utf8");
const main = readFileSync(join(staging, script), "utf8");
const hash = createHash("sha256");
for (const content of [main, loader, ...wasms.values()]) hash.update(content);
const build = `motcua-${hash.digest("hex").slice(0, 16)}`;

for (const name of [script, `${trunks}_bg.wasm`]) rmSync(join(staging, name));
for (const [name, content] of wasms) writeFileSync(join(staging, `${build}_${name}`), content);

function replaced(text, from, to, where) {
  if (!text.includes(from)) throw new Error(`${where} doesn't hold ${from}`);
  return text.replaceAll(from, to);
}
let bound = replaced(loader, '"./main.js"', `"./${build}.js"`, "the loader of the parts");
for (const name of cut) bound = replaced(bound, `"./${name}"`, `"./${build}_${name}"`, "the loader of the parts");
writeFileSync(join(staging, `${build}_parts.js`), bound);
// Only where it is imported from: inside the wasm the module keeps its name.
writeFileSync(join(staging, `${build}.js`), replaced(main, 'from "./__wasm_split.js"', `from "./${build}_parts.js"`, script));

// The main script imports the loader: asked for beside it, not after it.
const preload = `<link rel="modulepreload" href="./${build}.js">`;
const html = replaced(readFileSync(page, "utf8"), trunks, build, "index.html");
writeFileSync(page, replaced(html, preload, `${preload}<link rel="modulepreload" href="./${build}_parts.js">`, "index.html"));
rmSync(parts, { recursive: true });
