import { type Project } from './project';

/** How links begin; another version would be read otherwise. */
const version = 'v1.';
/** Judgement: no journey that people write needs more, and a link that unpacks to more is refused. */
const mostBytes = 4_000_000;

/** The project as JSON, as a file holds it. */
export function projectText({ journey, segments, standards, edits }: Project): string {
  return `${JSON.stringify({ playground: 1, journey, segments, standards, edits }, null, 2)}\n`;
}

/** The part of an address behind `#`: the project, packed. */
export async function linkOf({ journey, segments, standards, edits }: Project): Promise<string> {
  const text = JSON.stringify({ playground: 1, journey, segments, standards, edits });
  const packed = await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return version + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What a link holds, as text to be read like any file; undefined where there is no link. What it says in words is for people. */
export async function textOfLink(fragment: string): Promise<{ text: string } | { fault: string } | undefined> {
  const packed = fragment.replace(/^#/, '');
  if (packed === '') return undefined;
  if (!packed.startsWith(version)) return { fault: 'This link was made by another version of the playground.' };
  try {
    const binary = atob(packed.slice(version.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const unpacked = await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), mostBytes);
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(unpacked) };
  } catch {
    return { fault: 'This link is damaged: part of it may have been lost on the way. Ask for it again, or for a file.' };
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
