// Reverse proxies in front of the backend, for two deployments that README.md describes. One serves app and API under
// `/portal/` and removes this prefix before it forwards a request. The other serves only the app, so that the API is on
// another origin. Both change the two lines of `index.html` that README.md names and forward everything else unchanged.

import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A running proxy: its origin, and a function that stops it. */
export type ProxyServer = { origin: string; stop: () => Promise<void> };

/** How a proxy changes requests and responses. */
type ProxyRules = {
  /** Origin of the backend. */
  backend: () => string;
  /** Path at the backend for a requested path; `undefined` is answered with 404. */
  path: (requestedPath: string) => string | undefined;
  /** Changes an HTML page. */
  page: (html: string) => string;
  /** Changes the content security policy of a page. */
  policy?: (policy: string) => string;
};

/** Serves app and API of a backend under `/portal/`. */
export const serveUnderSubPath = (backend: string): Promise<ProxyServer> =>
  startProxy({
    backend: () => backend,
    path: (requestedPath) => /^\/portal(\/.*)/.exec(requestedPath)?.[1],
    page: (html) =>
      html.replace('<base href="/">', '<base href="/portal/">').replace('content="/api"', 'content="/portal/api"'),
  });

/** Serves the app without its API: pages call the backend's own origin. The backend may be started after the proxy. */
export const serveFromOtherOrigin = (backend: () => string): Promise<ProxyServer> =>
  startProxy({
    backend,
    path: (requestedPath) => (requestedPath.startsWith("/api") ? undefined : requestedPath),
    page: (html) => html.replace('content="/api"', `content="${backend()}/api"`),
    policy: (policy) => policy.replace("connect-src 'self'", `connect-src 'self' ${backend()}`),
  });

async function startProxy(rules: ProxyRules): Promise<ProxyServer> {
  const server = createServer((incoming, outgoing) => forward(rules, incoming, outgoing));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}

function forward(rules: ProxyRules, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const path = rules.path(incoming.url ?? "");
  if (path === undefined) {
    outgoing.writeHead(404).end();
    return;
  }
  const headers = { ...incoming.headers, "accept-encoding": "identity" };
  const upstream = request(rules.backend() + path, { method: incoming.method, headers }, async (response) => {
    if (!response.headers["content-type"]?.startsWith("text/html")) {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
      return;
    }
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece as Buffer);
    const { "content-length": _, "content-security-policy": policy = "", ...headersToKeep } = response.headers;
    const changed = { ...headersToKeep, "content-security-policy": rules.policy?.(String(policy)) ?? String(policy) };
    outgoing.writeHead(response.statusCode ?? 502, changed);
    outgoing.end(rules.page(Buffer.concat(pieces).toString()));
  });
  upstream.on("error", () => outgoing.destroy());
  incoming.pipe(upstream);
}
