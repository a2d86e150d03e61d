/** `$batch`, by "Combine multiple HTTP requests using JSON batching". */
import { BY_HAND } from '../calls/noted.ts';
import { graphError } from './graph-errors.ts';
import { type Answer, type Call, decoded, field, header, isObject } from './http.ts';

const MOST = 20;

interface Step {
  readonly id: string;
  readonly call: Call;
  readonly dependsOn: readonly string[];
}

export async function batch(call: Call, base: string, inner: (call: Call) => Promise<Answer>): Promise<Answer> {
  const requests = field(call.body, 'requests');
  if (!Array.isArray(requests)) return malformed('Invalid batch payload format.');
  if (requests.length > MOST) {
    // Code and sentence as callers quote them.
    return graphError(
      400,
      'MaximumValueExceeded',
      `Number of batch request steps exceeds the maximum value of ${MOST}.`,
    );
  }
  const steps: Step[] = [];
  for (const request of requests) {
    const step = stepOf(request, call, base);
    if ('status' in step) return step;
    // "Not case-sensitive. Must be unique in the batch."
    if (steps.some(({ id }) => id.toLowerCase() === step.id.toLowerCase())) {
      return malformed(`Request Id : ${step.id} is not unique in the batch.`);
    }
    steps.push(step);
  }
  const responses = await run(steps, inner);
  // "Responses might appear in a different order than the requests": nobody shall rely on theirs.
  return { status: 200, body: { responses: responses.reverse() } };
}

/** One after the other; what depends on a failure isn't run. */
async function run(steps: readonly Step[], inner: (call: Call) => Promise<Answer>): Promise<unknown[]> {
  const statuses = new Map<string, number>();
  const responses: unknown[] = [];
  const waiting = [...steps];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ dependsOn }) => dependsOn.every((id) => statuses.has(id)));
    const [step] = waiting.splice(Math.max(ready, 0), 1);
    if (step === undefined) break;
    const failed = ready < 0 || step.dependsOn.some((id) => (statuses.get(id) ?? 424) >= 400);
    const answer = failed ? graphError(424, 'FailedDependency', 'Failed Dependency') : await inner(step.call);
    statuses.set(step.id, answer.status);
    const headers = { 'Cache-Control': 'no-cache', 'Content-Type': 'application/json', ...answer.headers };
    responses.push({
      id: step.id,
      status: answer.status,
      headers,
      ...(answer.body === undefined ? {} : { body: answer.body }),
    });
  }
  return responses;
}

function stepOf(request: unknown, outer: Call, base: string): Step | Answer {
  if (!isObject(request)) return malformed('Invalid batch payload format.');
  const { id, method, url, headers, body, dependsOn } = request;
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string') {
    return malformed('Every request of a batch needs an id, a method and a url.');
  }
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(isObject(headers) ? headers : {}))
    given.set(name.toLowerCase(), String(value));
  if (body !== undefined && !given.has('content-type')) {
    return malformed(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  const target = new URL(url.replace(/^\/?/, 'https://localhost/'));
  return {
    id,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
    call: {
      method: method.toUpperCase(),
      path: `${base}${decoded(target.pathname)}`,
      query: target.searchParams,
      headers: {
        authorization: header(outer, 'authorization'),
        [BY_HAND]: header(outer, BY_HAND),
        ...Object.fromEntries(given),
      },
      body: body === undefined ? '' : JSON.stringify(body),
      inBatch: true,
    },
  };
}

function malformed(message: string): Answer {
  return graphError(400, 'BadRequest', message);
}
