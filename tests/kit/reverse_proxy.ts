// Reverse proxies in front of the backend, for the two deployments that README.md describes. One proxy serves app and
// API under `/portal/`, and removes this prefix from the requests that it forwards. The other proxy serves only the
// app, so that the API is on another origin. Both proxies change the two lines of `index.html` that README.md names.
// They forward everything else unchanged.

import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A running proxy: the origin at which it can be reached, and a function that stops it. */
export type ProxyServer = { origin: string; stop: () => Promise<void> };

/** How a proxy changes the requests and responses that it forwards. */
type ProxyRules = {
  /** Returns the origin of the backend. */
  backend: () => string;
  /** Maps the path of a request to a path of the backend. If the result is `undefined`, the proxy responds with 404. */
  path: (requestedPath: string) => string | undefined;
  /** Changes the HTML of a page. */
  page: (html: string) => string;
  /** Changes the content security policy of a page. */
  policy?: (policy: string) => string;
};

/** Starts a proxy that serves the app and the API of a backend under `/portal/`. */
export const serveUnderSubPath = (backend: string): Promise<ProxyServer> =>
  startProxy({
    backend: () => backend,
    path: (requestedPath) => /^\/portal(\/.*)/.exec(requestedPath)?.[1],
    page: (html) =>
      html.replace('<base href="/">', '<base href="/portal/">').replace('content="/api"', 'content="/portal/api"'),
  });

/**
 * Starts a proxy that serves the app without its API. The app calls the API at the backend's own origin. `backend`
 * returns this origin and is called for each request, so the backend may start later than the proxy.
 */
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
