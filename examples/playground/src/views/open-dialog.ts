import type { Opening } from '../client';
import { el } from '../dom';
import type { Source } from '../protocol';
import { samples, written } from '../samples';
import { issueList } from './issue-list';

/** A browser that is handed a film should not hang on it. */
const mostBytes = 20_000_000;

/** Picks, loads or takes in a journey. What cannot be read is explained here, and the journey at hand stays. */
export class OpenDialog {
  readonly element: HTMLDialogElement;
  readonly #text: HTMLTextAreaElement;
  readonly #format: HTMLSelectElement;
  readonly #scale: HTMLSelectElement;
  readonly #outcome = el('div', { class: 'outcome', role: 'alert', tabindex: '-1' });
  readonly #open: (source: Source) => Promise<Opening>;
  #name: string | undefined;

  constructor(open: (source: Source) => Promise<Opening>) {
    this.#open = open;
    this.#text = el('textarea', {
      id: 'open-text',
      rows: '8',
      spellcheck: 'false',
      placeholder: 'JSON, a table of steps as CSV, or a Mermaid journey diagram',
    });
    this.#format = el('select', { id: 'open-format' });
    for (const [value, text] of [
      ['auto', 'Recognise it'],
      ['json', 'JSON'],
      ['csv', 'CSV'],
      ['mermaid', 'Mermaid'],
    ] as const)
      this.#format.append(el('option', { value, text }));
    this.#scale = el('select', { id: 'open-scale' });
    for (const [value, text] of [
      ['', 'Affect, \u221210 to +10'],
      ['1,5', 'Ratings 1 to 5'],
      ['1,7', 'Ratings 1 to 7'],
      ['0,10', 'Ratings 0 to 10'],
    ] as const)
      this.#scale.append(el('option', { value, text }));
    const file = el('input', {
      type: 'file',
      id: 'open-file',
      accept: '.json,.csv,.tsv,.txt,.md,.mmd,.mermaid',
      onchange: () => void this.#pick(file),
    });
    const example = (text: string, content: string): HTMLElement =>
      el('button', { class: 'link', type: 'button', text, onclick: () => this.#fill(content) });
    this.element = el(
      'dialog',
      { class: 'dialog', 'aria-labelledby': 'open-heading' },
      el(
        'header',
        {},
        el('h2', { id: 'open-heading', text: 'Open a journey' }),
        el('button', { class: 'remove', type: 'button', text: '\u00d7', 'aria-label': 'Close', onclick: () => this.element.close() }),
      ),
      el(
        'ul',
        { class: 'samples' },
        ...samples.map(({ name, what, text }) =>
          el(
            'li',
            {},
            el(
              'button',
              { type: 'button', onclick: () => void this.read({ text, format: 'json' }) },
              el('strong', { text: name }),
              el('span', { text: what }),
            ),
          ),
        ),
      ),
      el('div', { class: 'beside' }, el('label', { for: 'open-file', text: 'A file' }), file),
      el(
        'form',
        { onsubmit: (event: Event) => this.#submit(event) },
        el(
          'p',
          { class: 'beside' },
          el('label', { for: 'open-text', text: 'Or paste it' }),
          el('span', { class: 'examples' }, example('an example table', written.csv), example('an example diagram', written.mermaid)),
        ),
        this.#text,
        el(
          'div',
          { class: 'options' },
          el('label', { class: 'field', for: 'open-format' }, el('span', { text: 'Written as' }), this.#format),
          el('label', { class: 'field', for: 'open-scale' }, el('span', { text: 'Numbers in a table' }), this.#scale),
          el('button', { class: 'primary', type: 'submit', text: 'Open it' }),
        ),
      ),
      this.#outcome,
    );
  }

  show(): void {
    this.#outcome.replaceChildren();
    if (!this.element.open) this.element.showModal();
  }

  /** A file that was picked or dropped. */
  async readFile(file: File): Promise<void> {
    if (file.size > mostBytes)
      return this.#explain('This file is too large for a journey', `${file.name} has ${Math.round(file.size / 1e6)} MB.`);
    this.#name = file.name.replace(/\.[^.]*$/, '');
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      this.#text.value = text.length > 200_000 ? '' : text;
      await this.read({ text, format: this.#format.value as Source['format'] });
    } catch {
      this.#explain('This file cannot be read', `${file.name} is no text in UTF-8.`);
    }
  }

  /** Opens it and closes, or stays and says what is wrong. */
  async read(source: Source): Promise<void> {
    const scale = this.#scale.value === '' ? undefined : (this.#scale.value.split(',').map(Number) as unknown as readonly [number, number]);
    const opening = await this.#open({ name: this.#name, scale, ...source });
    if (opening.kind === 'opened') {
      this.#outcome.replaceChildren();
      this.#text.value = '';
      if (this.element.open) this.element.close();
      return;
    }
    if (!this.element.open) this.element.showModal();
    this.#outcome.replaceChildren(
      el('p', { class: 'what', text: 'This cannot be opened. The journey at hand stays as it is.' }),
      issueList(opening.issues, opening.more),
    );
    this.#outcome.focus();
    this.#outcome.scrollIntoView({ block: 'nearest' });
  }

  #explain(what: string, why: string): void {
    if (!this.element.open) this.element.showModal();
    this.#outcome.replaceChildren(el('p', { class: 'what', text: `${what}: ${why}` }));
    this.#outcome.focus();
  }

  async #pick(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file !== undefined) await this.readFile(file);
    // The same file may be picked again, once it is mended.
    input.value = '';
  }

  #fill(text: string): void {
    this.#text.value = text;
    this.#format.value = 'auto';
    this.#text.focus();
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#name = undefined;
    if (this.#text.value.trim() === '') return this.#text.focus();
    void this.read({ text: this.#text.value, format: this.#format.value as Source['format'] });
  }
}
