/** Puts a takeover to one approver in person; others who may approve still can. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import { report } from '../../../cards/report.ts';
import { present } from '../../../cards/when.ts';
import { awayUntil } from '../../../store/calls.ts';
import type { Somebody, Takeover } from '../../../store/records.ts';
import { mayDecide, toDecide } from '../../../store/takeover/deciders.ts';
import { type Command, type Context, press } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { lastDay } from '../../language/days.ts';
import { finder, fold, searchKey } from '../../language/fold.ts';
import { memberOf } from '../../people/members.ts';
import type { Approver } from '../../people/people.ts';
import { calledIn } from '../../people/told-apart.ts';
import { summaryOf } from '../cards/view/summary.ts';
import { cannotAsk, mayApproveNow } from './may-approve.ts';
import { makeMove, mayMove, takeoverArguments, takeoverFor } from './one-takeover.ts';

const args = z.strictObject({
  request: takeoverArguments.request,
  confirm: argument.confirm.optional(),
  person: argument.person.optional(),
});

export const reassign: Command<'reassign', typeof args> = {
  name: 'reassign',
  role: 'anyone',
  args,
  reply: true,
  rest: 'person',
  async run({ request, person, confirm }, context) {
    const meant = request ? undefined : pendingFor(context);
    const [only, ...more] = meant ?? [];
    if (only && more.length > 0) return askWhichTakeover([only, ...more], person, context);
    const found = takeoverFor(request ?? only?.id, context, { name: 'reassign' });
    // Only people who may decide about it learn who may approve.
    if (!mayMove(found, 'reassign', context)) return makeMove(found.id, context, moving(null));
    const deciders = await decidersOf(found, context);
    if (!person) return pick(found, { deciders }, context);
    const { t } = context.language;
    const { exact, near } = approversNamed(person.replace(/^(?:to|à|a)\s+/i, ''), deciders, context);
    const [to, ...others] = exact.length > 0 ? exact : near;
    if (!to) return pick(found, { deciders, remark: t('takeover.reassign.unknown', { name: person }) }, context);
    if (others.length > 0)
      return pick(
        found,
        { deciders: [to, ...others], remark: t('takeover.reassign.several', { name: person }) },
        context,
      );
    const isSure = request !== undefined && exact.length > 0 && !isAwayNow(to, context);
    if (!confirm && !isSure) return askWhether(found, to, context);
    return makeMove(found.id, context, moving(to));
  },
};

function moving(to: Somebody | null) {
  return {
    name: 'reassign' as const,
    moveFor: () => ({ kind: 'reassign', to: to && { id: to.id, name: to.name, approves: true } }) as const,
  };
}

/** What they could hand over. */
function pendingFor(context: Context): Takeover[] {
  return [...context.dependencies.store.all('takeovers')].filter((each) => mayMove(each, 'reassign', context));
}

/** @throws UserError where Microsoft doesn't say who decides */
async function decidersOf(takeover: Takeover, context: Context): Promise<Approver[]> {
  const { approvers, amiss, trouble } = await mayApproveNow(context);
  if (!approvers || amiss) throw cannotAsk({ amiss, trouble }, context);
  return approvers.filter(({ id }) => mayDecide(toDecide(takeover), { id, approver: true }));
}

interface Named {
  /** By the whole name, a word of it, an address, or a mention. */
  exact: Approver[];
  /** By a part of one. */
  near: Approver[];
}

function approversNamed(person: string, deciders: readonly Approver[], context: Context): Named {
  const id = context.mentioned.get(person);
  if (id) return { exact: deciders.filter((each) => each.id === id), near: [] };
  const wanted = fold(person);
  const isCalled = (each: string | null): boolean => each !== null && fold(each) === wanted;
  const whole = deciders.filter(({ name, userName, mail }) => [name, userName, mail].some(isCalled));
  if (whole.length > 0) return { exact: whole, near: [] };
  const byWord = deciders.filter(({ name }) => name.split(/\s+/).some(isCalled));
  const finds = finder(person);
  return { exact: byWord, near: deciders.filter(({ name, userName, mail }) => finds(searchKey(name, userName, mail))) };
}

interface Picking {
  deciders: readonly Approver[];
  /** The reader should know this first. */
  remark?: string;
}

/** A list has room for so many. */
const mostOffered = 100;

function pick(takeover: Takeover, { deciders, remark }: Picking, context: Context): Card {
  const { t, words, format } = context.language;
  const { store } = context.dependencies;
  const { id } = takeover;
  const { title, stateLine } = summaryOf(takeover, context);
  const offered = deciders
    .filter((each) => each.id !== context.speaker.id && each.id !== takeover.putTo?.id)
    .toSorted((a, b) => format.compare(a.name, b.name));
  const frame = {
    name: title,
    subtitle: stateLine,
    fallback: t('fallback', { command: `${words.commands.approval.names[0]} ${id}` }),
  };
  const back = press(t('button.back'), 'approval', { request: id, back: 'back' });
  if (offered.length === 0) {
    const nobody = t('takeover.reassign.nobody');
    return report({ ...frame, paragraphs: present(remark, nobody), buttons: [back], summary: nobody });
  }
  const options = offered.slice(0, mostOffered).map((each) => ({
    title: present(calledIn(store, each), awayText(each, context)).join(' · '),
    value: each.userName ?? each.id,
  }));
  const ask = t('takeover.reassign.who');
  return report({
    ...frame,
    paragraphs: present(remark, t('takeover.reassign.what')),
    choice: { id: 'person', label: ask, options, missing: ask, search: true },
    buttons: [{ ...press(t('button.reassign'), 'reassign', { request: id, confirm: 'confirm' }), inputs: true }, back],
    summary: ask,
  });
}

function askWhether(takeover: Takeover, to: Approver, context: Context): Card {
  const { t, words } = context.language;
  const { id } = takeover;
  const { title, stateLine } = summaryOf(takeover, context);
  const question = t('takeover.reassign.sure', { id, name: to.name });
  const absence = awayText(to, context);
  const data = { request: id, person: to.userName ?? to.id, confirm: 'confirm' } as const;
  return report({
    name: title,
    subtitle: stateLine,
    paragraphs: present(question, absence && t('takeover.reassign.absent', { name: to.name, absence })),
    buttons: [
      press(t('takeover.reassign.to', { name: to.name }), 'reassign', data),
      press(t('takeover.reassign.other'), 'reassign', { request: id }),
      press(t('button.back'), 'approval', { request: id, back: 'back' }),
    ],
    summary: question,
    fallback: t('fallback', { command: `${words.commands.approval.names[0]} ${id}` }),
  });
}

/** Several wait, and they named none. */
function askWhichTakeover(all: readonly Takeover[], person: string | undefined, context: Context): Card {
  const { t, words } = context.language;
  const lines = all.slice(-mostListed).map((takeover) => {
    const { id } = takeover;
    return {
      title: summaryOf(takeover, context).title,
      text: id,
      press: press(`${t('button.reassign')} ${id}`, 'reassign', { request: id, ...(person && { person }) }),
    };
  });
  const ask = t('takeover.reassign.which');
  return report({
    title: ask,
    sections: [{ lines }],
    buttons: [press(t('button.listApprovals'), 'approvals')],
    summary: ask,
    fallback: t('fallback', { command: words.commands.approvals.names[0] }),
  });
}

const mostListed = 10;

function isAwayNow({ id }: Somebody, { dependencies: { store }, now }: Context): boolean {
  return awayUntil(memberOf(store, id), now) !== undefined;
}

function awayText(
  { id }: Somebody,
  { dependencies: { store }, now, language: { t, format } }: Context,
): string | undefined {
  const until = awayUntil(memberOf(store, id), now);
  return until && t('takeover.reassign.away', { date: lastDay(until.toISOString(), format) });
}
