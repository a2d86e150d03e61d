/** Whether Teams will take the package: Microsoft's schema, read from this machine, and what the schema can't say. */
import { AppManifestUtils } from '@microsoft/app-manifest';
import { type Manifest, type Translation, textsOf, translationSchemaUrl } from './manifest.ts';

/** @returns a sentence for each thing that is wrong with the manifest alone */
export async function checkManifest(manifest: Manifest): Promise<string[]> {
  const errors = await AppManifestUtils.validateAgainstSchema(manifest);
  return [...errors.map(inWords), ...unsaidBySchema(manifest)].map((error) => `manifest.json: ${error}`);
}

/** Teams refuses the upload of an app for teams without `supportsChannelFeatures`; its schema doesn't say so. */
function unsaidBySchema({ bots = [], supportsChannelFeatures, description }: Manifest): string[] {
  const isForTeams = bots.some(({ scopes }) => scopes.includes('team'));
  return [
    ...(isForTeams && !supportsChannelFeatures ? ['an app for teams must have supportsChannelFeatures'] : []),
    ...tooManyWords('description/full', description.full),
  ];
}

/** What the store takes, in any language ("Validation guidelines for apps published to the Microsoft Teams Store"). */
const mostWords = 500;

function tooManyWords(place: string, text: string): string[] {
  const count = text.split(/\s+/).length;
  return count > mostWords ? [`${place} must NOT have more than ${mostWords} words: it has ${count}`] : [];
}

/** @returns a sentence for each thing that is wrong with the translations (by file name), alone or beside the manifest */
export async function checkTranslations(
  manifest: Manifest,
  translations: Readonly<Record<string, Translation>>,
): Promise<string[]> {
  const named = (manifest.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  const there = Object.entries(translations);
  const each = await Promise.all(there.map(([file, translation]) => checkTranslation(manifest, file, translation)));
  return [
    ...named
      .filter((file) => !(file in translations))
      .map((file) => `${file}: the manifest names it, but it isn't there`),
    ...there.filter(([file]) => !named.includes(file)).map(([file]) => `${file}: the manifest doesn't name it`),
    ...each.flat(),
  ];
}

async function checkTranslation(manifest: Manifest, file: string, translation: Translation): Promise<string[]> {
  const errors = await AppManifestUtils.validateAgainstSchema(asManifest(translation), await translationSchema());
  const problems = errors.map(inWords);
  const { $schema, ...texts } = translation;
  if ($schema !== translationSchemaUrl) problems.push(`$schema must be ${translationSchemaUrl}, as the manifest's`);
  problems.push(...tooManyWords('description.full', texts['description.full'] ?? ''));
  const original = textsOf(manifest);
  problems.push(
    ...keysMissing(original, texts).map((key) => `doesn't translate ${key}`),
    ...keysMissing(texts, original).map((key) => `translates ${key}, which the manifest doesn't have`),
  );
  return problems.map((problem) => `${file}: ${problem}`);
}

/** Microsoft's own has two patterns with a lone `]`, which the validator's strict reading of patterns refuses. */
async function translationSchema() {
  const schema = await AppManifestUtils.fetchSchema(translationSchemaUrl);
  return JSON.parse(JSON.stringify(schema).replaceAll('\\\\b]', '\\\\b\\\\]')) as typeof schema;
}

/** The validator takes any object; only its type asks for a manifest. */
function asManifest(translation: Translation): Manifest {
  return translation as unknown as Manifest;
}

function keysMissing(from: object, beside: object): string[] {
  return Object.keys(from).filter((key) => !(key in beside));
}

/** `/bots/0/botId must …. Details: {…}` → `bots/0/botId must …` */
function inWords(error: string): string {
  const [, place = '', what = error, details = '{}'] = /^(\S*) (.*)\. Details: (\{.*\})$/s.exec(error) ?? [];
  const { additionalProperty } = JSON.parse(details) as { additionalProperty?: string };
  const named = additionalProperty === undefined ? what : `${what}: “${additionalProperty}”`;
  return `${place.slice(1)} ${named}`.trim();
}
