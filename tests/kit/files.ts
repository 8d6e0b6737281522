// Files to upload: valid ones, which other programs can open as well, and invalid ones.

import { deflateSync } from "node:zlib";

import type { Page } from "@playwright/test";

/** A file in the format that Playwright's `setInputFiles` accepts. */
export type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

let cachedPhoto: Buffer | undefined;

/**
 * A JPEG photo of one to three megabytes, encoded by the browser. The photo consists of noise, which can't be
 * compressed to a smaller file.
 */
export async function jpegPhoto(page: Page, name = "Giấy chứng sinh.jpg"): Promise<ChosenFile> {
  cachedPhoto ??= Buffer.from(await page.evaluate(encodeNoisyPhoto), "base64");
  return { name, mimeType: "image/jpeg", buffer: cachedPhoto };
}

/** A small PNG image: one grey square. */
export function pngFile(name = "Thẻ căn cước.png"): ChosenFile {
  const side = 64;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(8, 8);
  const rows = Buffer.alloc((side + 1) * side, 0x99);
  for (let row = 0; row < side; row += 1) rows[row * (side + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, pngChunk("IHDR", header), pngChunk("IDAT", deflateSync(rows)), pngChunk("IEND", Buffer.alloc(0))];
  return { name, mimeType: "image/png", buffer: Buffer.concat(parts) };
}

/** A PDF with one empty page. */
export function pdfFile(name = "Văn bản ủy quyền.pdf"): ChosenFile {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const tableOffset = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.join("")}trailer\n<< /Size 4 /Root 1 0 R >>\n`;
  text += `startxref\n${tableOffset}\n%%EOF\n`;
  return { name, mimeType: "application/pdf", buffer: Buffer.from(text) };
}

/** A PDF of exactly `size` bytes with a digital signature. */
export function signedPdf(size: number, name = "trich-luc.pdf"): ChosenFile {
  const head =
    "%PDF-1.7\n1 0 obj <</Type /Page>> endobj\n2 0 obj <</Type /Sig /ByteRange [0 9 20 5] /Contents <00ff> " +
    "/Name (UBND xa Trieu Phong) /M (D:20261124093000+07'00')>> endobj\n%";
  const end = "\nxref\ntrailer <<>>\nstartxref\n0\n%%EOF\n";
  const buffer = Buffer.alloc(size, "x");
  buffer.write(head, "latin1");
  buffer.write(end, size - end.length, "latin1");
  return { name, mimeType: "application/pdf", buffer };
}

/** A PDF file that contains no byte. */
export const emptyFile = (): ChosenFile => ({ ...pdfFile("Trống.pdf"), buffer: Buffer.alloc(0) });

/** A file that is one byte larger than the backend accepts. */
export async function oversizedFile(page: Page): Promise<ChosenFile> {
  const portal = (await (await page.request.get("/api/portal")).json()) as { uploads: { max_bytes: number } };
  const buffer = Buffer.alloc(portal.uploads.max_bytes + 1, " ");
  pdfFile().buffer.copy(buffer);
  return { ...pdfFile("Quá lớn.pdf"), buffer };
}

/** A PDF that needs a password. */
export function lockedPdf(name = "Sao kê.pdf"): ChosenFile {
  const file = pdfFile(name);
  const text = file.buffer.toString().replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R");
  return { ...file, buffer: Buffer.from(text) };
}

/** A PDF whose download stopped, with zeros in the place of the rest. */
export const zeroedPdf = (): ChosenFile => ({ ...pdfFile("Tải dở.pdf"), buffer: Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(2000)]) });

/** A JPEG photo of which the last part is missing. */
export async function truncatedPhoto(page: Page): Promise<ChosenFile> {
  const file = await jpegPhoto(page, "Ảnh đứt.jpg");
  return { ...file, buffer: file.buffer.subarray(0, Math.floor(file.buffer.length * 0.6)) };
}

/** The beginning of an iPhone's HEIC photo. */
export const heicPhoto = (): ChosenFile => ({ name: "IMG_0001.HEIC", mimeType: "image/heic", buffer: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic") });

/** A PNG image whose name and media type are those of a PDF. */
export const pngNamedPdf = (): ChosenFile => ({ ...pngFile("Ảnh đội tên.pdf"), mimeType: "application/pdf" });

/** A file whose name contains `../`. If the name were used as a path, the file would be written outside its folder. */
export const fileWithPathInName = (): ChosenFile => pdfFile("../../Giấy ra viện.pdf");

/** A file whose name consists of two hundred Vietnamese letters. */
export const fileWithLongName = (): ChosenFile => pdfFile(`${"ế".repeat(200)}.pdf`);

/** One chunk of the PNG format: length, type, content and checksum. */
function pngChunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Returns the CRC-32 of a PNG chunk. It is computed here because `zlib.crc32` needs Node 20.15. */
function crc32(bytes: Buffer): number {
  let checksum = ~0;
  for (const byte of bytes) {
    checksum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) checksum = (checksum >>> 1) ^ (checksum & 1 ? 0xedb88320 : 0);
  }
  return ~checksum >>> 0;
}

/** Encodes an image of random grey pixels as JPEG, and returns it as base64. This function runs inside the page. */
function encodeNoisyPhoto(): Promise<string> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [1600, 1200];
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  const pixels = context.createImageData(canvas.width, canvas.height);
  for (let offset = 0; offset < pixels.data.length; offset += 4) {
    const brightness = 120 + Math.random() * 100;
    [pixels.data[offset], pixels.data[offset + 1], pixels.data[offset + 2], pixels.data[offset + 3]] = [brightness, brightness, brightness, 255];
  }
  context.putImageData(pixels, 0, 0);
  return new Promise((resolve) => {
    canvas.toBlob(
      (blob) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
        if (blob) reader.readAsDataURL(blob);
      },
      "image/jpeg",
      0.9,
    );
  });
}
