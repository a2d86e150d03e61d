/** Whether somebody may buy a product themselves, with the rule that says so, and what to do instead [43–53]. */
import { z } from 'zod/v4';
import type { Button, Card } from '../../cards/card.ts';
import type { Rule } from '../../store/records.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { patienceMs, within } from '../core/time-limit.ts';
import { answered } from '../core/what-next.ts';
import { argument } from '../language/arguments.ts';
import { fold } from '../language/fold.ts';
import { MicrosoftFailed, type PersonFacts } from '../microsoft/commerce.ts';
import { nearestRule } from '../rules/catalogue/nearest.ts';
import { findRules } from '../rules/catalogue/products.ts';
import { canBuyCard } from './can-buy-card.ts';

const args = z.strictObject({ words: argument.words.optional(), by: argument.by.optional() });

export const canBuy: Command<'can-buy', typeof args> = {
  name: 'can-buy',
  role: 'anyone',
  args,
  rest: 'words',
  searches: true,
  reads: true,
  async run({ words, by }, context): Promise<Card> {
    const { t, words: language } = context.language;
    if (!words) throw new UserError(t('canBuy.which', { example: language.commands['can-buy'].examples[0] }));
    const { rules, person } = meant(words, context);
    const named = by ?? person;
    if (named && !context.speaker.roles.has('viewer')) throw new UserError(t('canBuy.others'));
    const about = named ? await colleague(named, context) : undefined;
    const { guest, enabled } = about ?? { guest: false, enabled: true };
    const country = await countryOf(about?.id ?? context.speaker.id, context);
    return canBuyCard(rules, { buyer: { guest, enabled, country }, name: about && nameOf(about) }, context);
  },
};

/**
 * The products that are meant, and whoever is named before them.
 *
 * @throws UserError where there is no such product
 */
function meant(words: string, context: Context): { rules: Rule[]; person?: string } {
  const { t } = context.language;
  const all = [...context.dependencies.store.all('rules')].filter(({ surface }) => surface !== 'switch');
  const listed = all.filter(({ goneAt }) => goneAt === null);
  if (listed.length === 0) throw new UserError(t('canBuy.notRead'), [press(t('button.status'), 'status')]);
  // What Microsoft has stopped listing can still be asked about.
  const whole = [listed, all].map((some) => findRules(some, words)).find((some) => some.length > 0);
  if (whole) return { rules: whole };
  const near = nearestRule(listed, words);
  // Of as many words as were typed: otherwise somebody is named before it.
  if (near && near.split(/\s+/).length === words.split(/\s+/).length)
    throw new UserError(`${t('rules.unknown', { what: words })} ${t('refused.didYouMean')}`, [offered(near)]);
  return after(words, listed) ?? after(words, all) ?? unknown(words, t);
}

function offered(name: string): Button {
  return press(name, 'can-buy', { words: name });
}

function unknown(what: string, t: Context['language']['t']): never {
  throw new UserError(t('rules.unknown', { what }));
}

/** "adele visio": what stands before the product is somebody. */
function after(words: string, some: readonly Rule[]): { rules: Rule[]; person?: string } | undefined {
  const tokens = words.split(/\s+/);
  for (let at = 1; at < tokens.length; at++) {
    const rules = findRules(some, tokens.slice(at).join(' '));
    if (rules.length > 0) return { rules, person: tokens.slice(0, at).join(' ') };
  }
  return undefined;
}

/** @throws UserError where nobody is called so, or several are */
async function colleague(name: string, { dependencies: { commerce }, mentioned, language: { t } }: Context) {
  const id = mentioned.get(name.trim());
  const asked = id ? commerce.people([id], { brisk: true }) : commerce.find(name.trim());
  const found = await answered(asked, t('assign.cantLook'), t);
  const exact = found.filter((each) => [each.name, each.userName].some((own) => own && fold(own) === fold(name)));
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (!only) throw new UserError(t('assign.nobody', { who: name }));
  if (others.length > 0) throw new UserError(t('refused.noPerson', { name }));
  return only;
}

function nameOf({ id, name, userName }: PersonFacts): string {
  return name ?? userName ?? id;
}

/** The usage location, as far as Microsoft tells it while somebody waits. */
async function countryOf(person: string, { dependencies: { commerce } }: Context): Promise<string | null> {
  try {
    const told = await within(patienceMs, commerce.licencesOf([person], []));
    return told?.[0]?.usageLocation ?? null;
  } catch (error) {
    if (error instanceof MicrosoftFailed) return null;
    throw error;
  }
}
