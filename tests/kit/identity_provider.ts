// A backend with an identity provider. There are two providers, both written by others: a certified one (oidc-provider,
// started by oidc_provider.mjs), and a mock whose responses a test can falsify (oauth2-mock-server).

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

/** Key of the provider in the backend's settings, for both providers. */
const KEY = "dvcqg";

/** `test` with a backend that offers sign-in through the certified provider. */
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
    // The provider's development pages request a font and an icon that don't exist here. Answer them, so that no error appears.
    await context.route(/fonts\.googleapis\.com|localhost:\d+\/favicon\.ico/, (route) =>
      route.fulfill({ status: 200, contentType: "text/css", body: "" }),
    );
    await use(context);
  },
});

type MockSetup = { provider: MockProvider; backend: Backend };

/** `test` with a backend that offers sign-in through the mock provider. */
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

/** Claims or headers of a token, or members of a response, which a test may change. */
type Claims = Record<string, unknown>;

/** A provider that confirms the same citizen at every sign-in, without a page, until a test changes its behaviour. */
export class MockProvider {
  /** Claims about the citizen whose identity the provider confirms. */
  citizen: Claims = {};
  /** Called before a token is signed; may change its header and claims. */
  modifyToken!: (header: Claims, claims: Claims) => void;
  /** Called before the browser is redirected back; may change the callback URL. */
  modifyRedirect!: (address: URL) => void;
  /** Called before the response to a token request; may change its body. */
  modifyTokenResponse!: (body: Claims) => void;

  private constructor(
    private readonly server: OAuth2Server,
    private readonly dir: string,
  ) {
    this.reset();
  }

  /** Restores the correct behaviour and the default citizen. */
  reset(): void {
    this.citizen = { sub: "s-1", name: "Trần Thị Mai", citizen_id: "001190000011", phone_number: "0912000011" };
    this.modifyToken = this.modifyRedirect = this.modifyTokenResponse = () => {};
  }

  /** Starts a provider on a free port. */
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

  /** Writes the settings file for `--identity-providers`. `portal` is the URL of the backend. Returns the file's path. */
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

  /** Adds a signing key and uses it from now on, as providers do at a key rotation. */
  async rotateKeys(): Promise<void> {
    await this.server.issuer.keys.generate("RS256");
  }

  /** Stops the provider if it still runs, and deletes its files. */
  async stop(): Promise<void> {
    if (this.server.listening) await this.server.stop();
    await rm(this.dir, { recursive: true, force: true });
  }
}

/** Starts a sign-in at the backend. Returns the provider's authorization URL. */
export async function beginSignIn(client: APIRequestContext, back = "/dossiers?tab=new"): Promise<string> {
  return redirectTarget(await getWithoutRedirect(client, `/api/single-sign-on/${KEY}?back=${encodeURIComponent(back)}`));
}

/** Starts a sign-in and lets the provider confirm it. Returns the callback URL, which the client hasn't opened yet. */
export async function authorize(client: APIRequestContext, back?: string): Promise<string> {
  return redirectTarget(await getWithoutRedirect(client, await beginSignIn(client, back)));
}

/** Runs a whole sign-in. Returns path and query of the app's page where it ends. */
export async function completeSignIn(client: APIRequestContext, back?: string): Promise<string> {
  return followCallback(client, await authorize(client, back));
}

/** Opens a callback URL. Returns path and query of the app's page to which the backend redirects. */
export async function followCallback(client: APIRequestContext, address: string): Promise<string> {
  const { pathname, search } = new URL(redirectTarget(await getWithoutRedirect(client, address)));
  return pathname + search;
}

/** Citizen id of the account that is signed in, or null if nobody is. */
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

/** Finds an unused port. The provider must know the backend's URL before the backend starts. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
