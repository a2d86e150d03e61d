/** Asks Microsoft to take a departmental seat from one person, which it is expected to refuse; what it takes all the same is given back. */
import { systemClock } from '../../clock.ts';
import { createAssigning } from '../../microsoft/assigning.ts';
import { MicrosoftFailed } from '../../microsoft/commerce.ts';
import { isDepartmental } from '../../microsoft/departmental.ts';
import { graphAudience } from '../../microsoft/graph.ts';
import { atMostOnce } from '../../microsoft/retry-policy.ts';
import type { Clients } from '../clients.ts';

export interface Seat {
  sku: string;
  part: string;
}

/** A departmental seat that the person has directly; undefined where there is none. */
export async function seatOf(person: string, { graph, directory, tokens }: Clients): Promise<Seat | undefined> {
  const products = (await directory.seats()).filter(({ part }) => isDepartmental(part));
  const { licencesOf } = createAssigning(graph, systemClock, () => tokens(graphAudience, true));
  const [facts] = await licencesOf(
    [person],
    products.map(({ sku }) => sku),
  );
  const held = facts?.licences.find((each) => each.held === 'direct' || (each.held === 'none' && each.listed));
  const product = held && products.find(({ sku }) => sku === held.sku);
  return product && { sku: product.sku, part: product.part };
}

/** `lost`: it was taken, and could not be given back. */
export type SeatTried =
  | { outcome: 'refused'; status: number }
  | { outcome: 'allowed'; status: number; givenBack: boolean }
  | { outcome: 'unclear'; words: string };

/** Called only once a person has said so. */
export async function trySeat(person: string, { sku }: Seat, { graph }: Clients): Promise<SeatTried> {
  const route = `/users/${encodeURIComponent(person)}/assignLicense`;
  const send = (body: object): Promise<void> => graph.post(route, body, { patience: atMostOnce });
  try {
    await send({ addLicenses: [], removeLicenses: [sku] });
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    const { status } = error;
    // Whether it was done is known only where Microsoft said no.
    if (status === 400 || status === 403) return { outcome: 'refused', status };
    return { outcome: 'unclear', words: error.detail };
  }
  const givenBack = await send({ addLicenses: [{ skuId: sku, disabledPlans: [] }], removeLicenses: [] }).then(
    () => true,
    () => false,
  );
  return { outcome: 'allowed', status: 200, givenBack };
}
