/** Runs the doctor: from its source where that can be run, else as it was compiled. */
import { existsSync } from 'node:fs';

const compiled = new URL('../../dist/bot/doctor.js', import.meta.url);

async function canRunSource() {
  try {
    await import('tsx');
    return true;
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return false;
    throw error;
  }
}

if (await canRunSource()) await import('../doctor.ts');
else if (existsSync(compiled)) await import(compiled.href);
else {
  process.stderr.write(
    'Nothing was looked at: run "npm run build" first, or "npm ci" with the packages for development.\n',
  );
  process.exitCode = 1;
}
