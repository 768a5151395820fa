import { el, setText } from '../dom';

interface Commands {
  open(): void;
  share(): void;
  undo(): void;
  redo(): void;
  theme(): void;
}

/** The journey's name and what can be done with the whole. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #name = el('h1');
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;

  constructor(commands: Commands) {
    const icon = (sign: string, label: string, title: string, onclick: () => void): HTMLButtonElement =>
      el(
        'button',
        { class: 'icon', type: 'button', 'aria-label': label, title, onclick },
        el('span', { 'aria-hidden': 'true', text: sign }),
      );
    this.#undo = icon('\u21b6', 'Undo', 'Undo (Ctrl+Z)', commands.undo);
    this.#redo = icon('\u21b7', 'Redo', 'Redo (Ctrl+Shift+Z)', commands.redo);
    this.element = el(
      'header',
      { class: 'toolbar' },
      el('div', { class: 'naming' }, el('p', { class: 'brand', text: 'peakend playground' }), this.#name),
      el(
        'div',
        { class: 'tools', role: 'group', 'aria-label': 'Journey' },
        this.#undo,
        this.#redo,
        icon('\u25d0', 'Dark or light', 'Dark or light', commands.theme),
        el('button', { type: 'button', text: 'Open\u2026', onclick: commands.open }),
        el('button', { class: 'primary', type: 'button', text: 'Share\u2026', onclick: commands.share }),
      ),
    );
  }

  update(name: string, canUndo: boolean, canRedo: boolean): void {
    setText(this.#name, name);
    const title = `${name} \u2013 peakend playground`;
    if (document.title !== title) document.title = title;
    this.#undo.disabled = !canUndo;
    this.#redo.disabled = !canRedo;
  }
}
