/** Certificates with their keys, as an operator has them. */
import { generate } from 'selfsigned';

const dayMs = 86_400_000;

/** @param days from when to when it is valid, counted from today */
export async function makePem(days: { from?: number; to?: number } = {}): Promise<string> {
  const { cert, private: key } = await makePair(days);
  return `${cert}\n${key}`;
}

export async function makePair({ from = -1, to = 30 }: { from?: number; to?: number } = {}) {
  const at = (day: number): Date => new Date(Date.now() + day * dayMs);
  return generate([{ name: 'commonName', value: 'purser' }], {
    ...{ keyType: 'rsa', keySize: 2048, algorithm: 'sha256' },
    ...{ notBeforeDate: at(from), notAfterDate: at(to) },
  });
}
