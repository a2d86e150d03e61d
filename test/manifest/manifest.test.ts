import assert from 'node:assert/strict';
import { allCommands } from '../../bot/commands.ts';
import type { Command } from '../../bot/core/command.ts';
import { languageCodes } from '../../bot/language/codes.ts';
import { createLanguages, languageFiles } from '../../bot/language/index.ts';
import type { CommandName } from '../../bot/language/translation.ts';
import { createReader } from '../../bot/router/reading.ts';
import { checkManifest, checkTranslations } from '../../manifest/check.ts';
import { readIdentity } from '../../manifest/identity.ts';
import { createManifest, createTranslation, type Manifest, menu, type Scope } from '../../manifest/manifest.ts';

const botId = '11111111-2222-4333-8444-555555555555';
const callerId = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const pages = {
  WEBSITE_URL: 'https://contoso.example/help',
  PRIVACY_URL: 'https://contoso.example/privacy',
  TERMS_URL: 'https://contoso.example/terms',
};
const whole = { MicrosoftAppId: botId, DEVELOPER_NAME: 'Contoso IT', ...pages };

const { identity } = readIdentity(whole);
const manifestFor = (environment: Record<string, string>): Manifest =>
  createManifest(readIdentity(environment).identity);

/** What it is called first, in each language. */
const namesOf = (name: CommandName): string[] =>
  languageCodes.map((code) => languageFiles[code].commands[name].names[0] ?? name);

describe('the app manifest', () => {
  const fetchOnline = globalThis.fetch;
  const french = { 'fr.json': createTranslation('fr', identity) };
  const manifest = manifestFor(whole);

  before(() => {
    globalThis.fetch = () => Promise.reject(new Error('the manifest must be checked without a network'));
  });
  after(() => {
    globalThis.fetch = fetchOnline;
  });

  it('is valid in both languages, without a network', async () => {
    assert.deepEqual(await checkManifest(manifest), []);
    assert.deepEqual(await checkTranslations(manifest, french), []);
  });

  for (const version of ['1.26', '1.28', '1.30']) {
    it(`would be valid in version ${version} too`, async () => {
      const newer = JSON.parse(JSON.stringify(manifest).replaceAll('1.25', version)) as Manifest;
      assert.equal(newer.manifestVersion, version);
      assert.deepEqual(await checkManifest(newer), []);
    });
  }

  it('is refused with a property Microsoft does not know, more than twelve commands or too long a title, all at once', async () => {
    const commands = Array.from({ length: 13 }, () => ({ title: 'a'.repeat(129), description: 'Too much' }));
    const bots = [
      { botId, scopes: ['personal' as const], commandLists: [{ scopes: ['personal' as const], commands }] },
    ];
    const icons = { ...manifest.icons, colour: 'green' };
    const wrong = { ...manifest, icons, bots };
    const problems = await checkManifest(wrong);
    const list = 'manifest.json: bots/0/commandLists/0/commands';
    assert.ok(
      problems.includes('manifest.json: icons must NOT have additional properties: “colour”'),
      problems.join('\n'),
    );
    assert.ok(problems.includes(`${list} must NOT have more than 12 items`), problems.join('\n'));
    assert.ok(problems.includes(`${list}/12/title must NOT have more than 128 characters`), problems.join('\n'));
  });

  it('has every text in French, and no French for what it does not have', async () => {
    const { 'name.full': _, ...less } = french['fr.json'];
    const problems = await checkTranslations(manifest, {
      'fr.json': { ...less, 'bots[0].commandLists[2].commands[9].title': 'x' },
    });
    assert.ok(problems.includes("fr.json: doesn't translate name.full"), problems.join('\n'));
    assert.ok(
      problems.includes(
        "fr.json: translates bots[0].commandLists[2].commands[9].title, which the manifest doesn't have",
      ),
      problems.join('\n'),
    );
  });

  it('names its translations, which are of its own version', async () => {
    assert.deepEqual(await checkTranslations(manifest, {}), ["fr.json: the manifest names it, but it isn't there"]);
    const stray = await checkTranslations(manifest, { ...french, 'de.json': createTranslation('fr', identity) });
    assert.deepEqual(stray, ["de.json: the manifest doesn't name it"]);
    const $schema = 'https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.Localization.schema.json';
    const [other] = await checkTranslations(manifest, { 'fr.json': { ...french['fr.json'], $schema } });
    assert.match(other ?? '', /^fr\.json: \$schema must be .*v1\.25/);
  });

  it('bears a name Teams allows: none of Microsoft’s, none reserved', () => {
    const names = languageCodes
      .map((code) => createTranslation(code, identity))
      .flatMap((texts) => [texts['name.short'], texts['name.full']]);
    for (const name of names)
      assert.doesNotMatch(name ?? '', /teams|microsoft|365|\b(office|copilot|azure|chat|help|power|app|bot)\b/i);
    assert.equal(manifest.name.short, 'Purser');
  });

  it('says in both languages what it never asks for, and which permissions someone must grant once', () => {
    const english = manifest.description.full;
    assert.match(english, /never asks for a card number or a password/);
    assert.match(english, /One-time set-up.*Directory\.Read\.All/);
    const said = String(french['fr.json']['description.full']);
    assert.match(said, /jamais de numéro de carte ni de mot de passe/);
    assert.match(said, /une seule fois.*Directory\.Read\.All/);
  });

  it('may be used in private and shared channels, which Teams asks every app for teams to say', async () => {
    assert.equal(manifest.supportsChannelFeatures, 'tier1');
    const { supportsChannelFeatures: _, ...silent } = manifest;
    const [problem] = await checkManifest(silent);
    assert.equal(problem, 'manifest.json: an app for teams must have supportsChannelFeatures');
  });

  it('tells all of itself in 500 words, and where to get help', async () => {
    for (const text of [manifest.description.full, String(french['fr.json']['description.full'])]) {
      assert.ok(text.split(/\s+/).length <= 500, `${text.split(/\s+/).length} words`);
      assert.ok(text.includes(pages.WEBSITE_URL));
      for (const { name, reply } of allCommands as readonly Command[])
        if (!reply && !['hello', 'help'].includes(name))
          assert.ok(
            namesOf(name as CommandName).some((each) => text.includes(each)),
            name,
          );
    }
    const full = 'word '.repeat(501).trim();
    const wordy = { ...manifest, description: { ...manifest.description, full } };
    assert.deepEqual(await checkManifest(wordy), [
      'manifest.json: description/full must NOT have more than 500 words: it has 501',
    ]);
    const [problem] = await checkTranslations(manifest, {
      'fr.json': { ...french['fr.json'], 'description.full': full },
    });
    assert.equal(problem, 'fr.json: description.full must NOT have more than 500 words: it has 501');
  });

  it('asks for no more than it needs', () => {
    const [bot] = manifest.bots ?? [];
    assert.deepEqual(bot?.scopes, ['personal', 'team', 'groupChat']);
    assert.equal(bot?.supportsFiles, false);
    assert.deepEqual(manifest.permissions, ['identity', 'messageTeamMembers']);
    assert.deepEqual(manifest.validDomains, []);
    assert.equal(manifest.authorization, undefined);
  });
});

describe('the menu', () => {
  for (const [code, language] of Object.entries(createLanguages('UTC')))
    for (const scope of Object.keys(menu) as Scope[])
      it(`offers in ${scope} at most ten commands, each understood by the bot (${code})`, () => {
        assert.ok(menu[scope].length <= 10);
        const texts = createTranslation(language.code, identity);
        const list = (Object.keys(menu) as Scope[]).indexOf(scope);
        menu[scope].forEach((command, item) => {
          const title = texts[`bots[0].commandLists[${list}].commands[${item}].title`] ?? '';
          assert.ok(title.length <= 32, `“${title}” is longer than a menu shows`);
          const read = createReader(allCommands).read(title);
          if ('misread' in read) assert.fail(`“${title}”: ${read.misread}`);
          assert.deepEqual([read.command.name, read.args], [command, {}], `“${title}”`);
        });
      });
});

describe('the app’s identity', () => {
  it('comes from the environment', () => {
    const manifest = manifestFor({ ...whole, PACKAGE_VERSION: '2.1.0' });
    assert.equal(manifest.id, botId);
    assert.equal(manifest.bots?.[0]?.botId, botId);
    assert.equal(manifest.version, '2.1.0');
    assert.deepEqual(manifest.developer, {
      name: 'Contoso IT',
      websiteUrl: pages.WEBSITE_URL,
      privacyUrl: pages.PRIVACY_URL,
      termsOfUseUrl: pages.TERMS_URL,
    });
  });

  it('names the Entra app that calls Graph, which may be another than the bot', () => {
    assert.equal(manifestFor(whole).webApplicationInfo?.id, botId);
    assert.equal(manifestFor({ ...whole, CLIENT_ID: callerId }).webApplicationInfo?.id, callerId);
    assert.equal(manifestFor({ ...whole, CLIENT_ID: callerId }).bots?.[0]?.botId, botId);
  });

  it('has placeholders for what is absent or empty, each with a sentence', async () => {
    const { missing, problems } = readIdentity({ MicrosoftAppId: '' });
    assert.deepEqual(problems, []);
    const names = missing.map((sentence) => sentence.split(':')[0]);
    assert.deepEqual(names, ['MicrosoftAppId', 'DEVELOPER_NAME', 'WEBSITE_URL', 'PRIVACY_URL', 'TERMS_URL']);
    assert.deepEqual(await checkManifest(manifestFor({})), []);
    assert.deepEqual(readIdentity(whole).missing, []);
  });

  it('says everything that is wrong with it at once', () => {
    const { problems } = readIdentity({
      MicrosoftAppId: 'purser',
      PACKAGE_VERSION: 'v2',
      DEVELOPER_NAME: 'x'.repeat(33),
      PRIVACY_URL: 'http://contoso.example',
    });
    assert.deepEqual(
      problems.map((sentence) => sentence.split(' ')[0]),
      ['MicrosoftAppId', 'PACKAGE_VERSION', 'DEVELOPER_NAME', 'PRIVACY_URL'],
    );
  });
});
