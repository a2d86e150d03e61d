/**
 * Licence requests are decided with the same words as takeovers, and have a room of their own further up: what is said of one is
 * handed to its command.
 */
import type { Card } from '../../cards/card.ts';
import type { Context } from './command.ts';

export function isLicenceRequest(id: string | undefined): id is string {
  return id?.startsWith('LR-') ?? false;
}

interface Said {
  move?: 'approve' | 'reject' | 'withdraw' | 'retry';
  reason?: string | undefined;
  /** How long it is for. */
  limit?: string | undefined;
}

export function ofLicence(id: string, said: Said, context: Context): Card | Promise<Card> {
  const command = Object.values(context.commands)
    .flat()
    .find(({ name }) => name === 'request');
  if (!command) throw new Error('There is no command for licence requests');
  return command.run(command.args.parse({ request: id, ...said }), context);
}
