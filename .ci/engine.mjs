// Prints what the form engine (domain::form, group and format) adds to the wasm, and fails when it is over its budget.
// Read from the file that cargo makes, where every function still has its name; wasm-opt makes the rest smaller yet.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = 35_000;
const CODE = 10;
const IMPORTS = 2;
const CUSTOM = 0;
const FUNCTION_NAMES = 1;

const bytes = readFileSync(process.argv[2]);
let at = 8;
const number = () => {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
};
const text = () => {
  const length = number();
  at += length;
  return bytes.toString("utf8", at - length, at);
};

let imported = 0;
const bodies = [];
const names = new Map();
while (at < bytes.length) {
  const id = bytes[at++];
  const size = number();
  const end = at + size;
  if (id === IMPORTS) imported = importedFunctions();
  if (id === CODE) readBodies();
  if (id === CUSTOM && text() === "name") readNames(end);
  at = end;
}

function importedFunctions() {
  let functions = 0;
  for (let left = number(); left > 0; left -= 1) {
    text();
    text();
    const kind = bytes[at++];
    if (kind === 0) {
      number();
      functions += 1;
    } else if (kind === 1) {
      at += 1;
      limits();
    } else if (kind === 2) {
      limits();
    } else {
      at += 2;
    }
  }
  return functions;
}

function limits() {
  const most = bytes[at++] & 1;
  number();
  if (most) number();
}

function readBodies() {
  for (let left = number(); left > 0; left -= 1) {
    const size = number();
    bodies.push(bytes.subarray(at, at + size));
    at += size;
  }
}

function readNames(end) {
  while (at < end) {
    const kind = bytes[at++];
    const size = number();
    const next = at + size;
    if (kind === FUNCTION_NAMES) {
      for (let left = number(); left > 0; left -= 1) {
        const index = number();
        names.set(index, text());
      }
    }
    at = next;
  }
}

const isEngine = (name) => /6domain(4form|5group|6format)|domain::(form|group|format)/.test(name);
const engine = bodies.filter((_, index) => isEngine(names.get(imported + index) ?? ""));
if (engine.length === 0) {
  console.error(`${process.argv[2]} has no function of the form engine: is it built with names?`);
  process.exit(1);
}
const code = Buffer.concat(engine);
const sent = brotliCompressSync(code, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length },
}).length;
const kb = (size) => `${(size / 1000).toFixed(1)} kB`.padStart(10);
const verdict = sent > BUDGET ? "OVER" : "ok";
console.log(`${kb(sent)} of ${kb(BUDGET).trim()}  form engine (${engine.length} functions, ${kb(code.length).trim()} plain): ${verdict}`);
process.exit(sent > BUDGET ? 1 : 0);
