/**
 * The certificate of the stand-ins. Node reads extra authorities once, at process start, so whoever starts a process that
 * talks to a stand-in makes the certificate first and hands it over through the environment:
 *
 *     const certificate = await makeCertificate();
 *     spawn(process.execPath, args, { env: { ...process.env, ...childEnvironment(certificate) } });
 *
 * Verification is never turned off.
 */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM */
  readonly key: string;
  /** PEM */
  readonly cert: string;
  /** Where `cert` lies: what NODE_EXTRA_CA_CERTS names. */
  readonly certFile: string;
  readonly folder: string;
}

const KEY = 'key.pem';
const CERT = 'cert.pem';
const DAY_MS = 86_400_000;

/** Makes a certificate for this machine in `folder`, a new temporary one if none is given. */
export async function makeCertificate(folder?: string): Promise<Certificate> {
  const where = folder ?? (await mkdtemp(join(tmpdir(), 'purser-tls-')));
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'rsa',
    keySize: 2048,
    algorithm: 'sha256',
    // A day of slack on either side, for machines whose clocks disagree.
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + 30 * DAY_MS),
    extensions: [
      // An authority that signs itself, so that NODE_EXTRA_CA_CERTS alone makes a chain.
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  await writeFile(join(where, KEY), key, { mode: 0o600 });
  await writeFile(join(where, CERT), cert);
  return { key, cert, certFile: join(where, CERT), folder: where };
}

/** The certificate whoever started this process made for it. */
export async function loadCertificate(): Promise<Certificate> {
  const { PURSER_TLS_DIR: folder, NODE_EXTRA_CA_CERTS: trusted } = process.env;
  if (folder === undefined || folder === '' || trusted === undefined) {
    throw new Error(
      'PURSER_TLS_DIR and NODE_EXTRA_CA_CERTS must be set before this process starts: see childEnvironment in test/tls.ts.',
    );
  }
  const [key, cert] = await Promise.all([readFile(join(folder, KEY), 'utf8'), readFile(join(folder, CERT), 'utf8')]);
  return { key, cert, certFile: join(folder, CERT), folder };
}

/** What a child process needs in its environment to serve with this certificate and to trust it. */
export function childEnvironment(certificate: Certificate): { NODE_EXTRA_CA_CERTS: string; PURSER_TLS_DIR: string } {
  return { NODE_EXTRA_CA_CERTS: certificate.certFile, PURSER_TLS_DIR: certificate.folder };
}
