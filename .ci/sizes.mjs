// Prints what the first screen costs to fetch and fails when it is over the budget.
// Counts what index.html names (and what those scripts import), as brotli at quality 11. The parts of the app that
// are fetched later are listed, and not counted.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const KB = 1000;
const BUDGETS = { wasm: 170 * KB, firstScreen: 220 * KB, page: 14 * KB };

const dist = process.argv[2];
const named = new Set(["index.html"]);

// Only what a page or a script of ours can name: a file of this build, by a quoted path.
function follow(file) {
  const text = readFileSync(join(dist, file), "utf8");
  const quoted = file.endsWith(".html")
    ? /\s(?:href|src|data-[a-z-]+)=["']?([^"'\s>]+)/g
    : /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;
  for (const [, reference] of text.matchAll(quoted)) {
    const inBuild = reference.startsWith("/") ? reference.slice(1) : join(dirname(file), reference);
    const path = normalize(inBuild.split(/[?#]/)[0]);
    if (named.has(path) || !/\.\w+$/.test(path)) continue;
    if (!existsSync(join(dist, path)) || !statSync(join(dist, path)).isFile()) continue;
    named.add(path);
    if (/\.m?js$/.test(path)) follow(path);
  }
}
follow("index.html");

function weigh(name) {
  const plain = statSync(join(dist, name)).size;
  const twin = join(dist, `${name}.br`);
  return { name, plain, sent: existsSync(twin) ? statSync(twin).size : plain };
}
const rows = [...named].map(weigh);
const later = readdirSync(dist).filter((name) => name.endsWith(".wasm") && !named.has(name)).map(weigh);

const sum = (some) => some.reduce((total, row) => total + row.sent, 0);
const wasm = rows.filter((row) => row.name.endsWith(".wasm"));
if (wasm.length !== 1 || !rows.some((row) => /\.m?js$/.test(row.name))) {
  console.error(`index.html of ${dist} must name one wasm and its script; it names: ${[...named].join(", ")}`);
  process.exit(1);
}

const kb = (bytes) => `${(bytes / KB).toFixed(1)} kB`.padStart(10);
console.log(`${"plain".padStart(10)}${"brotli".padStart(10)}`);
for (const row of rows) console.log(`${kb(row.plain)}${kb(row.sent)}  ${row.name}`);
for (const row of later) console.log(`${kb(row.plain)}${kb(row.sent)}  ${row.name} (later)`);

const checks = [
  ["main wasm", sum(wasm), BUDGETS.wasm],
  ["first screen", sum(rows), BUDGETS.firstScreen],
  ["index.html", sum(rows.filter((row) => row.name === "index.html")), BUDGETS.page],
];
let over = 0;
for (const [what, size, budget] of checks) {
  const verdict = size > budget ? "OVER" : "ok";
  if (size > budget) over += 1;
  console.log(`${kb(size)} of ${kb(budget).trim()}  ${what}: ${verdict}`);
}
process.exit(over > 0 ? 1 : 0);
