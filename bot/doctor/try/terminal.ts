/** Where a person reads and types. */
import { createInterface } from 'node:readline/promises';

export interface Terminal {
  say(text: string): void;
  /** What was typed; undefined where nobody can type, or the person left. */
  ask(question: string): Promise<string | undefined>;
  /** Whether a person sits at it. */
  isManned: boolean;
}

export const terminal: Terminal = {
  isManned: process.stdin.isTTY === true && process.stdout.isTTY === true,
  say: (text) => void process.stdout.write(`${text}\n`),
  async ask(question) {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      const left = new Promise<undefined>((resolve) => void lines.once('close', () => resolve(undefined)));
      return await Promise.race([lines.question(question), left]);
    } finally {
      lines.close();
    }
  },
};
