/** Both kinds of files are lines of JSON, `["checksum",value]`, where the checksum is the CRC-32 of the value as written. */
import { crc32 } from 'node:zlib';

const newline = 0x0a;
const head = '["00000000",'.length;
const tail = ']'.length;

export function seal(value: unknown): string {
  const text = JSON.stringify(value);
  return `["${checksum(text)}",${text}]\n`;
}

/** One line of a file. */
export interface Line {
  /** Where it begins. */
  byte: number;
  /** What was sealed in it; undefined if the line is torn or damaged. */
  value: unknown;
}

export function* lines(content: Buffer): Generator<Line, void, undefined> {
  let byte = 0;
  while (byte < content.length) {
    const end = content.indexOf(newline, byte);
    if (end === -1) {
      yield { byte, value: undefined };
      return;
    }
    yield { byte, value: unseal(content.subarray(byte, end)) };
    byte = end + 1;
  }
}

function unseal(line: Buffer): unknown {
  const text = line.subarray(head, -tail);
  const isWhole = line.subarray(0, head).equals(Buffer.from(`["${checksum(text)}",`)) && line.at(-1) === 0x5d;
  return isWhole && line.length > head + tail ? JSON.parse(text.toString()) : undefined;
}

function checksum(text: string | Buffer): string {
  return crc32(text).toString(16).padStart(8, '0');
}
