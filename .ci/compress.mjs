// Puts a brotli twin (file.br) beside every text and wasm file of a built app, for the backend to send as it is.
// Never touches the files themselves. index.html.br is written last: its being there says that all of it is done.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const dist = process.argv[2];
const last = join(dist, "index.html");
const worth = /\.(html|css|js|mjs|json|svg|txt|wasm|webmanifest)$/;

const files = readdirSync(dist, { recursive: true })
  .map((name) => join(dist, name))
  .filter((file) => worth.test(file) && file !== last && statSync(file).isFile());

rmSync(`${last}.br`, { force: true });
for (const file of [...files, last]) {
  const plain = readFileSync(file);
  const packed = brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  if (packed.length < plain.length || file === last) writeFileSync(`${file}.br`, packed);
}
