import { isForbiddenKey } from '../plain/plain-object';
import { quote } from '../errors/wording';
import { Leftovers, type Converted } from './left';
import { LogTaker, type LogOptions, type LogRow } from './log-rows';
import { piecesInTime, piecesOf, type TextSource, type TextStream } from './sources';
import { Xml, type XmlElement } from './xml';

/** What every process-mining program calls these. */
const columnOf: Readonly<Record<string, string>> = {
  'concept:name': 'activity',
  'time:timestamp': 'time',
  'lifecycle:transition': 'lifecycle',
};
const own: readonly string[] = ['case', 'activity', 'time', 'lifecycle'];

const attributeKinds: readonly string[] = ['string', 'date', 'int', 'float', 'boolean', 'id'];
/** Names that have to be remembered, so that no two cases are taken for one. */
const mostCases = 10_000_000;
const containers: readonly string[] = ['list', 'container', 'values'];

/**
 * The events of a XES log (IEEE 1849), a row each: `case` (the trace's `concept:name`), `activity` (the event's), `time` (its `time:timestamp`, as it is
 * written), `lifecycle` where it says one, its other attributes by their keys, and those of the trace with `case:` in front. Ready for
 * `journeyFromLog`, or for any table.
 *
 * @param source The text, its bytes in UTF-8, or either of them in pieces. Packed or coming in its own time: `fromXesAsync`.
 * @param options `atMost` events, default 5,000,000; `columns`: only these attributes beside the four; `each`: takes the rows one by one.
 * @returns `value`: the rows, in the order of the log; `left`: what a row has no place for (lists, nested attributes, what the log says of itself), and
 * what was assumed (numbers for cases without a name, or with that of another: two traces are two cases).
 * @throws JourneyError `invalid-text` with line and column where it is not well-formed XML, declares entities of its own, is no log, or has a trace or an
 * event where none may stand; `too-deep`,
 * `too-large` for what goes beyond all bounds.
 *
 * @example
 * import { fromXes } from 'peakend/formats';
 * const { value } = fromXes(`<log><trace><string key="concept:name" value="c1"/>
 *   <event><string key="concept:name" value="Register"/><date key="time:timestamp" value="2026-03-01T09:30:00Z"/></event>
 * </trace></log>`);
 * value[0]; // { case: 'c1', activity: 'Register', time: '2026-03-01T09:30:00Z' }
 */
export function fromXes(source: TextSource, options: LogOptions = {}): Converted<readonly LogRow[]> {
  const log = new XesLog(options, false);
  for (const piece of piecesOf(source, 'source')) log.xml.write(piece);
  return log.end();
}

/**
 * As {@link fromXes}, for what comes in its own time: a file that is being read, a response, any async pieces. Bytes packed with gzip (`.xes.gz`) are
 * unpacked on the way, where the platform has `DecompressionStream`.
 *
 * @param source What `fromXes` takes, an async iterable of texts or bytes, or a `ReadableStream`.
 * @param options As for `fromXes`.
 * @returns a promise of what `fromXes` returns.
 * @throws (the promise is rejected with) what `fromXes` throws, `invalid-text` for a packed file that is damaged, and whatever the source itself or `each` throws.
 *
 * @example
 * import { fromXesAsync } from 'peakend/formats';
 * const log = '<log><trace><event><string key="concept:name" value="Register"/></event></trace></log>';
 * const packed = new Blob([log]).stream().pipeThrough(new CompressionStream('gzip'));
 * const { value, left } = await fromXesAsync(packed);
 * value[0].case; // 'case 1'
 * left[1].what; // 'cases without a name are numbered'
 */
export async function fromXesAsync(source: TextStream, options: LogOptions = {}): Promise<Converted<readonly LogRow[]>> {
  const log = new XesLog(options, true);
  for await (const piece of piecesInTime(source, 'source')) {
    log.xml.write(piece);
    await log.taker.heard();
  }
  const made = log.end();
  await log.taker.heard();
  return made;
}

type Cells = Record<string, string | number | boolean>;

/** A log while it is read. */
class XesLog {
  readonly xml: Xml;
  readonly taker: LogTaker;
  readonly #left = new Leftovers();
  /** The elements that are open. */
  readonly #open: string[] = [];
  #traces = 0;
  /** Names of cases, and how many have had each. */
  readonly #names = new Map<string, number>();
  #case: string | undefined;
  #ofCase: Cells = {};
  /** The events of a trace wait for its name, which may come behind them. */
  #events: Cells[] = [];
  #event: Cells | undefined;
  #isLog = false;

  constructor(options: unknown, canWait: boolean) {
    this.taker = new LogTaker(options, canWait);
    this.xml = new Xml({ open: (element) => this.#begin(element), close: (name) => this.#finish(name) });
  }

  end(): Converted<readonly LogRow[]> {
    this.xml.end();
    return this.taker.result(this.#left);
  }

  #begin(element: XmlElement): void {
    const { name } = element;
    const tooMuch = this.taker.beside(this.taker.count + this.#events.length);
    if (tooMuch !== undefined) throw this.xml.fault('more', tooMuch);
    const holder = this.#open.at(-1);
    this.#open.push(name);
    if (holder === undefined) {
      this.#isLog = name === 'log';
      if (!this.#isLog) throw this.xml.fault(quote(`<${name}>`), { expected: 'a log: <log> with traces of events' });
    } else if (name === 'trace' || name === 'event') this.#unit(name, holder);
    else if (attributeKinds.includes(name) || containers.includes(name)) this.#attribute(element, holder);
    else this.#left.add(this.xml.place, `elements ${quote(`<${name}>`)} are not carried`);
  }

  /** A trace or an event, which may stand nowhere else than a log has it: whose its attributes are would be a guess. */
  #unit(name: 'trace' | 'event', holder: string): void {
    const isWithin = this.#open.length === (holder === 'log' ? 2 : 3);
    if (isWithin && name === 'trace' && holder === 'log') this.#beginTrace();
    else if (isWithin && name === 'event' && (holder === 'trace' || holder === 'log')) this.#event = {};
    else {
      const expected = name === 'trace' ? 'a trace directly within the log' : 'an event directly within a trace';
      throw this.xml.fault(`${quote(`<${name}>`)} within ${quote(`<${holder}>`)}`, { expected });
    }
  }

  #finish(name: string): void {
    this.#open.pop();
    if (name === 'event' && this.#event !== undefined) {
      if (this.taker.count + this.#events.length >= this.taker.most) {
        const max = this.taker.most;
        const hint = 'atMost says how many events are read';
        throw this.xml.fault('more', { code: 'too-large', expected: `at most ${max} events`, params: { max }, hint });
      }
      this.#note(this.#event);
      this.#events.push(this.#event);
      this.#event = undefined;
      if (this.#open.at(-1) === 'log') {
        this.#left.add(this.xml.place, 'events outside a trace have no case');
        this.#hand(undefined);
      }
    } else if (name === 'trace') this.#finishTrace();
  }

  #beginTrace(): void {
    this.#traces++;
    this.#case = undefined;
    this.#ofCase = {};
  }

  #finishTrace(): void {
    if (this.#events.length === 0) this.#left.add(this.xml.place, 'cases without events are left out');
    else {
      if (this.#case === undefined) this.#left.add(this.xml.place, 'cases without a name are numbered');
      this.#hand(this.#nameOf(this.#case ?? `case ${this.#traces}`));
    }
    this.#ofCase = {};
  }

  /** The name of a case, with a number behind it where an earlier one has it: two traces are two cases. */
  #nameOf(wanted: string): string {
    if (this.#names.size >= mostCases)
      throw this.xml.fault('more', { code: 'too-large', expected: `at most ${mostCases} cases`, params: { max: mostCases } });
    let count = (this.#names.get(wanted) ?? 0) + 1;
    if (count > 1) this.#left.add(this.xml.place, 'cases named as an earlier one get a number behind their name, such as (2)');
    let name = wanted;
    for (; this.#names.has(name); count++) name = `${wanted} (${Math.max(2, count)})`;
    this.#names.set(wanted, Math.max(1, count - 1));
    if (name !== wanted) this.#names.set(name, 1);
    return name;
  }

  #hand(name: string | undefined): void {
    for (const event of this.#events) {
      const { activity, time, lifecycle, ...rest } = event;
      for (const key of Object.keys(this.#ofCase)) {
        if (!Object.hasOwn(rest, key)) continue;
        this.#left.add(this.xml.place, `an attribute of events is called as one of the case: it is kept as ${quote(`event:${key}`)}`);
        rest[`event:${key}`] = rest[key]!;
      }
      this.taker.take({
        ...(name === undefined ? {} : { case: name }),
        ...(activity === undefined ? {} : { activity }),
        ...(time === undefined ? {} : { time }),
        ...(lifecycle === undefined ? {} : { lifecycle }),
        ...rest,
        ...this.#ofCase,
      });
    }
    this.#events = [];
  }

  /** Whoever makes a journey of it asks for these. */
  #note({ activity, time }: Cells): void {
    if (activity === undefined) this.#left.add(this.xml.place, 'events have no name (concept:name)');
    if (time === undefined) this.#left.add(this.xml.place, 'events have no time (time:timestamp)');
  }

  #attribute({ name, attributes }: XmlElement, holder: string): void {
    const { key = '', value } = attributes;
    if (containers.includes(name)) {
      this.#left.add(this.xml.place, `lists are not carried: ${quote(key)}`);
      return;
    }
    if (holder !== 'event' && holder !== 'trace') {
      // What the log says of itself, defaults of attributes, and attributes of attributes.
      const isAbout = holder === 'log' || holder === 'global';
      if (isAbout) this.#left.add(this.xml.place, `what the log says of itself is not carried: ${quote(key)}`);
      else if (!this.#open.some((one) => containers.includes(one)))
        this.#left.add(this.xml.place, `attributes of attributes are not carried: ${quote(key)}`);
      return;
    }
    if (key === '' || value === undefined) {
      this.#left.add(this.xml.place, 'attributes without a key or a value are not read');
      return;
    }
    if (isForbiddenKey(key)) throw this.xml.fault(quote(key), { code: 'forbidden-key', expected: 'another key' });
    const isTrace = holder === 'trace';
    if (isTrace && key === 'concept:name') {
      if (this.#case !== undefined) this.#again(key);
      else if (value.trim() !== '') this.#case = value;
      return;
    }
    const column = isTrace ? `case:${key}` : Object.hasOwn(columnOf, key) ? columnOf[key]! : own.includes(key) ? `event:${key}` : key;
    const isOwn = own.includes(column);
    if ((!isOwn && !this.taker.wants(column)) || (isOwn && value.trim() === '')) return;
    const cells = isTrace ? this.#ofCase : this.#event!;
    if (Object.hasOwn(cells, column)) this.#again(key);
    else cells[column] = isOwn ? value : this.#value(name, key, value);
  }

  #again(key: string): void {
    this.#left.add(this.xml.place, `of attributes that stand twice in the same element only the first is read: ${quote(key)}`);
  }

  #value(kind: string, key: string, value: string): string | number | boolean {
    if (kind === 'boolean' && /^(?:true|false)$/i.test(value)) return /^true$/i.test(value);
    if (kind !== 'int' && kind !== 'float') return value;
    const number = value.trim() === '' ? NaN : Number(value);
    if (Number.isFinite(number) && (kind === 'float' || Number.isSafeInteger(number))) return number + 0;
    this.#left.add(this.xml.place, `numbers that a computer number cannot hold, and what is no number, are kept as texts: ${quote(key)}`);
    return value;
  }
}
