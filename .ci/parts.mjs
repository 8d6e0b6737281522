// Puts the parts of the app beside its main wasm, under names that change with every build, and makes all of it
// small in a release. Trunk runs this when the rest of the app stands in its staging folder.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: profile, CARGO_TARGET_DIR: target } = process.env;
const parts = join(target, "wasm-bindgen", profile, "parts");

// --all-features would make a file that browsers refuse. Flattening makes it a hundredth smaller once compressed.
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
const OPTIONS = [...FEATURES.map((name) => `--enable-${name}`), "--flatten", "--rereloop", "-Oz", "-Oz", "--strip-debug", "--strip-producers"];

function place(wasm, name) {
  const file = join(staging, name);
  const beside = `${file}.new`;
  if (profile === "release") execFileSync("wasm-opt", [...OPTIONS, wasm, "-o", beside], { stdio: ["ignore", "inherit", "ignore"] });
  else writeFileSync(beside, readFileSync(wasm));
  renameSync(beside, file);
}

// Trunk's hash is that of the whole app before it was cut.
const script = readdirSync(staging).find((name) => /^motcua-[0-9a-f]+\.js$/.test(name));
const build = script.slice(0, -".js".length);
place(join(staging, `${build}_bg.wasm`), `${build}_bg.wasm`);

const named = new Map([["./main.js", `./${script}`]]);
for (const file of readdirSync(parts).filter((name) => name.endsWith(".wasm") && name !== "main.wasm")) {
  place(join(parts, file), `${build}_${file}`);
  named.set(`./${file}`, `./${build}_${file}`);
}

const rename = (text) => [...named].reduce((done, [from, to]) => done.replaceAll(`"${from}"`, `"${to}"`), text);
const loader = `${build}_parts.js`;
writeFileSync(join(staging, loader), rename(readFileSync(join(parts, "__wasm_split.js"), "utf8")));
// Only where it is imported from: inside the wasm the module keeps its name.
const main = readFileSync(join(staging, script), "utf8");
const bound = main.replaceAll('from "./__wasm_split.js"', `from "./${loader}"`);
if (bound === main) throw new Error(`${script} doesn't import the loader of the parts`);
writeFileSync(join(staging, script), bound);

// The main script imports the loader: asked for beside it, not after it.
const page = join(staging, "index.html");
const preload = `<link rel="modulepreload" href="./${script}">`;
const html = readFileSync(page, "utf8");
if (!html.includes(preload)) throw new Error(`index.html doesn't hold ${preload}`);
writeFileSync(page, html.replace(preload, `${preload}<link rel="modulepreload" href="./${loader}">`));
rmSync(parts, { recursive: true });
