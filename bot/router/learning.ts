/**
 * A multinomial logistic regression (softmax), learned by stochastic gradient descent with AdaGrad's rates: which of several
 * labels some traits speak for, and how clearly. Pure: of the same examples it always learns the same.
 */

/** What something has, and how much each counts. */
export type Traits = ReadonlyMap<string, number>;

export interface Example<Label> {
  traits: Traits;
  label: Label;
}

export interface Ranked<Label> {
  label: Label;
  /** Of all labels together 1. */
  share: number;
}

const rounds = 3;
const rate = 1;
const firstGradient = 0.01;
/** What changes a weight by less than that is left. */
const leastGradient = 1e-3;

/** The places that are not 0, and what is there. */
interface Vector {
  places: Int32Array;
  values: Float64Array;
}

/** @returns what ranks the labels, the likeliest first */
export function learned<Label extends string>(
  examples: readonly Example<Label>[],
): (traits: Traits) => Ranked<Label>[] {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const vectorOf = vectorsFor(examples);
  const model = emptyModel(labels.length, vectorOf.size);
  const rows = examples.map(({ traits, label }) => ({ vector: vectorOf(traits), is: labels.indexOf(label) }));
  for (let round = 0; round < rounds; round++) for (const at of shuffled(rows.length, round)) step(model, rows[at]);
  return (traits) => {
    const shares = sharesOf(model, vectorOf(traits));
    return labels.map((label, at) => ({ label, share: shares[at] ?? 0 })).sort((a, b) => b.share - a.share);
  };
}

/** What is in many examples says less; each vector is of length 1. */
function vectorsFor(examples: readonly Example<string>[]): ((traits: Traits) => Vector) & { size: number } {
  const counts = new Map<string, number>();
  for (const { traits } of examples) for (const trait of traits.keys()) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const places = new Map(
    [...counts].map(([trait, count], at) => [trait, { at, weight: Math.log(1 + examples.length / count) ** 0.25 }]),
  );
  const vectorOf = (traits: Traits): Vector => {
    const found = [...traits].flatMap(([trait, value]) => {
      const place = places.get(trait);
      return place ? [[place.at, value * place.weight] as const] : [];
    });
    const length = Math.hypot(...found.map(([, value]) => value)) || 1;
    return {
      places: Int32Array.from(found, ([at]) => at),
      values: Float64Array.from(found, ([, value]) => value / length),
    };
  };
  return Object.assign(vectorOf, { size: places.size });
}

interface Model {
  labels: number;
  /** For each trait one number a label. */
  weights: Float32Array;
  /** The sum of the squares of what changed it. */
  gradients: Float32Array;
}

function emptyModel(labels: number, traits: number): Model {
  const weights = new Float32Array(labels * traits);
  return { labels, weights, gradients: new Float32Array(weights.length).fill(firstGradient) };
}

function sharesOf({ labels, weights }: Model, { places, values }: Vector): Float64Array {
  const sums = new Float64Array(labels);
  for (let each = 0; each < places.length; each++) {
    const start = (places[each] as number) * labels;
    const value = values[each] as number;
    for (let label = 0; label < labels; label++)
      sums[label] = (sums[label] as number) + (weights[start + label] as number) * value;
  }
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, each) => sum + each, 0);
  return powers.map((each) => each / all);
}

function step(model: Model, row: { vector: Vector; is: number } | undefined): void {
  if (!row) return;
  const { labels, weights, gradients } = model;
  const errors = sharesOf(model, row.vector);
  errors[row.is] = (errors[row.is] as number) - 1;
  const { places, values } = row.vector;
  for (let each = 0; each < places.length; each++)
    for (let label = 0; label < labels; label++) {
      const gradient = (errors[label] as number) * (values[each] as number);
      if (Math.abs(gradient) < leastGradient) continue;
      const place = (places[each] as number) * labels + label;
      const sum = (gradients[place] as number) + gradient * gradient;
      gradients[place] = sum;
      weights[place] = (weights[place] as number) - (rate * gradient) / Math.sqrt(sum);
    }
}

/** The numbers below a length in an order that only looks like chance. */
function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = seed + 42;
  for (let at = length - 1; at > 0; at--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const other = Math.floor((state / 0x80000000) * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
