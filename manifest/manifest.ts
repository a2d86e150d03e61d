/** The app manifest and its translations, made from the commands' own words. English is in the manifest itself. */
import type { TeamsManifestV1D19 } from '@microsoft/app-manifest';
import { allCommands } from '../bot/commands.ts';
import type { Command } from '../bot/core/command.ts';
import { type LanguageCode, languageCodes } from '../bot/language/codes.ts';
import { languageFiles } from '../bot/language/index.ts';
import type { CommandName } from '../bot/language/translation.ts';
import { permissions } from '../bot/microsoft/permissions.ts';
import type { Identity } from './identity.ts';
import { appWords } from './words.ts';

export type Manifest = TeamsManifestV1D19.TeamsManifestV1D19;
export type Scope = TeamsManifestV1D19.CommandListScope;
/** A text by its place in the manifest: `bots[0].commandLists[0].commands[0].title`. */
export type Translation = Record<string, string>;

/** Newer versions allow longer menus and titles; what fits this one is valid in them too, so older clients show all of it. */
export const manifestVersion = '1.19';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}`;
export const translationSchemaUrl = `${schemas}/MicrosoftTeams.Localization.schema.json`;

/** The background of `icons/color.png`. */
export const accentColor = '#0F4C4A';

/**
 * What the menu offers, at most ten per scope. `purchase` needs an id, so it is reached from the list; a channel or group
 * has no language of its own to choose by menu.
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
    ...aboutIn(defaultLanguage),
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor,
    bots: [{ botId, scopes, supportsFiles: false, isNotificationOnly: false, commandLists: menuIn(defaultLanguage) }],
    defaultInstallScope: 'personal',
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
export function createTranslation(code: LanguageCode): Translation {
  const texts = textsOf({ ...aboutIn(code), bots: [{ commandLists: menuIn(code) }] });
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

type TextBearing = Pick<Manifest, 'name' | 'description'> & {
  bots?: Pick<TeamsManifestV1D19.Bot, 'commandLists'>[];
};

function menuIn(code: LanguageCode): TeamsManifestV1D19.CommandList[] {
  return scopes.map((scope) => ({
    scopes: [scope],
    commands: menu[scope].map((command) => {
      const { names, summary } = languageFiles[code].commands[command];
      return { title: names[0] ?? command, description: summary };
    }),
  }));
}

function aboutIn(code: LanguageCode): Pick<Manifest, 'name' | 'description'> {
  const { fullName, short } = appWords[code];
  return { name: { short: 'Purser', full: fullName }, description: { short, full: fullDescription(code) } };
}

/** Lists what there is, so it can't promise a command or hide a permission; what only buttons say is told by the cards. */
function fullDescription(code: LanguageCode): string {
  const app = appWords[code];
  const words = languageFiles[code].commands;
  const lines = allCommands
    .filter((command: Command) => !command.reply && command.name !== 'hello' && command.name !== 'help')
    .map(({ name }) => app.command(words[name].names[0] ?? name, words[name].summary));
  const named = (optional: boolean): string =>
    permissions
      .filter(({ need }) => (need !== 'required') === optional)
      .map(({ name, api }) => `${name} (${api})`)
      .join(', ');
  const readsOnly = permissions.every(({ name }) => name.includes('.Read.'));
  return [
    app.what,
    [app.does, ...lines].join('\n'),
    app.seen,
    `${app.reads} ${readsOnly ? app.changesNothing : app.confirms}`,
    app.never,
    app.setUp(named(false), named(true), words.status.names[0] ?? 'status'),
    app.where,
  ].join('\n\n');
}
