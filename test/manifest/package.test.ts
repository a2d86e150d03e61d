import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Picture, PNG } from 'pngjs';
import { checkColorIcon, checkOutlineIcon } from '../../manifest/icons.ts';
import { makePackage } from '../../manifest/make.ts';
import { accentColor } from '../../manifest/manifest.ts';
import { program } from '../built.ts';

const whole = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  DEVELOPER_NAME: 'Contoso IT',
  WEBSITE_URL: 'https://contoso.example/help',
  PRIVACY_URL: 'https://contoso.example/privacy',
  TERMS_URL: 'https://contoso.example/terms',
};

describe('the app package', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'purser-package-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds the manifest, its French and two icons, and can be opened again', async () => {
    const { zip, manifest, problems } = await makePackage(whole);
    assert.deepEqual(problems, []);
    const files = unzipSync(zip);
    assert.deepEqual(Object.keys(files), ['manifest.json', 'fr.json', 'color.png', 'outline.png']);
    assert.deepEqual(json(files['manifest.json']), JSON.parse(JSON.stringify(manifest)));
    assert.equal(json(files['fr.json'])['name.short'], 'Purser');
    assert.equal(PNG.sync.read(Buffer.from(files[manifest.icons.color] ?? [])).width, 192);
    assert.equal(PNG.sync.read(Buffer.from(files[manifest.icons.outline] ?? [])).width, 32);
  });

  it('is written by the script, byte for byte the same wherever and whenever it is made', async () => {
    const { code, said } = await run(folder, { ...whole, TZ: 'Pacific/Auckland' });
    assert.equal(code, 0, said);
    assert.match(said, /Nothing is left to fill in/);
    assert.match(said, /admin\.teams\.microsoft\.com/);
    const { zip } = await makePackage(whole);
    assert.ok((await readFile(join(folder, 'out/purser-teams-app.zip'))).equals(zip));
  });

  it('is made without ids too, and the script says what is still to fill in', async () => {
    const { code, said } = await run(folder, {});
    assert.equal(code, 0, said);
    for (const name of ['MicrosoftAppId', 'DEVELOPER_NAME', 'WEBSITE_URL', 'PRIVACY_URL', 'TERMS_URL'])
      assert.match(said, new RegExp(`  - ${name}: `));
  });

  it('is not made where something is wrong, and an older one is gone', async () => {
    const { code, said } = await run(folder, { MicrosoftAppId: 'purser', TERMS_URL: 'terms' });
    assert.equal(code, 1, said);
    assert.match(said, /was not made:\n {2}- MicrosoftAppId .*\n {2}- TERMS_URL /);
    await assert.rejects(access(join(folder, 'out/purser-teams-app.zip')));
  });
});

describe('the icons', () => {
  it('are what Teams asks for, and the mark keeps to the middle that is never cropped', async () => {
    const color = await icon('color.png');
    assert.deepEqual(checkColorIcon(color, accentColor), []);
    assert.deepEqual(checkOutlineIcon(await icon('outline.png')), []);
    const { width, height, data } = PNG.sync.read(color);
    const background = data.slice(0, 4).join();
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const outside = Math.min(x, y, width - 1 - x, height - 1 - y) < 36;
        const pixel = data.slice((y * width + x) * 4, (y * width + x + 1) * 4).join();
        if (outside) assert.equal(pixel, background, `at ${x}, ${y}`);
      }
  });

  it('are refused in another size, another colour, with or without transparency where it must not be', () => {
    assert.deepEqual(checkColorIcon(plain(96, [15, 76, 74, 255]), accentColor), [
      'color.png: must be 192 × 192, not 96 × 96',
    ]);
    assert.match(checkColorIcon(plain(192, [15, 76, 74, 254]), accentColor).join(), /nothing transparent/);
    assert.match(checkColorIcon(plain(192, [255, 0, 0, 255]), accentColor).join(), /#0F4C4A, the accent colour/);
    assert.match(checkOutlineIcon(plain(32, [255, 255, 255, 255])).join(), /transparent background/);
    assert.match(checkOutlineIcon(plain(32, [0, 0, 0, 0])).join(), /show something/);
    assert.match(checkOutlineIcon(plain(32, [250, 255, 255, 90])).join(), /white only/);
    assert.deepEqual(checkOutlineIcon(new TextEncoder().encode('<svg/>')), ['outline.png: is no PNG picture']);
  });
});

/** A square of one colour. */
function plain(size: number, color: readonly [number, number, number, number]): Uint8Array {
  const picture: Picture = new PNG({ width: size, height: size });
  picture.data.set(Array.from({ length: size * size }, () => color).flat());
  return PNG.sync.write(picture);
}

function icon(name: string): Promise<Uint8Array> {
  return readFile(new URL(`../../manifest/icons/${name}`, import.meta.url));
}

function json(file: Uint8Array | undefined): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(file)) as Record<string, unknown>;
}

/** What `npm run package` runs, in a folder of its own and with this environment only. */
function run(cwd: string, environment: Record<string, string>): Promise<{ code: number; said: string }> {
  const args = program('manifest/package.ts');
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd, env: environment }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, said: stdout + stderr }),
    );
  });
}
