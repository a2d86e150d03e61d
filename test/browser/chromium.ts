import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { patiently } from '../patience.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((root) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((program) =>
      join(process.env[root] ?? 'C:\\Program Files', program),
    ),
  ),
};

/** `--no-sandbox` because containers and root have none; the rest keeps it from doing anything we didn't ask for. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The Playground fetches its fonts from a CDN. Without them every machine shows the same, with or without a network.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

export const HOW_TO_GET_IT = 'on Debian: apt-get install chromium; or set CHROMIUM=/path';

/** Where a Chromium, Chrome or Edge is on this machine. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { CHROMIUM: wanted, PATH: path = '' } = env;
  if (wanted !== undefined && wanted !== '') {
    if (runs(wanted)) return wanted;
    throw new Error(`CHROMIUM=${wanted} is no program that can be run: correct it, or unset it to search`);
  }
  const folders = ['/usr/bin', ...path.split(delimiter)].filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(runs);
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export async function launchChromium(executablePath: string): Promise<Browser> {
  const starting = chromium.launch({ executablePath, headless: true, args: FLAGS, timeout: 0 });
  return await patiently(starting, () => `${executablePath} does not start.`);
}

/** Skips the calling test or suite where there is no browser, and says so where nobody can overlook it. */
export async function chromiumOrSkip(context: Mocha.Context): Promise<Browser> {
  const path = findChromium();
  if (path !== undefined) return await launchChromium(path);
  process.stderr.write(`\nBROWSER RUN SKIPPED: no Chromium found; ${HOW_TO_GET_IT}\n\n`);
  return context.skip();
}
