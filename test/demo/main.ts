/** Opens the demo, says in one screen what to do with it, and closes it on Ctrl-C. */
import { type Demo, openDemo, type Player, players } from './demo.ts';

const firstPort = Number(process.env['DEMO_PORT'] ?? 56151);

const things: Record<Player, { who: string; todo: readonly string[] }> = {
  alex: {
    who: 'Alex Wilber, Global Administrator',
    todo: [
      'type  purchases; press a row, then Back; press Filter',
      'type  notify on alerts, then let Adele buy something (below) and wait a minute',
      'type  ask P-3 because we have a contract;  rules;  journal',
      'in the team’s Approvals channel  notify on approvals;  here  takeover  with the number of Adele’s Visio Plan 2',
    ],
  },
  megan: {
    who: 'Megan Bowen, in the approvers’ group',
    todo: [
      'type  whoami',
      'type  purchases  (she sees only her own: none)',
      'open the team’s Approvals channel and type  hello;  approve there what Alex asks for',
    ],
  },
  adele: {
    who: 'Adele Vance, who bought things with her own card',
    todo: ['type  achats', 'type  langue français, then  achats', 'type  purchase P-3  (somebody else’s)'],
  },
};

process.stdout.write('Purser: opening a stand-in Microsoft 365, the bot, and three windows …\n');
let leaving = false;
let demo: Demo | undefined;

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await demo?.close();
  process.exit(code);
}
process.on('SIGINT', () => void leave(0));
process.on('SIGTERM', () => void leave(0));

try {
  demo = await openDemo({ firstPort });
  if (!leaving) process.stdout.write(screen(demo));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `\n${message}\nThe windows use the ports ${firstPort} to ${firstPort + 2}; DEMO_PORT=57000 npm run demo uses others.\n`,
  );
  await leave(1);
}

function screen({ windows, tenant }: Demo): string {
  const blocks = players.map((player) => {
    const { who, todo } = things[player];
    return [`  ${windows[player].url}`, `  ${who}`, ...todo.map((thing) => `    · ${thing}`)].join('\n');
  });
  return [
    '',
    `${tenant.company.name} is open: ${tenant.company.users.size} people, ${tenant.company.subscriptions.length} subscriptions, all made up.`,
    'Each window is one person in Microsoft’s Agents Playground. Open them side by side:',
    '',
    blocks.join('\n\n'),
    '',
    `  ${tenant.url}/shop            where anyone of them buys a product with their own card`,
    `  ${tenant.url}/admin-centre    Microsoft's side: all subscriptions, and where one is cancelled`,
    '  (a made-up Microsoft with a certificate of its own, so the browser warns about these two)',
    '',
    'Everything runs on this machine and is gone when you press Ctrl-C.',
    '',
  ].join('\n');
}
