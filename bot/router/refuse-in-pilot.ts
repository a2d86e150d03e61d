/** In a read-only pilot, what would change something at Microsoft is refused before it is begun, and kept for the monthly card. */
import { audit } from '../../store/audit.ts';
import { isReadOnly } from '../../store/hold.ts';
import type { Store } from '../../store/store.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { changes } from '../core/read-only.ts';
import type { CommandName } from '../language/translation.ts';

type Told = Pick<Context, 'speaker' | 'language' | 'dependencies' | 'now'>;

/** @throws UserError for what would change something at Microsoft */
export async function refuseInPilot(
  { command, args }: { command: Command; args: Readonly<Record<string, unknown>> },
  told: Told,
  transact: Store['transact'],
): Promise<void> {
  const { store } = told.dependencies;
  if (!isReadOnly(store) || !changes(command, args)) return;
  const tried = whatIn(command.name, args);
  const purchase = purchaseIn(args, told);
  const { id, name } = told.speaker;
  await transact((tx) =>
    audit(tx, {
      ...{
        at: told.now.toISOString(),
        actor: { id, name },
        action: 'withheld',
        purchase,
        product: productOf(purchase, tx) ?? ruleIn(args, tx),
      },
      ...{
        purchaser: null,
        before: null,
        after: tried,
        why: typeof args['reason'] === 'string' ? args['reason'] : null,
      },
    }),
  );
  const { t, words } = told.language;
  const said = words.commands[command.name as CommandName].names[0];
  throw new UserError(t('pilot.refused', { what: [said, ...idsIn(args)].join(' ') }), [
    press(t('button.status'), 'status'),
  ]);
}

/** Ids, and words that name a product or people: what a colleague would say was tried. */
const naming = ['change', 'request', 'second', 'purchase', 'product', 'source', 'task', 'words'] as const;

function idsIn(args: Readonly<Record<string, unknown>>): string[] {
  return naming.flatMap((name) => (typeof args[name] === 'string' ? [args[name]] : []));
}

/** By the command's own name, which the journal puts into the reader's words: `apply CH-2` */
function whatIn(command: string, args: Readonly<Record<string, unknown>>): string {
  return [command, ...idsIn(args)].join(' ');
}

function purchaseIn(
  { purchase, draft, request }: Readonly<Record<string, unknown>>,
  { dependencies }: Told,
): string | null {
  if (typeof purchase === 'string') return purchase;
  const { store } = dependencies;
  if (typeof draft === 'string') return store.get('drafts', draft)?.purchase ?? null;
  return typeof request === 'string' ? (store.get('takeovers', request)?.purchase.id ?? null) : null;
}

function productOf(id: string | null, reader: Pick<Store, 'get'>): string | null {
  const purchase = id === null ? undefined : reader.get('purchases', id);
  return (purchase && (reader.get('products', purchase.sku)?.name ?? purchase.skuPart)) ?? null;
}

/** Of a change of one rule, what Microsoft calls it. */
function ruleIn({ change }: Readonly<Record<string, unknown>>, reader: Pick<Store, 'get'>): string | null {
  const [first, ...more] = (typeof change === 'string' && reader.get('changes', change)?.items) || [];
  return first && more.length === 0 ? first.name : null;
}
