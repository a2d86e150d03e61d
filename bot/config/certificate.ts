/** The certificate by which an app proves who it is: looked at before it is used, since Entra's refusal names no reason. */
import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface ReadCertificate {
  /** The certificates, the one of the key first. */
  x5c: string;
  /** PEM */
  privateKey: string;
  thumbprintSha256: string;
}

/** Says in a sentence's end what is wrong: “names a file that is not there”. Nothing of what it read is in it. */
export class UnfitCertificate extends Error {
  override name = 'UnfitCertificate';
}

const key = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?-----END \1PRIVATE KEY-----/;
const certificate = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/**
 * @param value the PEM itself (as a secret store hands it over) or the path of a file; both hold certificate and key
 * @throws UnfitCertificate
 */
export function readCertificate(value: string, now: Date): ReadCertificate {
  const pem = value.includes('-----BEGIN') ? value : contentOf(value.trim());
  const chain = certificatesIn(pem);
  const privateKey = keyIn(pem);
  const own = chain.find((each) => each.checkPrivateKey(privateKey));
  if (!own) throw new UnfitCertificate('holds a certificate and the key of another one');
  checkDates(own, now);
  return {
    x5c: [own, ...chain.filter((each) => each !== own)].map(String).join(''),
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    thumbprintSha256: createHash('sha256').update(own.raw).digest('hex').toUpperCase(),
  };
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'names a file that is not there (or is no PEM)',
  ENAMETOOLONG: 'is neither a PEM nor the path of one',
  EISDIR: 'names a folder, not a PEM file',
  EACCES: 'names a file that Purser may not read',
};

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UnfitCertificate(unreadable[code] ?? 'names a file that can’t be read');
  }
}

function certificatesIn(pem: string): X509Certificate[] {
  const found = pem.match(certificate) ?? [];
  if (found.length === 0) throw new UnfitCertificate('holds no certificate in PEM form (BEGIN CERTIFICATE)');
  try {
    return found.map((each) => new X509Certificate(each));
  } catch {
    throw new UnfitCertificate('holds a certificate that can’t be read');
  }
}

function keyIn(pem: string): KeyObject {
  const [found, kind = ''] = key.exec(pem) ?? [];
  if (!found) throw new UnfitCertificate('holds no private key: put certificate and key into one PEM');
  if (kind.includes('ENCRYPTED') || found.includes('Proc-Type: 4,ENCRYPTED'))
    throw new UnfitCertificate('holds an encrypted key: Purser has no password for it, so store it decrypted');
  try {
    return createPrivateKey(found);
  } catch {
    throw new UnfitCertificate('holds a private key that can’t be read');
  }
}

function checkDates({ validFrom, validTo }: X509Certificate, now: Date): void {
  const [from, to] = [new Date(validFrom), new Date(validTo)];
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  if (now > to) throw new UnfitCertificate(`holds a certificate that expired on ${day(to)}: renew it`);
  if (now < from) throw new UnfitCertificate(`holds a certificate that is not valid before ${day(from)}`);
}
