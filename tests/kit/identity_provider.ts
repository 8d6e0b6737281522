// Backends that offer single sign-on at an identity provider. Tests can use two providers, which are npm packages:
// oidc-provider, which is certified (oidc_provider.mjs starts it), and oauth2-mock-server, whose responses a test can
// falsify.

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

/** The `key` that identifies the provider in the backend's settings and in URLs. Both providers use the same `key`. */
const KEY = "dvcqg";

/** Playwright's `test` with a backend that offers sign-in at the certified provider. */
export const testWithRealProvider = base.extend({
  backend: async ({}, use) => {
    const [port, dir] = [await findFreePort(), await mkdtemp(join(tmpdir(), "motcua-sso-"))];
    const settings = join(dir, "providers.json");
    const args = [join(__dirname, "oidc_provider.mjs"), `http://127.0.0.1:${port}`, settings];
    const provider = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
    const [line] = await once(createInterface({ input: provider.stdout }), "line");
    if (!String(line).startsWith("Identity provider:")) throw new Error(`the provider did not start: ${line}`);
    const backend = await Backend.launch(APP, { port, flags: ["--identity-providers", settings] });
    await use(backend);
    await backend.dispose();
    provider.kill("SIGKILL");
    await rm(dir, { recursive: true, force: true });
  },
  context: async ({ context }, use) => {
    // The provider's pages request a font and an icon that aren't available here. These requests get an empty response,
    // so that the browser reports no error.
    await context.route(/fonts\.googleapis\.com|localhost:\d+\/favicon\.ico/, (route) =>
      route.fulfill({ status: 200, contentType: "text/css", body: "" }),
    );
    await use(context);
  },
});

type MockSetup = { provider: MockProvider; backend: Backend };

/** Playwright's `test` with a backend that offers sign-in at the mock provider. */
export const testWithMockProvider = base.extend<{ provider: MockProvider; mockSetup: MockSetup }, { sharedMockSetup: MockSetup }>({
  sharedMockSetup: [({}, use) => runWithMockProvider(use), { scope: "worker" }],
  mockSetup: async ({ ownBackend, sharedMockSetup }, use) => {
    sharedMockSetup.provider.reset();
    await (ownBackend ? runWithMockProvider(use) : use(sharedMockSetup));
  },
  provider: async ({ mockSetup }, use) => use(mockSetup.provider),
  backend: async ({ mockSetup }, use) => use(mockSetup.backend),
});

async function runWithMockProvider(use: (mockSetup: MockSetup) => Promise<void>): Promise<void> {
  const provider = await MockProvider.start();
  const port = await findFreePort();
  const settings = await provider.writeSettings(`http://127.0.0.1:${port}`);
  const backend = await Backend.launch(APP, { port, flags: ["--identity-providers", settings] });
  await use({ provider, backend });
  await backend.dispose();
  await provider.stop();
}

/** The claims or the header of a token, or the body of a response. A test may change their members. */
type Claims = Record<string, unknown>;

/**
 * The mock provider. Unless a test changes its behaviour, it confirms the same citizen at every sign-in and shows no
 * page.
 */
export class MockProvider {
  /** The claims of the citizen whose identity the provider confirms. */
  citizen: Claims = {};
  /** Is called before the provider signs a token. It may change the token's header and claims. */
  modifyToken!: (header: Claims, claims: Claims) => void;
  /** Is called before the provider redirects the browser back to the portal. It may change the callback URL. */
  modifyRedirect!: (address: URL) => void;
  /** Is called before the provider sends the response to a token request. It may change the body of the response. */
  modifyTokenResponse!: (body: Claims) => void;

  private constructor(
    private readonly server: OAuth2Server,
    private readonly dir: string,
  ) {
    this.reset();
  }

  /** Makes the provider behave correctly again, and sets the default citizen. */
  reset(): void {
    this.citizen = { sub: "s-1", name: "Trần Thị Mai", citizen_id: "001190000011", phone_number: "0912000011" };
    this.modifyToken = this.modifyRedirect = this.modifyTokenResponse = () => {};
  }

  /** Starts a mock provider on a free port. */
  static async start(): Promise<MockProvider> {
    const server = new OAuth2Server();
    await server.issuer.keys.generate("RS256");
    await server.start(0, "localhost");
    const mock = new MockProvider(server, await mkdtemp(join(tmpdir(), "motcua-sso-")));
    server.service.on("beforeTokenSigning", ({ header, payload }) => {
      Object.assign(payload, mock.citizen);
      mock.modifyToken(header, payload);
    });
    server.service.on("beforeAuthorizeRedirect", ({ url }) => mock.modifyRedirect(url));
    server.service.on("beforeResponse", ({ body }) => mock.modifyTokenResponse(body as Claims));
    server.service.on("beforeUserinfo", (response) => (response.body = { ...mock.citizen }));
    return mock;
  }

  /**
   * Writes a settings file that contains this provider, for the backend's option `--identity-providers`. `portal` is
   * the backend's URL. Returns the path of the settings file.
   */
  async writeSettings(portal: string): Promise<string> {
    const file = join(this.dir, "providers.json");
    const providerSettings = {
      key: KEY,
      label: "Đăng nhập bằng cổng DVC Quốc gia",
      issuer: this.server.issuer.url,
      client_id: "motcua",
      claims: { citizen_id: "citizen_id" },
    };
    await writeFile(file, JSON.stringify({ portal, providers: [providerSettings] }));
    return file;
  }

  /** Adds a signing key and signs with this key from now on. Real providers do the same when they rotate their keys. */
  async rotateKeys(): Promise<void> {
    await this.server.issuer.keys.generate("RS256");
  }

  /** Stops the provider if it is still running, and deletes its folder. */
  async stop(): Promise<void> {
    if (this.server.listening) await this.server.stop();
    await rm(this.dir, { recursive: true, force: true });
  }
}

/** Starts single sign-on at the backend. Returns the provider's authorization URL, to which the backend redirects. */
export async function beginSignIn(client: APIRequestContext, back = "/dossiers?tab=new"): Promise<string> {
  return redirectTarget(await getWithoutRedirect(client, `/api/single-sign-on/${KEY}?back=${encodeURIComponent(back)}`));
}

/**
 * Starts single sign-on, and lets the provider confirm the citizen. Returns the callback URL, which is not opened yet.
 */
export async function authorize(client: APIRequestContext, back?: string): Promise<string> {
  return redirectTarget(await getWithoutRedirect(client, await beginSignIn(client, back)));
}

/** Runs a whole sign-in, which ends at a page of the app. Returns the path and the query of this page. */
export async function completeSignIn(client: APIRequestContext, back?: string): Promise<string> {
  return followCallback(client, await authorize(client, back));
}

/**
 * Opens a callback URL. The backend then redirects to a page of the app. Returns the path and the query of this page.
 */
export async function followCallback(client: APIRequestContext, address: string): Promise<string> {
  const { pathname, search } = new URL(redirectTarget(await getWithoutRedirect(client, address)));
  return pathname + search;
}

/** Returns the citizen id of the account that is signed in, or null if nobody is signed in. */
export async function signedInCitizenId(client: APIRequestContext): Promise<string | null> {
  const session = (await (await client.get("/api/session")).json()) as { account: { citizen_id: string } } | null;
  return session && session.account.citizen_id;
}

const getWithoutRedirect = (client: APIRequestContext, address: string): Promise<APIResponse> =>
  client.get(address, { maxRedirects: 0 });

function redirectTarget(response: APIResponse): string {
  const { location } = response.headers();
  if (!location) throw new Error(`${response.url()} answered ${response.status()}, not with a redirect`);
  return location;
}

/**
 * Finds a free port. It must be known before the backend starts, because the settings of the provider contain the
 * backend's URL.
 */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
