/** mocha's own report, in lines of the sources, ended by the one line CI reads: `N passed, N failed, N skipped`. */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Mocha from 'mocha';

export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    // Before mocha's own report hears of it.
    runner.on('fail', (_, error: { stack?: string }) => {
      if (error.stack) error.stack = inSources(error.stack);
    });
    super(runner, options);
    runner.once('end', () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      process.stdout.write(`${passes} passed, ${failures} failed, ${pending} skipped\n`);
    });
  }
}

const compiledLine = /(?:file:\/\/)?([^\s():]*\bbuilt-[^\s():]+\.js):(\d+):(\d+)/g;

/** Here and not by Node as errors are made: most errors of a run are meant, and a worker would keep a map of every file. */
function inSources(stack: string): string {
  return stack.replaceAll(compiledLine, (there, path: string, line: string, column: string) => {
    const map = `${resolve(path)}.map`;
    if (!existsSync(map)) return there;
    const payload = JSON.parse(readFileSync(map, 'utf8')) as SourceMapPayload;
    const entry = new SourceMap(payload).findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return there;
    const source = fileURLToPath(new URL(entry.originalSource, pathToFileURL(map)));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
