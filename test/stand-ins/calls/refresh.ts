/** `npm run calls`: writes the list of calls to Microsoft anew as a page of the documents. */
import { writeFileSync } from 'node:fs';
import { pageOfCalls } from './page.ts';

writeFileSync(new URL('../../../docs/microsoft-calls.md', import.meta.url), pageOfCalls());
