// A site that serves the app under `/portal/` as a commune's would: it cuts the path off before the backend sees it,
// and changes the two lines of the page that README.md names.

import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The site: where it is, and how to end it. */
export type Site = { origin: string; end: () => Promise<void> };

/** Begins a site in front of a backend. */
export async function underSubPath(backend: string): Promise<Site> {
  const server = createServer((coming, going) => passOn(backend, coming, going));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const end = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { origin: `http://127.0.0.1:${port}`, end };
}

function passOn(backend: string, coming: IncomingMessage, going: ServerResponse): void {
  const [, path] = /^\/portal(\/.*)/.exec(coming.url ?? "") ?? [];
  if (path === undefined) {
    // The rest of the site has nothing of ours.
    going.writeHead(404).end();
    return;
  }
  const headers = { ...coming.headers, "accept-encoding": "identity" };
  const asked = request(backend + path, { method: coming.method, headers }, async (answer) => {
    if (!answer.headers["content-type"]?.startsWith("text/html")) {
      going.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(going);
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    const page = Buffer.concat(parts).toString();
    const { "content-length": _, ...kept } = answer.headers;
    going.writeHead(answer.statusCode ?? 502, kept);
    going.end(page.replace('<base href="/">', '<base href="/portal/">').replace('content="/api"', 'content="/portal/api"'));
  });
  asked.on("error", () => going.destroy());
  coming.pipe(asked);
}
