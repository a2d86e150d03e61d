/** The largest company there may be, made in a process of its own: it takes more room than a worker of the tests has. */
import { company } from './company.ts';

const { subscriptions, users } = company({ now: new Date(), subscriptions: 100_000, users: 300_000 });
process.stdout.write(JSON.stringify([subscriptions.length, users.size]));
