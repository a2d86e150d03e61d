/**
 * `npm test`: mocha, in a process that trusts the stand-ins' certificate. Node reads such a certificate only as it starts, so
 * it is made here first.
 */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { childEnvironment, makeCertificate } from './tls.ts';

const certificate = await makeCertificate();
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const child = spawn(process.execPath, [mocha, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...childEnvironment(certificate) },
});
child.once('exit', (code, signal) => {
  void rm(certificate.folder, { recursive: true, force: true }).then(() => process.exit(signal ? 1 : (code ?? 1)));
});
