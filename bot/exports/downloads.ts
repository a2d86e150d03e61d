/** `GET /exports/{token}`: hands out the file of an export; where it is gone, says so in both languages. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Exports } from '../core/dependencies.ts';
import { type LanguageCode, languageCodes } from '../language/codes.ts';
import type { Language } from '../language/index.ts';

/** @param counts false for HEAD, which takes nothing */
export type Downloads = (token: string, counts: boolean, response: ServerResponse) => Promise<void>;

/** A download is given up if the client takes nothing for this long. */
const stalledMs = 30_000;

export function createDownloads(exports: Exports, languages: Record<LanguageCode, Language>): Downloads {
  const gone = Buffer.from(`${languageCodes.map((code) => languages[code].t('export.gone')).join('\n\n')}\n`);
  return async (token, counts, response) => {
    const file = counts ? exports.take(token) : exports.look(token);
    const body = file ? file.chunks : [gone];
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain; charset=utf-8',
      'content-length': file?.bytes ?? gone.length,
      ...(file && { 'content-disposition': `attachment; filename="${file.fileName}"` }),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    if (!counts) {
      response.end();
      return;
    }
    response.setTimeout(stalledMs, () => response.destroy());
    // If the client hangs up, nobody is left to tell.
    await pipeline(Readable.from(body), response).catch(() => undefined);
  };
}
