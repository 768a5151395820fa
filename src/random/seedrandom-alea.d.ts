declare module 'seedrandom/lib/alea' {
  /** Johannes Baagøe's Alea, seeded by a text. */
  export default function alea(seed: string): { int32(): number };
}
