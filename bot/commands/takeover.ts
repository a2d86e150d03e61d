import { z } from 'zod/v4';
import { argument } from './arguments.ts';
import type { Command } from './command.ts';
import { showPurchase } from './purchase.ts';

const args = z.strictObject({ purchase: argument.purchase.optional() });

export const takeover: Command<'takeover', typeof args> = {
  name: 'takeover',
  role: 'admin',
  args,
  single: true,
  run: ({ purchase }, call) => showPurchase(purchase ?? '', call),
};
