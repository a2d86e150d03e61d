/** The list of calls as a page of the documents. */
import { list } from './list.ts';
import { hosts, type Listed, type Service, type Shape } from './listed.ts';

const head = `# What Purser sends to Microsoft

Every call there is: method, path, query and body, what for, where Microsoft documents it, and the application permission Purser asks with. It is
written from the list in [\`test/stand-ins/calls/\`](../test/stand-ins/calls) by \`npm run calls\`. The stand-ins hold every request of every test
against that list as it comes, and one that isn’t on it fails the test; so nothing is sent that isn’t here. Of these calls
[a read-only pilot](operating.md#a-pilot-that-cant-harm) makes those alone that read.

In braces is what changes from call to call. A link to a further page is Microsoft’s own, with \`$skiptoken\` or \`$skip\`. A body is told by its names: a name with
\`?\` may be left out. *seen in code*: Microsoft’s own clients or well-known programs send it, and no page of Microsoft’s says it is answered so.
`;

export function pageOfCalls(): string {
  return `${head}\n${(Object.keys(list) as Service[]).map(sectionOf).join('\n')}`;
}

function sectionOf(service: Service): string {
  const rows = list[service].map(rowOf).join('\n');
  return `## ${hosts[service]}\n\n| call | for | documented | permission |\n|---|---|---|---|\n${rows}\n`;
}

function rowOf({ call, bodies = [], purpose, source, sure, permission }: Listed): string {
  const sent = [call, ...bodies.map(told)].map((each) => `\`${each.replaceAll('|', '\\|')}\``).join('<br>');
  const where = source.startsWith('https://') ? `[${nameOf(source)}](${source})` : source;
  return `| ${sent} | ${purpose} | ${sure === 'documented' ? '' : `*${sure}*: `}${where} | ${permission} |`;
}

function nameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? url;
}

function told(shape: Shape): string {
  if (typeof shape === 'string') return shape.startsWith('=') ? JSON.stringify(shape.slice(1)) : shape;
  if (Array.isArray(shape)) return `[${shape.map(told).join(', ')}]`;
  return `{ ${Object.entries(shape)
    .map(([name, each]) => `${name}: ${told(each)}`)
    .join(', ')} }`;
}
