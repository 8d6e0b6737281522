// What an identity provider, a network or another citizen might send back, and must not get anybody in with.

import { ends, hostileProvider as test, leave, leaveAndAnswer, signOn, whoIs } from "../../kit/identity_provider";
import { expect } from "../../kit/test";

const BACK = "/dossiers?tab=new";
const turnedBack = (trouble: string) => `/sign-in?trouble=${trouble}&next=${encodeURIComponent(BACK)}`;
const now = () => Math.floor(Date.now() / 1000);

test("an honest answer signs in: what follows fails for its own reason alone", async ({ request }) => {
  expect(await signOn(request)).toBe(BACK);
  expect(await whoIs(request)).toBe("001190000011");
});

const forgeries: [string, (header: Record<string, unknown>, claims: Record<string, unknown>) => void][] = [
  ["of another sign-in (nonce)", (_, claims) => (claims.nonce = "another")],
  ["without a nonce", (_, claims) => delete claims.nonce],
  ["for another client (audience)", (_, claims) => (claims.aud = "another-portal")],
  ["for another client too", (_, claims) => (claims.aud = ["motcua", "another-portal"])],
  ["for another party (azp)", (_, claims) => (claims.azp = "another-portal")],
  ["of another issuer", (_, claims) => (claims.iss = "https://evil.example")],
  ["that has expired", (_, claims) => Object.assign(claims, { iat: now() - 120, exp: now() - 60 })],
  ["made long ago", (_, claims) => (claims.iat = now() - 3600)],
  ["made in the future", (_, claims) => (claims.iat = now() + 3600)],
  ["with another access token's hash", (_, claims) => (claims.at_hash = "AAAAAAAAAAAAAAAAAAAAAA")],
  ["signed with a key that isn't published", (header) => (header.kid = "another")],
];
for (const [what, forge] of forgeries) {
  test(`a token ${what} signs nobody in`, async ({ request, provider }) => {
    provider.forge = (header, claims) => "aud" in claims && forge(header, claims);
    expect(await signOn(request)).toBe(turnedBack("failed"));
    expect(await whoIs(request)).toBeNull();
  });
}

const rewritten: [string, (token: string[]) => string[]][] = [
  ["changed after it was signed", ([header, claims, mark]) => [header, changed(claims), mark]],
  ["without a signature", ([header, claims]) => [header, claims, ""]],
  ["that says it needs no signature", ([, claims]) => [encode({ alg: "none", typ: "JWT" }), claims, ""]],
  ["signed with a secret instead of a key", ([, claims, mark]) => [encode({ alg: "HS256", typ: "JWT" }), claims, mark]],
];
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const changed = (claims: string) =>
  encode({ ...JSON.parse(Buffer.from(claims, "base64url").toString()), citizen_id: "001190000001" });
for (const [what, rewrite] of rewritten) {
  test(`a token ${what} signs nobody in`, async ({ request, provider }) => {
    provider.answer = (body) => (body.id_token = rewrite(String(body.id_token).split(".")).join("."));
    expect(await signOn(request)).toBe(turnedBack("failed"));
    expect(await whoIs(request)).toBeNull();
  });
}

test("an answer without an ID token signs nobody in", async ({ request, provider }) => {
  provider.answer = (body) => delete body.id_token;
  expect(await signOn(request)).toBe(turnedBack("failed"));
});

test("another state, a missing one, or a code without any, signs nobody in", async ({ request }) => {
  const answered = new URL(await leaveAndAnswer(request));
  const honest = answered.searchParams.get("state") as string;
  for (const state of ["another", "", `${honest}x`, honest.toLowerCase()]) {
    answered.searchParams.set("state", state);
    expect(await ends(request, answered.href)).toBe("/sign-in?trouble=expired");
  }
  answered.searchParams.delete("state");
  expect(await ends(request, answered.href)).toBe("/sign-in?trouble=expired");
  expect(await whoIs(request)).toBeNull();
});

test("an answer serves once: replayed, it signs nobody in, here or elsewhere", async ({ request, playwright, backend }) => {
  const answered = await leaveAndAnswer(request);
  expect(await ends(request, answered)).toBe(BACK);
  await request.delete("/api/session", { headers: { "Motcua-Request": "1" } });
  expect(await ends(request, answered)).toBe("/sign-in?trouble=expired");
  expect(await whoIs(request)).toBeNull();
  const elsewhere = await playwright.request.newContext({ baseURL: backend.origin });
  expect(await ends(elsewhere, answered)).toBe("/sign-in?trouble=expired");
  await elsewhere.dispose();
});

test("a stranger's answer, opened in a citizen's browser, doesn't sign the citizen in as the stranger", async ({
  request,
  playwright,
  backend,
}) => {
  const citizens = await playwright.request.newContext({ baseURL: backend.origin });
  expect(await ends(citizens, await leaveAndAnswer(request))).toBe("/sign-in?trouble=failed");
  await leave(citizens);
  expect(await ends(citizens, await leaveAndAnswer(request))).toBe("/sign-in?trouble=failed");
  expect(await whoIs(citizens)).toBeNull();
  await citizens.dispose();
});

test("an answer that names another issuer signs nobody in (RFC 9207)", async ({ request, provider }) => {
  provider.redirect = (address) => address.searchParams.set("iss", "https://evil.example");
  expect(await signOn(request)).toBe(turnedBack("failed"));
});

test("what the provider says of an error is repeated nowhere", async ({ request, provider }) => {
  const said: [string, string][] = [["access_denied", "cancelled"], ["server_error", "failed"], ["<script>", "failed"]];
  for (const [error, trouble] of said) {
    provider.redirect = ({ searchParams }) => {
      searchParams.delete("code");
      searchParams.set("error", error);
      searchParams.set("error_description", "Gọi ngay 0900000000");
    };
    expect(await signOn(request)).toBe(turnedBack(trouble));
  }
});

test("who takes longer than ten minutes at the provider begins again", async ({ request, backend }) => {
  const answered = await leaveAndAnswer(request);
  await backend.later(601);
  expect(await ends(request, answered)).toBe("/sign-in?trouble=expired");
});

test("the code of somebody else's sign-in is of no use: it is bound to the browser's own verifier", async ({
  request,
  playwright,
  backend,
}) => {
  const stolen = new URL(await leaveAndAnswer(request)).searchParams.get("code") as string;
  const thief = await playwright.request.newContext({ baseURL: backend.origin });
  const own = new URL(await leaveAndAnswer(thief));
  own.searchParams.set("code", stolen);
  expect(await ends(thief, own.href)).toBe(turnedBack("failed"));
  expect(await whoIs(thief)).toBeNull();
  await thief.dispose();
});

test("a subject that comes with another citizen id than before is refused", async ({ request, provider }) => {
  expect(await signOn(request)).toBe(BACK);
  await request.delete("/api/session", { headers: { "Motcua-Request": "1" } });
  provider.citizen = { ...provider.citizen, citizen_id: "001190000001" };
  expect(await signOn(request)).toBe(turnedBack("unverified"));
  expect(await whoIs(request)).toBeNull();
});

test("a citizen id that isn't twelve digits, or a name that is none, makes no account", async ({ request, provider }) => {
  const honest = provider.citizen;
  for (const told of [{ citizen_id: "12345" }, { citizen_id: null }, { name: "" }, { name: "<b>Mai</b>" }]) {
    provider.citizen = { ...honest, ...told };
    expect(await signOn(request)).toBe(turnedBack("unverified"));
  }
  expect(await whoIs(request)).toBeNull();
});

test("two tabs may leave at once, and each comes back", async ({ request }) => {
  const [first, second] = [await leaveAndAnswer(request, "/"), await leaveAndAnswer(request, BACK)];
  expect(await ends(request, first)).toBe("/");
  expect(await ends(request, second)).toBe(BACK);
});

test("no link leads off the portal by way of signing in", async ({ request }) => {
  for (const back of ["https://evil.example/", "//evil.example/", "/\\evil.example/", "/a\r\nset-cookie:a=b", "javascript:0"]) {
    const answer = await request.get(`/api/single-sign-on/dvcqg?back=${encodeURIComponent(back)}`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([400, undefined]);
  }
});

test.describe("with a provider that comes and goes", () => {
  test.use({ alone: true });

  test("a provider that has changed its keys is asked for them, though not at each strange token", async ({
    request,
    provider,
    backend,
  }) => {
    expect(await signOn(request)).toBe(BACK);
    await provider.changeKeys();
    expect(await signOn(request)).toBe(turnedBack("failed"));
    await backend.later(11);
    expect(await signOn(request)).toBe(BACK);
  });

  test("a provider that is away leads to the sign-in page", async ({ request, provider }) => {
    await provider.end();
    expect(await ends(request, `/api/single-sign-on/dvcqg?back=${encodeURIComponent(BACK)}`)).toBe(turnedBack("failed"));
  });
});
