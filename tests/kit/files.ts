// Files as citizens have them, and as they shouldn't be. Real ones are whole: other programs open them.

import { deflateSync } from "node:zlib";

import type { Page } from "@playwright/test";

/** A file to choose, as `setInputFiles` takes it. */
export type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

/** The most bytes that the backend of the tests takes. */
export const MOST_BYTES = 10 * 1024 * 1024;

let noise: Buffer | undefined;

/** A real photo: a JPEG of between one and three megabytes, encoded by the browser. */
export async function photo(page: Page, name = "Giấy chứng sinh.jpg"): Promise<ChosenFile> {
  noise ??= Buffer.from(await page.evaluate(encodeNoise), "base64");
  return { name, mimeType: "image/jpeg", buffer: noise };
}

/** A PNG of one grey square. */
export function picture(name = "Thẻ căn cước.png"): ChosenFile {
  const side = 64;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(8, 8);
  const rows = Buffer.alloc((side + 1) * side, 0x99);
  for (let row = 0; row < side; row += 1) rows[row * (side + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return { name, mimeType: "image/png", buffer: Buffer.concat(parts) };
}

/** A PDF of one empty page. */
export function paper(name = "Văn bản ủy quyền.pdf"): ChosenFile {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, number) => {
    const place = text.length;
    text += `${number + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size 4 /Root 1 0 R >>\n`;
  text += `startxref\n${table}\n%%EOF\n`;
  return { name, mimeType: "application/pdf", buffer: Buffer.from(text) };
}

/** A file without a single byte. */
export const nothing = (): ChosenFile => ({ ...paper("Trống.pdf"), buffer: Buffer.alloc(0) });

/** One byte more than is taken. */
export function tooLarge(): ChosenFile {
  const buffer = Buffer.alloc(MOST_BYTES + 1, " ");
  paper().buffer.copy(buffer);
  return { ...paper("Quá lớn.pdf"), buffer };
}

/** A PNG whose name says PDF. */
export const disguised = (): ChosenFile => ({ ...picture("Ảnh đội tên.pdf"), mimeType: "application/pdf" });

/** A name that climbs out of its folder. */
export const climbing = (): ChosenFile => paper("../../Giấy ra viện.pdf");

/** A name of two hundred Vietnamese letters. */
export const longNamed = (): ChosenFile => paper(`${"ế".repeat(200)}.pdf`);

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** The checksum of a PNG's parts; Node brings its own only since 20.15. */
function crc32(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Runs in the page. */
function encodeNoise(): Promise<string> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [1600, 1200];
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const grain = pen.createImageData(canvas.width, canvas.height);
  for (let place = 0; place < grain.data.length; place += 4) {
    const light = 120 + Math.random() * 100;
    [grain.data[place], grain.data[place + 1], grain.data[place + 2], grain.data[place + 3]] = [light, light, light, 255];
  }
  pen.putImageData(grain, 0, 0);
  return new Promise((done) => {
    canvas.toBlob(
      (blob) => {
        const reader = new FileReader();
        reader.onload = () => done(String(reader.result).split(",")[1] ?? "");
        if (blob) reader.readAsDataURL(blob);
      },
      "image/jpeg",
      0.9,
    );
  });
}
