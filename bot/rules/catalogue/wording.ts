/** Rules in words. */
import { shorten } from '../../../cards/card.ts';
import { when } from '../../../cards/when.ts';
import type { Rule, RuleValue } from '../../../store/records.ts';
import type { Language, Translate } from '../../language/index.ts';

/** Graph gives a name up to 256 characters. */
const longestName = 80;
/** Beyond this many, names are counted; Microsoft lists fewer than thirty products. */
const mostNames = 40;

/** Microsoft's name of the switch is one that people don't know. */
export function ruleName({ id, name }: Pick<Rule, 'id' | 'name'>, t: Translate): string {
  return id === 'switch:email-sign-up' ? t('rules.emailSignUp') : shorten(name, longestName);
}

/** "nobody may buy" */
export function ruleValue(id: Rule['id'], value: RuleValue, t: Translate): string {
  if (!id.startsWith('switch:')) return t(`rules.value.${value}`);
  return t(`rules.switch.${value === 'Disabled' ? 'Disabled' : 'Enabled'}`);
}

export function namesOf(rules: readonly Pick<Rule, 'id' | 'name'>[], { t, format }: Language): string {
  const names = rules.map((rule) => ruleName(rule, t)).sort(format.compare);
  const more = names.length - mostNames;
  return format.list([...names.slice(0, mostNames), ...when(more > 0, t('change.more', { count: more }))]);
}

/** For the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
