/** Rules in words. */
import { shorten } from '../../../cards/card.ts';
import { when } from '../../../cards/when.ts';
import { isSwitch, type Rule, type RuleValue, type Switch } from '../../../store/records.ts';
import type { Language, Translate } from '../../language/index.ts';

/** Graph gives a name up to 256 characters. */
const longestName = 80;
/** Beyond this many, names are counted; Microsoft lists fewer than thirty products. */
const mostNames = 40;

/** Microsoft's name of a switch is one that people don't know. */
export function ruleName({ id, name }: Pick<Rule, 'id' | 'name'>, t: Translate): string {
  return isSwitch(id) ? t(`rules.switches.${switchKey(id)}.name`) : shorten(name, longestName);
}

type SwitchKey = Switch extends `switch:${infer Key}` ? Key : never;

/** Its id without the surface. */
function switchKey(id: Switch): SwitchKey {
  return id.slice('switch:'.length) as SwitchKey;
}

/** What kind of rule it is; `short` beside others. */
export function surfaceOf(
  { id, surface }: Pick<Rule, 'id' | 'surface'>,
  t: Translate,
): { long: string; short: string } {
  if (isSwitch(id)) {
    const key = switchKey(id);
    return { long: t(`rules.switches.${key}.what`), short: t(`rules.switches.${key}.short`) };
  }
  return { long: t(`rules.surface.${surface}`), short: t(`rules.surfaceShort.${surface}`) };
}

/** "nobody may buy" */
export function ruleValue(id: Rule['id'], value: RuleValue, t: Translate): string {
  if (!isSwitch(id)) return t(`rules.value.${value}`);
  return t(`rules.switches.${switchKey(id)}.${value === 'Disabled' ? 'Disabled' : 'Enabled'}`);
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
