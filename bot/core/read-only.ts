/** A read-only pilot, in words: on every card, and in place of what would change something at Microsoft. */
import { type Card, headed } from '../../cards/card.ts';
import { isReadOnly } from '../../store/hold.ts';
import type { Language } from '../language/index.ts';
import { applies, type Command } from './command.ts';
import type { Dependencies } from './dependencies.ts';

/** Whether something that was said or pressed changes something at Microsoft, at once or later. */
export function changes(command: Pick<Command, 'orders' | 'changes'>, args: unknown): boolean {
  return applies(command.orders, args) || applies(command.changes, args);
}

/** The same of a button, by what its command says of it. */
export function changesBy(commands: readonly Command[]): Dependencies['changes'] {
  const byName = new Map(commands.map((command) => [command.name, command]));
  return ({ verb, data }) => {
    const command = byName.get(verb);
    const args = command?.args.safeParse(data);
    return command !== undefined && args?.success === true && changes(command, args.data);
  };
}

/** Every card of a read-only pilot says so first; a dry run, that it stays one. */
export function withReadOnly(
  card: Card,
  { dependencies, language: { t } }: { dependencies: Pick<Dependencies, 'store' | 'changes'>; language: Language },
): Card {
  if (!isReadOnly(dependencies.store)) return card;
  return headed(card, t(offersChange(card.content, dependencies.changes) ? 'pilot.dryRun' : 'pilot.head'));
}

function offersChange(node: unknown, isChange: Dependencies['changes']): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some((each) => offersChange(each, isChange));
  const { type, verb, data } = node as { type?: unknown; verb?: unknown; data?: unknown };
  if (type === 'Action.Execute' && typeof verb === 'string') return isChange({ verb, data });
  return Object.values(node).some((each) => offersChange(each, isChange));
}
