// An identity provider in its development mode, as a process of its own: node oidc_provider.mjs PORTAL SETTINGS [PORT].
// It vouches for a few invented citizens, whatever password is typed, and writes the file that a backend at the address
// PORTAL is started with. For tests and for trying; never for anybody real.

import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const CLIENT = { client_id: "motcua", client_secret: "only-for-trying-things-out" };
const KEY = "dvcqg";

/** Whom it knows, by what is typed as the login. */
const CITIZENS = {
  // Has the demonstration's ready account, with the same phone.
  thu: { name: "Nguyễn Thị Thử", citizen_id: "001190000001", phone_number: "0912345678", phone_number_verified: true },
  mai: { name: "Trần Thị Mai", citizen_id: "001190000011", phone_number: "+84912000011", phone_number_verified: true },
  // Has the citizen id of «thu», and another phone.
  lan: { name: "Nguyễn Thị Thử", citizen_id: "001190000001", phone_number: "0912000012", phone_number_verified: true },
  // Has shown the provider no identity card yet.
  hung: { name: "Lê Văn Hùng" },
};

const [portal, settings, port = "0"] = process.argv.slice(2);
const fromTests = createRequire(new URL("../e2e/package.json", import.meta.url));
const { default: Provider } = await import(pathToFileURL(fromTests.resolve("oidc-provider")).href);

let answering;
const server = createServer((coming, going) => answering(coming, going));
// Another host name than the portal's, so that browsers take it for another site, as a real one is.
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
  answering = provider.callback();
  const chosen = {
    key: KEY,
    label: "Đăng nhập bằng cổng DVC Quốc gia",
    issuer,
    ...CLIENT,
    scopes: ["profile", "phone", "citizen"],
    claims: { citizen_id: "citizen_id" },
  };
  writeFileSync(settings, JSON.stringify({ portal, providers: [chosen] }, null, 2));
  console.log(`Identity provider: ${issuer} (log in as ${Object.keys(CITIZENS).join(", ")}; any password)`);
});
