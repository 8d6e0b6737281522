// Sites that serve the app otherwise than the backend does: a commune's under `/portal/`, which cuts the path off before
// the backend sees it, and one of another origin, which has no backend at all. Both change the lines of the page that
// README.md names, and pass everything else on.

import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The site: where it is, and how to end it. */
export type Site = { origin: string; end: () => Promise<void> };

/** What a site does to what it passes on. */
type Manner = {
  /** The backend whose files it serves. */
  backend: () => string;
  /** The path there; `undefined` where the site has nothing of ours. */
  path: (asked: string) => string | undefined;
  /** Changes the page. */
  page: (html: string) => string;
  /** Changes the policy that the page comes with. */
  policy?: (policy: string) => string;
};

/** Begins a site with the app under `/portal/`, in front of a backend. */
export const underSubPath = (backend: string): Promise<Site> =>
  begin({
    backend: () => backend,
    path: (asked) => /^\/portal(\/.*)/.exec(asked)?.[1],
    page: (html) =>
      html.replace('<base href="/">', '<base href="/portal/">').replace('content="/api"', 'content="/portal/api"'),
  });

/** Begins a site with the app and without an API: its pages ask a backend of another origin, which may begin later. */
export const ofAnotherOrigin = (backend: () => string): Promise<Site> =>
  begin({
    backend,
    path: (asked) => (asked.startsWith("/api") ? undefined : asked),
    page: (html) => html.replace('content="/api"', `content="${backend()}/api"`),
    policy: (policy) => policy.replace("connect-src 'self'", `connect-src 'self' ${backend()}`),
  });

async function begin(manner: Manner): Promise<Site> {
  const server = createServer((coming, going) => passOn(manner, coming, going));
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

function passOn(manner: Manner, coming: IncomingMessage, going: ServerResponse): void {
  const path = manner.path(coming.url ?? "");
  if (path === undefined) {
    going.writeHead(404).end();
    return;
  }
  const headers = { ...coming.headers, "accept-encoding": "identity" };
  const asked = request(manner.backend() + path, { method: coming.method, headers }, async (answer) => {
    if (!answer.headers["content-type"]?.startsWith("text/html")) {
      going.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(going);
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    const { "content-length": _, "content-security-policy": policy = "", ...kept } = answer.headers;
    const changed = { ...kept, "content-security-policy": manner.policy?.(String(policy)) ?? String(policy) };
    going.writeHead(answer.statusCode ?? 502, changed);
    going.end(manner.page(Buffer.concat(parts).toString()));
  });
  asked.on("error", () => going.destroy());
  coming.pipe(asked);
}
