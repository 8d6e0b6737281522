// An identity provider for tests and demonstrations: node oidc_provider.mjs PORTAL SETTINGS [PORT].
// PORTAL is the backend's URL. The provider writes the file SETTINGS for the backend's option `--identity-providers`. It
// knows a few invented citizens and accepts any password. Never use it with real people.

import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const CLIENT = { client_id: "motcua", client_secret: "only-for-trying-things-out" };
const KEY = "dvcqg";

/** The citizens that the provider knows, by login name. */
const CITIZENS = {
  // Same citizen id and phone as the demo's ready-made account.
  thu: { name: "Nguyễn Thị Thử", citizen_id: "001190000001", phone_number: "0912345678", phone_number_verified: true },
  mai: { name: "Trần Thị Mai", citizen_id: "001190000011", phone_number: "+84912000011", phone_number_verified: true },
  // Same citizen id as «thu», but another phone.
  lan: { name: "Nguyễn Thị Thử", citizen_id: "001190000001", phone_number: "0912000012", phone_number_verified: true },
  // Has no verified citizen id.
  hung: { name: "Lê Văn Hùng" },
};

const [portal, settings, port = "0"] = process.argv.slice(2);
const fromTests = createRequire(new URL("../e2e/package.json", import.meta.url));
const { default: Provider } = await import(pathToFileURL(fromTests.resolve("oidc-provider")).href);

let handleRequest;
const server = createServer((request, response) => handleRequest(request, response));
// Uses another host name than the portal (127.0.0.1), so that browsers treat it as another site, like a real provider.
server.listen(Number(port), "localhost", () => {
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [`${portal}/api/single-sign-on/${KEY}/return`] }],
    claims: { profile: ["name"], phone: ["phone_number", "phone_number_verified"], citizen: ["citizen_id"] },
    pkce: { required: () => true },
    cookies: { keys: ["only-for-trying-things-out"] },
    findAccount: (_, login) =>
      CITIZENS[login] && { accountId: login, claims: () => ({ sub: login, ...CITIZENS[login] }) },
  });
  handleRequest = provider.callback();
  const providerSettings = {
    key: KEY,
    label: "Đăng nhập bằng cổng DVC Quốc gia",
    issuer,
    ...CLIENT,
    scopes: ["profile", "phone", "citizen"],
    claims: { citizen_id: "citizen_id" },
  };
  writeFileSync(settings, JSON.stringify({ portal, providers: [providerSettings] }, null, 2));
  console.log(`Identity provider: ${issuer} (log in as ${Object.keys(CITIZENS).join(", ")}; any password)`);
});
