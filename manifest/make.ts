/** The Teams app package: every file of it, checked, and zipped. */
import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { checkManifest, checkTranslations } from './check.ts';
import { checkColorIcon, checkOutlineIcon } from './icons.ts';
import { readIdentity } from './identity.ts';
import { accentColor, createManifest, createTranslation, type Manifest, otherLanguages } from './manifest.ts';

export interface AppPackage {
  manifest: Manifest;
  zip: Uint8Array;
  /** Sentences: what is still a placeholder. */
  missing: string[];
  /** Sentences: why Teams would refuse it. With any, the zip is not to be used. */
  problems: string[];
}

/** Makes the package in memory. The same environment always gives the same bytes. */
export async function makePackage(environment: NodeJS.ProcessEnv): Promise<AppPackage> {
  const { identity, missing, problems } = readIdentity(environment);
  const manifest = createManifest(identity);
  const translations = Object.fromEntries(
    otherLanguages.map((code) => [`${code}.json`, createTranslation(code, identity)]),
  );
  const [color, outline] = await Promise.all([readIcon('color.png'), readIcon('outline.png')]);
  const found = await Promise.all([checkManifest(manifest), checkTranslations(manifest, translations)]);
  const texts = Object.entries({ 'manifest.json': manifest, ...translations }).map(
    ([name, content]) => [name, new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)] as const,
  );
  return {
    manifest,
    zip: zip({ ...Object.fromEntries(texts), 'color.png': color, 'outline.png': outline }),
    missing,
    problems: [...problems, ...found.flat(), ...checkColorIcon(color, accentColor), ...checkOutlineIcon(outline)],
  };
}

async function readIcon(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`icons/${name}`, import.meta.url)));
}

/** The time of making must not show in the bytes. A zip holds local time, so the same local time is the same everywhere. */
function zip(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
