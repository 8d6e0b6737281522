// Forged or replayed responses from an identity provider, from an attacker in the network, or from another citizen.
// None of them leads to a sign-in.

import {
  authorize, beginSignIn, completeSignIn, followCallback, signedInCitizenId, testWithMockProvider as test,
} from "../../kit/identity_provider";
import { expect } from "../../kit/test";

const BACK = "/dossiers?tab=new";
const signInPage = (reason: string) => `/sign-in?trouble=${reason}&next=${encodeURIComponent(BACK)}`;
const now = () => Math.floor(Date.now() / 1000);

test("a valid response signs in, so the other tests fail only for their own reason", async ({ request }) => {
  expect(await completeSignIn(request)).toBe(BACK);
  expect(await signedInCitizenId(request)).toBe("001190000011");
});

const forgeries: [string, (header: Record<string, unknown>, claims: Record<string, unknown>) => void][] = [
  ["for another sign-in (nonce)", (_, claims) => (claims.nonce = "another")],
  ["without a nonce", (_, claims) => delete claims.nonce],
  ["for another client (audience)", (_, claims) => (claims.aud = "another-portal")],
  ["for two clients (audience)", (_, claims) => (claims.aud = ["motcua", "another-portal"])],
  ["for another party (azp)", (_, claims) => (claims.azp = "another-portal")],
  ["from another issuer", (_, claims) => (claims.iss = "https://evil.example")],
  ["that has expired", (_, claims) => Object.assign(claims, { iat: now() - 120, exp: now() - 60 })],
  ["issued long ago", (_, claims) => (claims.iat = now() - 3600)],
  ["issued in the future", (_, claims) => (claims.iat = now() + 3600)],
  ["with the hash of another access token", (_, claims) => (claims.at_hash = "AAAAAAAAAAAAAAAAAAAAAA")],
  ["signed with a key that isn't published", (header) => (header.kid = "another")],
];
for (const [description, modify] of forgeries) {
  test(`a token ${description} is refused`, async ({ request, provider }) => {
    provider.modifyToken = (header, claims) => "aud" in claims && modify(header, claims);
    expect(await completeSignIn(request)).toBe(signInPage("failed"));
    expect(await signedInCitizenId(request)).toBeNull();
  });
}

const rewrittenTokens: [string, (token: string[]) => string[]][] = [
  ["changed after it was signed", ([header, claims, signature]) => [header, withOtherCitizenId(claims), signature]],
  ["without a signature", ([header, claims]) => [header, claims, ""]],
  ["with the algorithm none", ([, claims]) => [encode({ alg: "none", typ: "JWT" }), claims, ""]],
  ["signed with a secret instead of a key", ([, claims, signature]) => [encode({ alg: "HS256", typ: "JWT" }), claims, signature]],
];
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const withOtherCitizenId = (claims: string) =>
  encode({ ...JSON.parse(Buffer.from(claims, "base64url").toString()), citizen_id: "001190000001" });
for (const [description, rewrite] of rewrittenTokens) {
  test(`a token ${description} is refused`, async ({ request, provider }) => {
    provider.modifyTokenResponse = (body) => (body.id_token = rewrite(String(body.id_token).split(".")).join("."));
    expect(await completeSignIn(request)).toBe(signInPage("failed"));
    expect(await signedInCitizenId(request)).toBeNull();
  });
}

test("a response without an ID token is refused", async ({ request, provider }) => {
  provider.modifyTokenResponse = (body) => delete body.id_token;
  expect(await completeSignIn(request)).toBe(signInPage("failed"));
});

test("a wrong, empty or missing state is refused", async ({ request }) => {
  const callback = new URL(await authorize(request));
  const validState = callback.searchParams.get("state") as string;
  for (const state of ["another", "", `${validState}x`, validState.toLowerCase()]) {
    callback.searchParams.set("state", state);
    expect(await followCallback(request, callback.href)).toBe("/sign-in?trouble=expired");
  }
  callback.searchParams.delete("state");
  expect(await followCallback(request, callback.href)).toBe("/sign-in?trouble=expired");
  expect(await signedInCitizenId(request)).toBeNull();
});

test("a callback works once and is refused when replayed, in this or another browser", async ({ request, playwright, backend }) => {
  const callback = await authorize(request);
  expect(await followCallback(request, callback)).toBe(BACK);
  await request.delete("/api/session", { headers: { "Motcua-Request": "1" } });
  expect(await followCallback(request, callback)).toBe("/sign-in?trouble=expired");
  expect(await signedInCitizenId(request)).toBeNull();
  const otherClient = await playwright.request.newContext({ baseURL: backend.origin });
  expect(await followCallback(otherClient, callback)).toBe("/sign-in?trouble=expired");
  await otherClient.dispose();
});

test("a callback of another person's sign-in is refused in the citizen's browser", async ({
  request,
  playwright,
  backend,
}) => {
  const citizenClient = await playwright.request.newContext({ baseURL: backend.origin });
  expect(await followCallback(citizenClient, await authorize(request))).toBe("/sign-in?trouble=failed");
  await beginSignIn(citizenClient);
  expect(await followCallback(citizenClient, await authorize(request))).toBe("/sign-in?trouble=failed");
  expect(await signedInCitizenId(citizenClient)).toBeNull();
  await citizenClient.dispose();
});

test("a callback that names another issuer is refused (RFC 9207)", async ({ request, provider }) => {
  provider.modifyRedirect = (address) => address.searchParams.set("iss", "https://evil.example");
  expect(await completeSignIn(request)).toBe(signInPage("failed"));
});

test("the provider's error description is never shown", async ({ request, provider }) => {
  const errors: [string, string][] = [["access_denied", "cancelled"], ["server_error", "failed"], ["<script>", "failed"]];
  for (const [error, reason] of errors) {
    provider.modifyRedirect = ({ searchParams }) => {
      searchParams.delete("code");
      searchParams.set("error", error);
      searchParams.set("error_description", "Gọi ngay 0900000000");
    };
    expect(await completeSignIn(request)).toBe(signInPage(reason));
  }
});

test("a sign-in that takes more than ten minutes at the provider must start again", async ({ request, backend }) => {
  const callback = await authorize(request);
  await backend.advanceClock(601);
  expect(await followCallback(request, callback)).toBe("/sign-in?trouble=expired");
});

test("a stolen authorization code is refused, because it is bound to another browser's PKCE verifier", async ({
  request,
  playwright,
  backend,
}) => {
  const stolenCode = new URL(await authorize(request)).searchParams.get("code") as string;
  const thief = await playwright.request.newContext({ baseURL: backend.origin });
  const ownCallback = new URL(await authorize(thief));
  ownCallback.searchParams.set("code", stolenCode);
  expect(await followCallback(thief, ownCallback.href)).toBe(signInPage("failed"));
  expect(await signedInCitizenId(thief)).toBeNull();
  await thief.dispose();
});

test("a subject that arrives with a different citizen id is refused", async ({ request, provider }) => {
  expect(await completeSignIn(request)).toBe(BACK);
  await request.delete("/api/session", { headers: { "Motcua-Request": "1" } });
  provider.citizen = { ...provider.citizen, citizen_id: "001190000001" };
  expect(await completeSignIn(request)).toBe(signInPage("unverified"));
  expect(await signedInCitizenId(request)).toBeNull();
});

test("an invalid citizen id or name creates no account", async ({ request, provider }) => {
  const validCitizen = provider.citizen;
  for (const claims of [{ citizen_id: "12345" }, { citizen_id: null }, { name: "" }, { name: "<b>Mai</b>" }]) {
    provider.citizen = { ...validCitizen, ...claims };
    expect(await completeSignIn(request)).toBe(signInPage("unverified"));
  }
  expect(await signedInCitizenId(request)).toBeNull();
});

test("two tabs can sign in at the same time", async ({ request }) => {
  const [first, second] = [await authorize(request, "/"), await authorize(request, BACK)];
  expect(await followCallback(request, first)).toBe("/");
  expect(await followCallback(request, second)).toBe(BACK);
});

test("a return address outside the portal is refused", async ({ request }) => {
  for (const back of ["https://evil.example/", "//evil.example/", "/\\evil.example/", "/a\r\nset-cookie:a=b", "javascript:0"]) {
    const response = await request.get(`/api/single-sign-on/dvcqg?back=${encodeURIComponent(back)}`, { maxRedirects: 0 });
    expect([response.status(), response.headers().location]).toEqual([400, undefined]);
  }
});

test.describe("when the provider changes or stops", () => {
  test.use({ ownBackend: true });

  test("rotated keys are fetched again, but not for each unknown token", async ({
    request,
    provider,
    backend,
  }) => {
    expect(await completeSignIn(request)).toBe(BACK);
    await provider.rotateKeys();
    expect(await completeSignIn(request)).toBe(signInPage("failed"));
    await backend.advanceClock(11);
    expect(await completeSignIn(request)).toBe(BACK);
  });

  test("an unreachable provider leads back to the sign-in page", async ({ request, provider }) => {
    await provider.stop();
    expect(await followCallback(request, `/api/single-sign-on/dvcqg?back=${encodeURIComponent(BACK)}`)).toBe(signInPage("failed"));
  });
});
