import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { writtenNumber } from '../errors/written-number';
import type { Leftovers } from './left';
import { wrongAround } from './mermaid-around';
import { uncommented } from './mermaid-comments';
import { plainText } from './mermaid-text';
import { placeAt } from './place-in-text';

/** A task of a diagram as it was written. */
export interface MermaidTask {
  readonly name: string;
  readonly section: string | undefined;
  readonly score: number;
  readonly actors: readonly string[];
  readonly line: number;
  /** Where the score begins, from 1. */
  readonly column: number;
}

/** A diagram as it was written. */
export interface MermaidDiagram {
  readonly title: string | undefined;
  readonly tasks: readonly MermaidTask[];
}

const otherDiagrams =
  /^(?:graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|mindmap|timeline|gitGraph|quadrantChart|requirementDiagram|C4\w+|sankey|xychart|block)\b/i;

/** As many as a journey may have steps. */
const mostTasks = 10_000;

/** Reads a diagram line by line. Faults go to `issues`, with line and column; what says nothing about the journey goes to `left`. */
export function readDiagram(text: string, issues: Issue[], left: Leftovers): MermaidDiagram {
  return new Diagram(text.split(/\r\n|[\n\r\u2028\u2029]/), issues, left).read();
}

class Diagram {
  #title: string | undefined;
  #section: string | undefined;
  #begun = false;
  readonly #tasks: MermaidTask[] = [];
  /** What a line has to end with before anything else is read again: a fence, a description, settings. */
  #until: RegExp | undefined;
  /** What that is, and where it was opened. */
  #opened: { readonly line: number; readonly column: number; readonly text: string; readonly close: string } | undefined;
  #inFront = false;
  /** A section that has no task yet. */
  #empty: number | undefined;
  /** Whether reading on would only tell what follows from the first fault. */
  #isLost = false;

  constructor(
    readonly lines: readonly string[],
    readonly issues: Issue[],
    readonly left: Leftovers,
  ) {}

  read(): MermaidDiagram {
    const around = wrongAround(this.lines);
    if (around !== undefined) {
      this.issues.push(around);
      return { title: undefined, tasks: [] };
    }
    this.lines.forEach((line, index) => {
      // Nobody reads a list of thousands of faults.
      if (!this.#isLost && this.issues.length <= 200 && this.#tasks.length <= mostTasks) this.#read(line, index + 1);
    });
    this.#sectionEnds();
    if (this.#until !== undefined && this.#opened !== undefined && !this.#isLost) {
      const { line, column, text, close } = this.#opened;
      const hint = `it was opened here and is never closed: write ${close} behind it`;
      this.#fault(line, column, `${close} somewhere behind ${text}`, 'the end of the text', { hint, isPlain: true });
    } else if (!this.#begun && this.issues.length === 0) {
      this.#fault(1, 1, 'a diagram that begins with the line journey', this.lines[0]!.trim());
    }
    if (this.#tasks.length > mostTasks) {
      const path = placeAt(this.#tasks.at(-1)!.line);
      this.issues.push({ code: 'too-large', path, expected: `at most ${mostTasks} tasks`, received: 'more', params: { max: mostTasks } });
    }
    return { title: this.#title, tasks: this.#tasks };
  }

  #read(written: string, number: number): void {
    if (this.#until !== undefined) return this.#skip(written, number);
    const line = uncommented(written);
    if (line !== written) {
      const isSettings = /^\s*%%\s*\{/.test(written);
      this.left.add(placeAt(number), isSettings ? 'settings of the drawing are not carried' : 'comments are not carried');
      if (isSettings && !/\}\s*%%/.test(written)) this.#open(/\}\s*%%/, '%%{', '}%%', number, written);
    }
    const said = line.trim();
    if (said === '' || /^(?:[`~]{3,}|:{3,}\s*(?:mermaid\b.*)?$)/i.test(said)) return;
    if (!this.#begun) return this.#front(said, number, written);
    this.#statement(line, said, number);
  }

  /** Within what goes over several lines. */
  #skip(written: string, number: number): void {
    const said = written.trim();
    const front = this.#inFront ? /^title\s*:/.exec(said) : null;
    // A title further in is one of the settings.
    if (front !== null && !/^\s/.test(written)) this.#named(plainText(unquoted(said.slice(front[0].length).trim())).trim(), number);
    else if (this.#inFront && !/^\s*---\s*$/.test(written) && written.trim() !== '')
      this.left.add(placeAt(number), 'settings in front of the diagram are not carried');
    if (!this.#until!.test(written)) return;
    this.#until = undefined;
    this.#inFront = false;
  }

  /** Before the diagram begins. */
  #front(said: string, number: number, written: string): void {
    if (/^---\s*$/.test(said)) {
      this.#open(/^\s*---\s*$/, '---', '---', number, written);
      this.#inFront = true;
    } else if (/^journey\s*;?$/i.test(said)) this.#begun = true;
    else {
      const hint = otherDiagrams.test(said)
        ? { hint: 'this is a diagram of another kind: only journey diagrams hold how people feel' }
        : {};
      this.#fault(number, written.length - written.trimStart().length + 1, 'the line journey, with which the diagram begins', said, hint);
      this.#isLost = true;
    }
  }

  #statement(line: string, said: string, number: number): void {
    const word = /^(?:title|section|accTitle|accDescr)\b/i.exec(said)?.[0];
    const rest = word === undefined ? '' : unended(said.slice(word.length)).trim();
    const column = line.length - line.trimStart().length + 1;
    switch (word?.toLowerCase()) {
      case 'title':
        // A task may be called so too.
        if (rest.startsWith(':') && isTask(said)) break;
        this.#named(this.#text(rest.replace(/^:\s*/, ''), number), number);
        return;
      case 'section':
        if (rest.startsWith(':') && isTask(said)) break;
        if (isTask(said, true)) {
          const hint = 'a line that begins with section names one: a task that begins so is written #115;ection';
          this.#fault(number, column, 'the name of a section', said, { hint });
        }
        this.#section = this.#text(rest.replace(/^:\s*/, ''), number) || undefined;
        this.#sectionEnds();
        this.#empty = number;
        return;
      case 'acctitle':
      case 'accdescr':
        if (!/^[:{]/.test(rest)) break;
        this.left.add(placeAt(number), 'descriptions for screen readers are not carried');
        if (rest.startsWith('{') && !rest.includes('}')) this.#open(/\}/, `${word!} {`, '}', number, line);
        return;
    }
    if (/^journey\s*;?$/i.test(said)) this.#second(number, column);
    else this.#task(line, number, column);
  }

  /** A title: of several, the last is the one that Mermaid shows. */
  #named(title: string, number: number): void {
    if (title === '') return;
    if (this.#title !== undefined && this.#title !== title)
      this.left.add(placeAt(number), `the title ${quote(this.#title)} before is not carried: the last one counts`);
    this.#title = title;
  }

  #second(number: number, column: number): void {
    const hint = 'read several diagrams one by one: give the lines from one journey to the next';
    this.#fault(number, column, 'one diagram', 'the beginning of another', { hint, isPlain: true });
    this.#isLost = true;
  }

  #sectionEnds(): void {
    if (this.#empty !== undefined) this.left.add(placeAt(this.#empty), 'sections without tasks are not carried');
    this.#empty = undefined;
  }

  #open(until: RegExp, text: string, close: string, line: number, written: string): void {
    this.#until = until;
    this.#opened = { line, column: written.length - written.trimStart().length + 1, text, close };
  }

  #task(line: string, number: number, column: number): void {
    const pieces = unended(line).split(':');
    const scores = pieces.map((piece, index) => (index === 0 ? undefined : writtenNumber(piece.trim())));
    const isScore = (index: number): boolean => scores[index] !== undefined && 'value' in scores[index]!;
    const last = pieces.length - 1;
    // name: score: actors, or name: score. What stands before belongs to the name, as long as it is no number.
    const at = last >= 2 && isScore(last - 1) ? last - 1 : last >= 1 && isScore(last) ? last : -1;
    const startOf = (index: number): number =>
      pieces.slice(0, index).join(':').length + 2 + (pieces[index]!.length - pieces[index]!.trimStart().length);
    if (at < 0) {
      const where = last === 0 ? column : startOf(1);
      const decimal = scores.find((score) => score !== undefined && 'hint' in score);
      const hint = decimal !== undefined && 'hint' in decimal ? decimal.hint : 'a task is written name: score: actors';
      this.#fault(number, where, 'a score behind the name and a colon', (last === 0 ? line : pieces.slice(1).join(':')).trim(), { hint });
      return;
    }
    const earlier = pieces.findIndex((_, index) => index > 0 && index < at && isScore(index));
    if (earlier > 0) {
      const hint = 'colons part the name, the score and the actors: write the name without one, or #58; for it';
      this.#fault(number, startOf(earlier), 'one score in a task', pieces.slice(earlier).join(':').trim(), { hint });
      return;
    }
    const name = this.#text(pieces.slice(0, at).join(':'), number);
    if (name === '') {
      this.#fault(number, column, 'a name before the score', line.trim());
      return;
    }
    const actors = (pieces[at + 1] ?? '').split(',').map((actor) => this.#text(actor, number));
    const score = (scores[at] as { readonly value: number }).value;
    this.#empty = undefined;
    this.#tasks.push({
      name,
      section: this.#section,
      score,
      actors: [...new Set(actors.filter((actor) => actor !== ''))],
      line: number,
      column: startOf(at),
    });
  }

  /** A text of the diagram as it reads, on one line. */
  #text(written: string, number: number): string {
    const flat = written.replace(/<br\s*\/?>/gi, () => {
      this.left.add(placeAt(number), 'line ends within names are read as blanks');
      return ' ';
    });
    return readText(flat);
  }

  #fault(
    line: number,
    column: number,
    expected: string,
    received: string,
    { isPlain = false, ...more }: { readonly hint?: string; readonly isPlain?: boolean } = {},
  ): void {
    this.issues.push({
      code: 'invalid-text',
      path: placeAt(line, column),
      expected,
      received: received === '' ? 'nothing' : isPlain ? received : quote(received),
      ...more,
    });
  }
}

/** A text as it reads: blanks around it are none of it unless they are written as codes, and a text of nothing else is none. */
function readText(written: string): string {
  const text = plainText(written.trim());
  return text.trim() === '' ? '' : text;
}

/** Whether a line that begins with a word of the format is a task all the same: `title: 5: Me`. */
function isTask(said: string, withActors = false): boolean {
  return (withActors ? /:\s*[-+]?[\d.]+\s*:[^:]*$/ : /:\s*[-+]?[\d.]+\s*(?::[^:]*)?$/).test(said);
}

/** A line without the semicolon that may end it. No pattern would do: it would look at every run of blanks from each of its places. */
function unended(line: string): string {
  const trimmed = line.trimEnd();
  // One that ends a code stays: #35;
  const isEnded = trimmed.endsWith(';') && !/[#&][#\w]{1,9};$/.test(trimmed.slice(-12));
  return isEnded ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

function unquoted(text: string): string {
  const quote = text[0];
  return text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
}
