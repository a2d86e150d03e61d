/** A client assertion: a token an app signs with its own certificate instead of sending a secret. */
import { createHash, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, errors, importX509, jwtVerify } from 'jose';
import type { App } from './state.ts';

export interface Refusal {
  /** The number behind AADSTS. */
  readonly code: number;
  readonly message: string;
}

/** Why an assertion is refused, or null where it is good ("Microsoft identity platform application authentication certificate credentials"). */
export async function assertionRefused(app: App, assertion: string, endpoint: string): Promise<Refusal | null> {
  let alg = '';
  let pem: string | undefined;
  try {
    const header = decodeProtectedHeader(assertion);
    alg = header.alg ?? '';
    pem = app.certificates.find((each) =>
      thumbprints(each).some((print) => print === header.x5t || print === header['x5t#S256']),
    );
  } catch {
    return { code: 50027, message: 'JWT token is invalid or malformed.' };
  }
  if (pem === undefined || !['RS256', 'PS256'].includes(alg)) return badSignature(app);
  try {
    const key = await importX509(pem, alg);
    await jwtVerify(assertion, key, {
      algorithms: [alg],
      audience: endpoint,
      issuer: app.appId,
      subject: app.appId,
      requiredClaims: ['exp', 'jti'],
      // Entra allows five minutes of skew; MSAL rounds the second up, so without any it would fail now and then.
      clockTolerance: 300,
    });
    return null;
  } catch (error) {
    return explained(app, error);
  }
}

function explained(app: App, error: unknown): Refusal {
  if (
    error instanceof errors.JWTExpired ||
    (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
  ) {
    return { code: 700024, message: 'Client assertion is not within its valid time range.' };
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return { code: 700023, message: 'Client assertion audience claim does not match Realm issuer.' };
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    const message = "Client assertion application identifier doesn't match 'client_id' parameter.";
    return { code: 700021, message };
  }
  return badSignature(app);
}

function badSignature(app: App): Refusal {
  const why = "The certificate with identifier used to sign the client assertion is not registered on application '";
  return { code: 700027, message: `Client assertion failed signature validation. [Reason - ${why}${app.appId}'.]` };
}

/** `x5t` and `x5t#S256` of a certificate. */
function thumbprints(pem: string): string[] {
  const { raw } = new X509Certificate(pem);
  return ['sha1', 'sha256'].map((name) => createHash(name).update(raw).digest('base64url'));
}
