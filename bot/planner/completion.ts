/** One answer of a model, through teams-ai: the only file that knows its part for models. */

import type { Memory } from '@microsoft/teams-ai/lib/MemoryFork.js';
import type { OpenAIModel } from '@microsoft/teams-ai/lib/models/OpenAIModel.js';
import type { PromptTemplate } from '@microsoft/teams-ai/lib/prompts/PromptTemplate.js';
import type { Config } from '../config/config.ts';
import { fetchDirectly } from '../http.ts';

export interface Asked {
  system: string;
  user: string;
}

/** @returns what it said; undefined where it didn't, in time or at all. Never rejects. */
export type Complete = (asked: Asked) => Promise<string | undefined>;

/** People wait for an answer, and have a good one without it. */
const patienceMs = 6_000;
/** Far more than a line. */
const mostBytes = 64 * 1024;
const mostTokens = 80;

/** @param failed is told why there was no answer: a kind of trouble, nothing that was said */
export async function completion(
  { url, key, name }: NonNullable<Config['model']>,
  failed: (trouble: string) => void,
): Promise<Complete> {
  const { OpenAIModel: Model } = await import('@microsoft/teams-ai/lib/models/OpenAIModel.js');
  const model = new Model({
    apiKey: key ?? 'none',
    endpoint: url,
    defaultModel: name,
    useSystemMessages: true,
    clientOptions: { maxRetries: 0, fetch: quietly(failed) as never },
  });
  return async (asked) => {
    const answer = await model
      .completePrompt(noTurn, nothingRemembered, noFunctions, noTokens, templateOf(asked))
      .catch(() => undefined);
    return answer?.status === 'success' ? answer.message?.content : undefined;
  };
}

/**
 * teams-ai writes what goes wrong to the console, whole. So nothing goes wrong in its eyes: where there is no good answer it gets an
 * empty one, and the kind of trouble is told to the log.
 */
function quietly(failed: (trouble: string) => void) {
  return async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    try {
      const response = await fetchDirectly(address, { ...init, signal: AbortSignal.timeout(patienceMs) }, mostBytes);
      const body: unknown = response.ok ? await response.json() : undefined;
      if (!response.ok) failed(`status ${response.status}`);
      return Response.json(saidIn(body) === undefined ? nothingSaid : body);
    } catch (error) {
      failed(error instanceof Error ? error.name : 'unknown');
      return Response.json(nothingSaid);
    }
  };
}

const nothingSaid = { choices: [{ message: { role: 'assistant', content: '' } }] };

/** Of an answer that is shaped as it should be. */
function saidIn(body: unknown): string | undefined {
  const { choices } = Object(body) as { choices?: { message?: { content?: unknown } }[] };
  const said = Array.isArray(choices) ? choices[0]?.message?.content : undefined;
  return typeof said === 'string' ? said : undefined;
}

/** What is said is given as it is, so that nothing in it is taken for a template. */
function templateOf({ system, user }: Asked): PromptTemplate {
  const output = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
  const rendered = { output, length: 0, tooLong: false };
  return {
    name: 'propose',
    prompt: {
      ...{ required: true, tokens: -1, separator: '' },
      renderAsMessages: async () => rendered,
      renderAsText: async () => ({ output: user, length: 0, tooLong: false }),
    },
    config: {
      ...{ schema: 1.1, type: 'completion' },
      completion: {
        ...{ completion_type: 'chat', include_history: false, include_input: true, include_images: false },
        ...{ max_input_tokens: 16_000, max_tokens: mostTokens, temperature: 0, top_p: 1 },
        ...{ presence_penalty: 0, frequency_penalty: 0, stop_sequences: [] },
      },
    },
  };
}

// A prompt without functions, memory or a limit of tokens reads none of these.
const noTurn = {} as Parameters<OpenAIModel['completePrompt']>[0];
const nothingRemembered: Memory = {
  deleteValue() {},
  hasValue: () => false,
  getValue: () => undefined as never,
  setValue() {},
};
const noFunctions = {
  hasFunction: () => false,
  getFunction: () => async () => undefined,
  invokeFunction: async () => undefined,
};
const noTokens = { encode: () => [], decode: () => '' };
