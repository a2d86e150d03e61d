/** `npm run package`: writes the Teams app package, or says everything that keeps it from being one. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { languageCodes } from '../bot/language/codes.ts';
import { type AppPackage, makePackage } from './make.ts';
import { menu } from './manifest.ts';

const place = 'out/purser-teams-app.zip';

const made = await makePackage(process.env);
// An older package must not be taken for this one.
await rm(place, { force: true });
if (made.problems.length > 0) {
  process.stderr.write(list('The Teams app package was not made:', made.problems));
  process.exitCode = 1;
} else {
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, made.zip);
  process.stdout.write(summary(made));
}

function summary({ manifest, missing }: AppPackage): string {
  const commands = Object.entries(menu).map(([scope, { length }]) => `${length} in ${scope}`);
  return [
    `Made ${place}: ${manifest.name.short} ${manifest.version}, manifest ${manifest.manifestVersion}, ${languageCodes.join(' and ')}.`,
    `Commands in its menu: ${commands.join(', ')}.\n`,
    ...(missing.length > 0
      ? [list('Placeholders stand in it. Set these and run it again before you upload it:', missing)]
      : ['Nothing is left to fill in.\n']),
    'Upload it in the Teams admin centre: Teams apps › Manage apps › Actions › Upload new app',
    '(https://admin.teams.microsoft.com/policies/manage-apps), or for yourself in Teams: Apps › Manage your apps › Upload an app.\n',
  ].join('\n');
}

function list(head: string, lines: readonly string[]): string {
  return `${[head, ...lines.map((line) => `  - ${line}`)].join('\n')}\n`;
}
