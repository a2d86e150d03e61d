/** What an operator may have set, as the worlds of these scenes have it. */
import { minute } from '../world/clock.ts';

export const contact = { CONTACT_NAME: 'Service Desk', CONTACT_URL: 'https://intranet.contoso.example/it' };

/** Every page there is. */
export const pages = {
  ...contact,
  VERIFY_URL: 'https://intranet.contoso.example/purser',
  EXPENSES_URL: 'https://intranet.contoso.example/expenses',
};

export const publicUrl = { PUBLIC_URL: 'https://purser.contoso.example' };

/** Hosts of the pages the operator has set in these worlds. */
export const hosts: readonly string[] = ['intranet.contoso.example', 'purser.contoso.example'];

/** Until roles are asked for again. */
export const forgotten = 6 * minute;
