/** To the requester of a takeover: somebody, or a chat, that was to decide could not be told. Where, why, and what helps. */
import { type Line, report } from '../../../cards/report.ts';
import { present } from '../../../cards/when.ts';
import { idOf, subscribers } from '../../../store/notices.ts';
import type { Notice, Takeover } from '../../../store/records.ts';
import { waitsForApprovers } from '../../../store/takeover/advance.ts';
import { mayDecide, toDecide } from '../../../store/takeover/deciders.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import type { Language } from '../../language/index.ts';
import { memberOf } from '../../people/members.ts';
import type { Approver } from '../../people/people.ts';
import { fallbackOf } from './card.ts';
import { summaryOf } from './view/summary.ts';

const card: CardOf<'approvals-lost'> = ({ takeover: id, to }, shown) => {
  const { language, notice, dependencies, now } = shown;
  const { t, words } = language;
  const takeover = dependencies.store.get('takeovers', id);
  if (!takeover) return undefined;
  const isOver = !waitsForApprovers(takeover);
  // Decided elsewhere before this could be delivered.
  if (isOver && !notice.delivered) return undefined;
  const summary = summaryOf(takeover, { ...shown, now });
  const place = nameOf(to, shown);
  const title = t('approvalsLost.title', { id, place });
  const [on, topic] = [words.valueWords.switch.on[0], words.valueWords.topic.approvals[0]];
  const subscribe = `${words.commands.notify.names[0]} ${on} ${topic}`;
  const kind = 'chat' in to ? 'chat' : 'person';
  const decision = takeover.state === 'pending' ? 'approve' : 'proceed';
  return report({
    name: title,
    subtitle: summary.title,
    paragraphs: isOver ? [t('approvalsLost.over')] : [t(`approvalsLost.why.${kind}`)],
    sections: isOver
      ? []
      : [
          {
            heading: t('approvalsLost.remedies'),
            lines: [
              { title: t(`approvalsLost.again.${kind}`, { place }) },
              { title: t('approvalsLost.elsewhere', { subscribe }) },
              { title: t('approvalsLost.type', { command: `${words.commands[decision].names[0]} ${id}` }) },
            ],
          },
          { heading: t('approvalsLost.others'), lines: othersAsked(takeover, to, shown) },
          { heading: t('approvalsLost.canDecide'), lines: othersWhoCan(takeover, to, shown) },
        ],
    buttons: [press(t('button.open'), 'approval', { request: id })],
    summary: title,
    fallback: fallbackOf(summary),
  });
};

export const approvalsLost: NoticeKind<'approvals-lost'> = {
  card,
  urgency: 1,
  audience: 'members',
  before: ({ people }) => people.approvers(),
};

const mostNamed = 6;

/** Who was asked as well, and can be reached as far as is known. */
function othersAsked({ requester, purchase }: Takeover, lost: Notice['to'], shown: Shown): Line[] {
  const { store } = shown.dependencies;
  const uninvolved = new Set(present(requester.id, purchase.purchaser?.id, idOf(lost)));
  const isOpen = (to: Notice['to']): boolean =>
    !('chat' in to ? store.get('chats', to.chat)?.away : memberOf(store, to.person).away);
  const others = subscribers(store, 'approvals').filter((to) => !uninvolved.has(idOf(to)) && isOpen(to));
  if (others.length === 0) return [{ title: shown.language.t('approvalsLost.nobody') }];
  return others.slice(0, mostNamed).map((to) => ({ title: nameOf(to, shown) }));
}

/** Who could be asked as well: pressed, the request is put to them in person. */
function othersWhoCan(takeover: Takeover, lost: Notice['to'], { dependencies, language }: Shown): Line[] {
  const { people, store } = dependencies;
  const asked = new Set([idOf(lost), ...subscribers(store, 'approvals').map(idOf)]);
  const others = (people.approversLately() ?? []).filter(
    ({ id }) => !asked.has(id) && mayDecide(toDecide(takeover), { id, approver: true }),
  );
  return others.slice(0, mostNamed).map((other) => decider(other, takeover, language));
}

function decider({ name, userName, mail }: Approver, { id }: Takeover, { t }: Language): Line {
  const person = userName ?? mail ?? name;
  const title = shortName(name);
  return {
    title,
    text: person,
    press: press(t('approvalsLost.put', { name: title }), 'reassign', { request: id, person }),
  };
}

function nameOf(to: Notice['to'], { dependencies: { store }, language: { t } }: Shown): string {
  if ('person' in to) return shortName(store.get('people', to.person)?.name ?? t('ledger.somebody'));
  return shortName(store.get('chats', to.chat)?.name ?? t('ledger.aChat'));
}
