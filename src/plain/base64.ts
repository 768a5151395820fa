const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const padding = '=';
const none = 64;

const codes = /* @__PURE__ */ Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
/** The place of each letter; of anything else, one beyond them all. */
const places = /* @__PURE__ */ new Uint8Array(256).map((_, code) => (letters.indexOf(String.fromCharCode(code)) + none + 1) % (none + 1));

/** Numbers bit for bit as text: base64 of their bytes, the least significant first. */
export function numbersToText(numbers: Float64Array): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const whole = bytes.length - (bytes.length % 3);
  const text = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  let at = 0;
  const put = (first: number, second: number, third: number): void => {
    text[at] = codes[first >> 2]!;
    text[at + 1] = codes[((first << 4) | (second >> 4)) & 63]!;
    text[at + 2] = codes[((second << 2) | (third >> 6)) & 63]!;
    text[at + 3] = codes[third & 63]!;
    at += 4;
  };
  for (let i = 0; i < whole; i += 3) put(bytes[i]!, bytes[i + 1]!, bytes[i + 2]!);
  const missing = (3 - (bytes.length % 3)) % 3;
  if (missing > 0) put(bytes[whole]!, bytes[whole + 1] ?? 0, 0);
  const written = new TextDecoder().decode(text);
  return missing === 0 ? written : written.slice(0, -missing) + padding.repeat(missing);
}

/** What {@link numbersToText} wrote; undefined where the text is none of its. */
export function numbersFromText(written: string): Float64Array | undefined {
  const padded = written.endsWith(padding) ? (written.endsWith(padding + padding) ? 2 : 1) : 0;
  const size = (written.length / 4) * 3 - padded;
  if (size % 8 !== 0) return undefined;
  const text = new TextEncoder().encode(written);
  const bytes = new Uint8Array(size + padded);
  let all = 0;
  for (let i = 0, at = 0; i < text.length; i += 4, at += 3) {
    const a = places[text[i]!]!;
    const b = places[text[i + 1]!]!;
    const c = places[text[i + 2]!]!;
    const d = places[text[i + 3]!]!;
    if (i < text.length - 4) all |= a | b | c | d;
    bytes[at] = (a << 2) | ((b & 63) >> 4);
    bytes[at + 1] = (b << 4) | ((c & 63) >> 2);
    bytes[at + 2] = (c << 6) | (d & 63);
  }
  return (all & none) !== 0 || !endsWell(text, padded) ? undefined : new Float64Array(bytes.buffer.slice(0, size));
}

function endsWell(text: Uint8Array, padded: number): boolean {
  return text.length === 0 || text.subarray(-4, text.length - padded).every((code) => places[code] !== none);
}
