// Identity providers that none of us wrote, and a backend that sends citizens to them: a real one (oidc-provider, in
// oidc_provider.mjs) and one that does whatever a test tells it to (oauth2-mock-server).

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import type { APIRequestContext, APIResponse } from "@playwright/test";
import { OAuth2Server } from "oauth2-mock-server";

import { APP, Backend } from "./backend";
import { test as base } from "./test";

/** The provider's key in both. */
const KEY = "dvcqg";

/** `test` with a backend whose citizens may come through the real provider. */
export const realProvider = base.extend({
  backend: async ({}, use) => {
    const [port, dir] = [await freePort(), await mkdtemp(join(tmpdir(), "motcua-sso-"))];
    const settings = join(dir, "providers.json");
    const program = [join(__dirname, "oidc_provider.mjs"), `http://127.0.0.1:${port}`, settings];
    const provider = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "ignore"] });
    const [line] = await once(createInterface({ input: provider.stdout }), "line");
    if (!String(line).startsWith("Identity provider:")) throw new Error(`the provider did not start: ${line}`);
    const backend = await Backend.begin(APP, { port, flags: ["--identity-providers", settings] });
    await use(backend);
    await backend.end();
    provider.kill("SIGKILL");
    await rm(dir, { recursive: true, force: true });
  },
  context: async ({ context }, use) => {
    // Its development pages ask for a font from elsewhere and have no icon; neither is ours.
    await context.route(/fonts\.googleapis\.com|localhost:\d+\/favicon\.ico/, (route) =>
      route.fulfill({ status: 200, contentType: "text/css", body: "" }),
    );
    await use(context);
  },
});

type Attacked = { provider: Hostile; backend: Backend };

/** `test` with a backend whose provider does whatever the test tells it to. */
export const hostileProvider = base.extend<{ provider: Hostile; attacked: Attacked }, { everybodysAttacked: Attacked }>({
  everybodysAttacked: [({}, use) => underAttack(use), { scope: "worker" }],
  attacked: async ({ alone, everybodysAttacked }, use) => {
    everybodysAttacked.provider.behave();
    await (alone ? underAttack(use) : use(everybodysAttacked));
  },
  provider: async ({ attacked }, use) => use(attacked.provider),
  backend: async ({ attacked }, use) => use(attacked.backend),
});

async function underAttack(use: (attacked: Attacked) => Promise<void>): Promise<void> {
  const provider = await Hostile.begin();
  const port = await freePort();
  const settings = await provider.settings(`http://127.0.0.1:${port}`);
  const backend = await Backend.begin(APP, { port, flags: ["--identity-providers", settings] });
  await use({ provider, backend });
  await backend.end();
  await provider.end();
}

/** Claims that a test may change before the token is signed. */
type Claims = Record<string, unknown>;

/** A provider that vouches for one citizen at once, until a test has it do something else. */
export class Hostile {
  /** Whom it vouches for. */
  citizen: Claims = {};
  /** Changes header and claims of each token. */
  forge!: (header: Claims, claims: Claims) => void;
  /** Changes the address that the browser is sent back to. */
  redirect!: (address: URL) => void;
  /** Changes what is answered for a code. */
  answer!: (body: Claims) => void;

  private constructor(
    private readonly server: OAuth2Server,
    private readonly dir: string,
  ) {
    this.behave();
  }

  /** Behaves as a provider should, until it is told otherwise. */
  behave(): void {
    this.citizen = { sub: "s-1", name: "Trần Thị Mai", citizen_id: "001190000011", phone_number: "0912000011" };
    this.forge = this.redirect = this.answer = () => {};
  }

  /** Starts one. */
  static async begin(): Promise<Hostile> {
    const server = new OAuth2Server();
    await server.issuer.keys.generate("RS256");
    await server.start(0, "localhost");
    const hostile = new Hostile(server, await mkdtemp(join(tmpdir(), "motcua-sso-")));
    server.service.on("beforeTokenSigning", ({ header, payload }) => {
      Object.assign(payload, hostile.citizen);
      hostile.forge(header, payload);
    });
    server.service.on("beforeAuthorizeRedirect", ({ url }) => hostile.redirect(url));
    server.service.on("beforeResponse", ({ body }) => hostile.answer(body as Claims));
    server.service.on("beforeUserinfo", (answer) => (answer.body = { ...hostile.citizen }));
    return hostile;
  }

  /** Writes the file that a backend at this address is started with. */
  async settings(portal: string): Promise<string> {
    const file = join(this.dir, "providers.json");
    const chosen = {
      key: KEY,
      label: "Đăng nhập bằng cổng DVC Quốc gia",
      issuer: this.server.issuer.url,
      client_id: "motcua",
      claims: { citizen_id: "citizen_id" },
    };
    await writeFile(file, JSON.stringify({ portal, providers: [chosen] }));
    return file;
  }

  /** Takes other keys, as providers do now and then. */
  async changeKeys(): Promise<void> {
    await this.server.issuer.keys.generate("RS256");
  }

  /** Ends it, if it hasn't ended yet. */
  async end(): Promise<void> {
    if (this.server.listening) await this.server.stop();
    await rm(this.dir, { recursive: true, force: true });
  }
}

/** Leaves for the provider; gives the address there. */
export async function leave(browser: APIRequestContext, back = "/dossiers?tab=new"): Promise<string> {
  return to(await step(browser, `/api/single-sign-on/${KEY}?back=${encodeURIComponent(back)}`));
}

/** Leaves for the provider and lets it answer; gives the address it sends the browser back to. */
export async function leaveAndAnswer(browser: APIRequestContext, back?: string): Promise<string> {
  return to(await step(browser, await leave(browser, back)));
}

/** Leaves, comes back, and gives the page of the app where that ends. */
export async function signOn(browser: APIRequestContext, back?: string): Promise<string> {
  return ends(browser, await leaveAndAnswer(browser, back));
}

/** Comes back to this address, and gives the page of the app where that ends: path and query. */
export async function ends(browser: APIRequestContext, address: string): Promise<string> {
  const { pathname, search } = new URL(to(await step(browser, address)));
  return pathname + search;
}

/** The citizen id of whoever is signed in here; nobody's is null. */
export async function whoIs(browser: APIRequestContext): Promise<string | null> {
  const session = (await (await browser.get("/api/session")).json()) as { account: { citizen_id: string } } | null;
  return session && session.account.citizen_id;
}

const step = (browser: APIRequestContext, address: string): Promise<APIResponse> =>
  browser.get(address, { maxRedirects: 0 });

function to(answer: APIResponse): string {
  const { location } = answer.headers();
  if (!location) throw new Error(`${answer.url()} answered ${answer.status()}, which is no redirect`);
  return location;
}

/** A port that nothing listens on: the provider must know the backend's address before the backend begins. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
