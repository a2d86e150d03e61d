/** The app manifest and its translations, made from the commands' own words. English is in the manifest itself. */
import type { TeamsManifestV1D25 } from '@microsoft/app-manifest';
import { allCommands } from '../bot/commands.ts';
import type { Command } from '../bot/core/command.ts';
import { type LanguageCode, languageCodes } from '../bot/language/codes.ts';
import { languageFiles } from '../bot/language/index.ts';
import type { CommandName } from '../bot/language/translation.ts';
import { permissions } from '../bot/microsoft/permissions.ts';
import type { Identity } from './identity.ts';
import { appWords } from './words.ts';

type Schema = TeamsManifestV1D25.TeamsManifestV1D25;
/** What the app says of itself. The schema leaves the full name out where the short one is enough. */
interface About {
  name: Required<Schema['name']>;
  description: Schema['description'];
}
export type Manifest = Schema & About;
/** Where a bot can be spoken to; Copilot's scope is not one for a bot that answers in cards of its own. */
export type Scope = Exclude<TeamsManifestV1D25.CommandListScope, 'copilot'>;
/** A text by its place in the manifest: `bots[0].commandLists[0].commands[0].title`. */
export type Translation = Record<string, string>;

/** The first that lets an app into private and shared channels, where approvals often live; newer ones take it as it is. */
export const manifestVersion = '1.25';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}`;
export const translationSchemaUrl = `${schemas}/MicrosoftTeams.Localization.schema.json`;

/** The background of `icons/color.png`. */
export const accentColor = '#0F4C4A';

/**
 * What the menu offers, at most ten per scope: the schema takes twelve, but older clients show ten. `purchase` needs an id,
 * so it is reached from the list; a channel or group has no language of its own to choose by menu.
 */
export const menu = {
  personal: ['purchases', 'licences', 'rules', 'approvals', 'export', 'status', 'whoami', 'language', 'help'],
  team: ['purchases', 'approvals', 'notify', 'status', 'whoami', 'help'],
  groupChat: ['purchases', 'approvals', 'notify', 'status', 'whoami', 'help'],
} satisfies Record<Scope, readonly CommandName[]>;
const scopes = Object.keys(menu) as Scope[];

const defaultLanguage = 'en';
/** Each has a file of its own in the package. A bare `fr` serves every kind of French. */
export const otherLanguages = languageCodes.filter((code) => code !== defaultLanguage);

/** The manifest, in English. */
export function createManifest({ botId, clientId, version, developer }: Identity): Manifest {
  const { websiteUrl } = developer;
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version,
    id: botId,
    localizationInfo: {
      defaultLanguageTag: defaultLanguage,
      additionalLanguages: otherLanguages.map((code) => ({ languageTag: code, file: `${code}.json` })),
    },
    developer,
    ...aboutIn(defaultLanguage, websiteUrl),
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor,
    bots: [{ botId, scopes, supportsFiles: false, isNotificationOnly: false, commandLists: menuIn(defaultLanguage) }],
    defaultInstallScope: 'personal',
    supportsChannelFeatures: 'tier1',
    // Purser goes by who speaks, and answers lists asked for in a channel in that person's own chat.
    permissions: ['identity', 'messageTeamMembers'],
    // It shows no pages of its own and signs nobody in, so it needs no domain.
    validDomains: [],
    // Graph lets an app install itself for people it must write to only if this names the app that asks. Nobody signs in,
    // so no token is ever asked for the resource; it must not be empty, though.
    webApplicationInfo: { id: clientId, resource: `api://botid-${botId}` },
  };
}

/** The texts of the manifest in another language, as its file in the package holds them. */
export function createTranslation(code: LanguageCode, { developer }: Pick<Identity, 'developer'>): Translation {
  const texts = textsOf({ ...aboutIn(code, developer.websiteUrl), bots: [{ commandLists: menuIn(code) }] });
  return { $schema: translationSchemaUrl, ...texts };
}

/** Every text of a manifest that people read, by its place. */
export function textsOf({ name, description, bots }: TextBearing): Translation {
  const lists = bots?.[0]?.commandLists ?? [];
  const items = lists.flatMap(({ commands }, list) =>
    commands.flatMap(({ title, description }, item): [string, string][] => {
      const place = `bots[0].commandLists[${list}].commands[${item}]`;
      return [
        [`${place}.title`, title],
        [`${place}.description`, description],
      ];
    }),
  );
  return {
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries(items),
  };
}

type TextBearing = About & {
  bots?: Pick<TeamsManifestV1D25.Bot, 'commandLists'>[];
};

function menuIn(code: LanguageCode): TeamsManifestV1D25.CommandList[] {
  return scopes.map((scope) => ({
    scopes: [scope],
    commands: menu[scope].map((command) => {
      const { names, summary } = languageFiles[code].commands[command];
      return { title: names[0] ?? command, description: summary };
    }),
  }));
}

function aboutIn(code: LanguageCode, help: string): About {
  const { fullName, short } = appWords[code];
  return { name: { short: 'Purser', full: fullName }, description: { short, full: fullDescription(code, help) } };
}

/**
 * Lists what there is, so it can't promise a command or hide a permission; what only buttons say is told by the cards. Teams'
 * store takes 500 words: only what the menu offers comes with its summary.
 */
function fullDescription(code: LanguageCode, help: string): string {
  const app = appWords[code];
  const words = languageFiles[code].commands;
  const told = allCommands.filter(({ reply, name }: Command) => !reply && name !== 'hello' && name !== 'help');
  const nameOf = (name: CommandName): string => words[name].names[0] ?? name;
  const isOffered = ({ name }: { name: CommandName }): boolean => (menu.personal as CommandName[]).includes(name);
  const lines = told.filter(isOffered).map(({ name }) => app.command(nameOf(name), words[name].summary));
  const others = told.filter((command) => !isOffered(command)).map(({ name }) => nameOf(name));
  const named = (optional: boolean): string =>
    permissions
      .filter(({ need }) => (need !== 'required') === optional)
      .map(({ name, api }) => `${name} (${api})`)
      .join(', ');
  const readsOnly = permissions.every(({ name }) => name.includes('.Read.'));
  return [
    app.what,
    [app.does, ...lines, app.others(others)].join('\n'),
    app.seen,
    `${app.reads} ${readsOnly ? app.changesNothing : app.confirms}`,
    app.never,
    app.setUp(named(false), named(true), nameOf('status')),
    app.where,
    app.support(help),
  ].join('\n\n');
}
