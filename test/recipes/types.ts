/**
 * Says, one line each, what does not compile in a tree; and again for each folder of files that take the place of the tree's
 * own. `types.ts TREE [FOLDER …]`; a line `--` ends each answer.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const [tree = '', ...others] = process.argv.slice(2);
const { config } = ts.readConfigFile(join(tree, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, tree);

/** What is the same in every tree is read once. */
const read = new Map<string, ts.SourceFile | undefined>();
let before: ts.Program | undefined;
for (const folder of [undefined, ...others]) {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, version) => {
    const other = folder && join(folder, relative(tree, file));
    if (other && existsSync(other)) return ts.createSourceFile(file, ts.sys.readFile(other) ?? '', version, true);
    if (!read.has(file)) read.set(file, getSourceFile(file, version));
    return read.get(file);
  };
  const program = ts.createProgram([join(tree, 'bot/start.ts')], options, host, before);
  before = program;
  const concerned = program.getSourceFiles().filter((each) => isConcerned(each, folder));
  for (const each of concerned)
    for (const { file, start = 0, messageText } of program.getSemanticDiagnostics(each)) {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      const what = ts.flattenDiagnosticMessageText(messageText, ' ');
      process.stdout.write(`${relative(tree, each.fileName)}:${line} ${what.slice(0, 2_000)}\n`);
    }
  process.stdout.write('--\n');
}

/**
 * The words, the lists, and what looks at the kind of a notice: all files of a tree take half a minute. Of a folder, what it
 * has.
 */
function isConcerned({ fileName, text }: ts.SourceFile, folder: string | undefined): boolean {
  const file = relative(tree, fileName);
  if (folder) return existsSync(join(folder, file));
  return /^(bot\/[^/]+|bot\/(core|general|language)\/.*)$/.test(file) || (isOwn(file) && text.includes('saying.card'));
}

function isOwn(file: string): boolean {
  return file.startsWith('bot/') || file.startsWith('store/');
}
