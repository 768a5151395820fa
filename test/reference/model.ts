import type { Draws } from './draws';

/** A model in which every distribution has become this customer's number: same shape, numbers only. */
export type Plain = { readonly [key: string]: Plain & number & string };

/** Replaces every distribution by one draw on the stream named by its path. */
export function drawModel(model: object, draws: Draws, path = ''): Plain {
  const drawn: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(model)) {
    const inner = path === '' ? key : `${path}.${key}`;
    if (typeof value !== 'object' || value === null) drawn[key] = value;
    else if ('type' in value) drawn[key] = draws.value(inner, 'parameter', value);
    else drawn[key] = drawModel(value, draws, inner);
  }
  return drawn as Plain;
}

/** Whether any of the four weights that share one whole is drawn. */
export function hasDrawnWeights(memory: object): boolean {
  const { weights } = memory as { weights?: Record<string, unknown> };
  return weights !== undefined && ['peak', 'end', 'mean', 'beginning'].some((name) => typeof weights[name] === 'object');
}
