import { update, type Interaction } from 'peakend';
import { el, freshId, setText, show } from '../dom';
import type { CautionAnswer } from '../protocol';
import { affectAt, durationWords, meanAffect, nameOf } from '../steps';
import { plain, signed } from '../numbers';
import { faultText, type Actions } from './actions';
import { StepDrawer } from './step-drawer';

export interface StepLook {
  readonly step: Interaction;
  readonly index: number;
  readonly count: number;
  /** Its neighbour behind it. */
  readonly next: Interaction | undefined;
  /** Beside the journey as it is. */
  readonly mark: 'new' | 'changed' | undefined;
  readonly cautions: readonly CautionAnswer[];
  /** The journey as it is can be looked at only. */
  readonly isFixed: boolean;
}

/** One step: its handle, name, duration and affect, and what else can be done with it. */
export class StepCard {
  readonly element: HTMLLIElement;
  readonly handle: HTMLButtonElement;
  readonly #actions: Actions;
  readonly #name = el('h3');
  readonly #facts = el('p', { class: 'facts' });
  readonly #duration: HTMLInputElement;
  readonly #range: HTMLInputElement;
  readonly #number: HTMLInputElement;
  readonly #fault: HTMLElement;
  readonly #cautions = el('ul', { class: 'cautions' });
  readonly #more: HTMLButtonElement;
  readonly #drawer: StepDrawer;
  #look!: StepLook;
  #gesture = 0;

  constructor(id: string, actions: Actions) {
    this.#actions = actions;
    const faultId = freshId('fault');
    this.handle = el('button', { class: 'handle', type: 'button', 'aria-describedby': 'drag-help' }, grip());
    this.#duration = el('input', {
      class: 'duration',
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-describedby': faultId,
      oninput: () => this.#typeDuration(),
      onblur: () => this.#leaveDuration(),
    });
    this.#range = el('input', {
      class: 'affect-range',
      type: 'range',
      min: '-10',
      max: '10',
      step: '0.5',
      oninput: () => this.#slide(true),
      onchange: () => this.#slide(false),
    });
    this.#number = el('input', {
      class: 'affect-number',
      type: 'number',
      min: '-10',
      max: '10',
      step: '0.5',
      inputmode: 'decimal',
      'aria-describedby': faultId,
      oninput: () => this.#typeAffect(),
      onblur: () => this.#leaveAffect(),
    });
    this.#fault = el('p', { class: 'fault', id: faultId, role: 'status', hidden: true });
    this.#drawer = new StepDrawer(actions);
    this.#more = el('button', {
      class: 'more',
      type: 'button',
      'aria-expanded': 'false',
      'aria-controls': this.#drawer.element.id,
      onclick: () => this.#toggle(),
    });
    this.#more.append(el('span', { 'aria-hidden': 'true', text: '\u22ef' }));
    this.element = el(
      'li',
      { class: 'step', 'data-id': id },
      el(
        'div',
        { class: 'row' },
        this.handle,
        el('div', { class: 'title' }, this.#name, this.#facts),
        el('div', { class: 'values' }, this.#duration, this.#range, this.#number),
        this.#more,
      ),
      this.#fault,
      this.#cautions,
      this.#drawer.element,
    );
  }

  update(look: StepLook): void {
    const previous = this.#look as StepLook | undefined;
    this.#look = look;
    if (previous !== undefined && looksAlike(previous, look)) return;
    const { step, index, count, isFixed } = look;
    const name = nameOf(step);
    setText(this.#name, name);
    this.handle.setAttribute('aria-label', `Move ${name}, ${index + 1} of ${count}`);
    this.#duration.setAttribute('aria-label', `Duration of ${name}`);
    this.#range.setAttribute('aria-label', `Affect of ${name}, slider`);
    this.#number.setAttribute('aria-label', `Affect of ${name}, \u221210 to +10`);
    this.#more.setAttribute('aria-label', `More for ${name}`);
    this.element.dataset['mark'] = look.mark ?? '';
    this.element.classList.toggle('wait', step.kind === 'wait');
    this.element.classList.toggle('fixed', isFixed);
    for (const control of [this.handle, this.#duration, this.#range, this.#number, this.#more]) control.disabled = isFixed;
    if (step.kind === 'gap' || step.parts !== undefined) this.#duration.disabled = true;
    if (step.kind === 'gap') this.#range.disabled = this.#number.disabled = true;
    if (previous?.step !== step || previous.mark !== look.mark) {
      this.#facts.replaceChildren(...factsOf(look).map((fact) => el('span', { text: fact })));
      if (!this.#isDraft(this.#duration)) this.#writeDuration();
      if (!this.#isDraft(this.#number)) this.#writeAffect();
    }
    this.#writeCautions(look.cautions);
    if (isFixed) this.#close();
    else if (!this.#drawer.element.hidden) this.#drawer.update(look);
  }

  /** A field that is being typed in and is not sound yet is left alone. */
  #isDraft(field: HTMLInputElement): boolean {
    return document.activeElement === field && (field.getAttribute('aria-invalid') === 'true' || field.dataset['typing'] === 'yes');
  }

  #writeDuration(): void {
    const { step } = this.#look;
    this.#duration.value = step.parts === undefined ? durationWords(step) : 'as its parts';
    this.#clearFault(this.#duration);
  }

  #writeAffect(): void {
    const value = meanAffect(this.#look.step);
    this.#range.value = String(value);
    if (document.activeElement !== this.#number) this.#number.value = String(Math.round(value * 10) / 10);
    this.#range.setAttribute('aria-valuetext', signed(value));
    const share = ((value + 10) / 20) * 100;
    this.#range.style.setProperty('--from', `${Math.min(50, share)}%`);
    this.#range.style.setProperty('--to', `${Math.max(50, share)}%`);
    this.#clearFault(this.#number);
  }

  #typeDuration(): void {
    const { step } = this.#look;
    const text = this.#duration.value.trim();
    if (text === durationWords(step)) return this.#clearFault(this.#duration);
    const edit = update(step.id, { duration: text, durationText: text });
    this.#duration.dataset['typing'] = 'yes';
    const issues = this.#actions.edit(edit, { gesture: `duration-${step.id}-${this.#gesture}` });
    this.#setFault(this.#duration, faultText(issues));
  }

  #leaveDuration(): void {
    this.#gesture++;
    delete this.#duration.dataset['typing'];
    // What was never finished goes: the model stayed where it was.
    this.#writeDuration();
  }

  #slide(isHeld: boolean): void {
    this.#setAffect(Number(this.#range.value), isHeld, this.#range);
    if (isHeld) return;
    this.#gesture++;
    this.#actions.letGo();
  }

  #typeAffect(): void {
    const text = this.#number.value.trim();
    this.#number.dataset['typing'] = 'yes';
    this.#setAffect(text === '' ? Number.NaN : Number(text), false, this.#number);
  }

  #setAffect(value: number, isHeld: boolean, field: HTMLInputElement): void {
    const { step } = this.#look;
    if (Math.abs(value - meanAffect(step)) < 1e-9) return this.#clearFault(field);
    const isOff = !(value >= -10 && value <= 10);
    const edit = update(step.id, { affect: isOff ? value : affectAt(step, value) });
    const issues = Number.isNaN(value) ? undefined : this.#actions.edit(edit, { gesture: `affect-${step.id}-${this.#gesture}`, isHeld });
    this.#setFault(field, issues === undefined ? 'A number from \u221210 to +10' : faultText(issues));
    if (issues?.length === 0) this.#writeAffect();
  }

  #leaveAffect(): void {
    this.#gesture++;
    delete this.#number.dataset['typing'];
    this.#number.value = plain(meanAffect(this.#look.step)).replace('\u2212', '-').replace(/\.0$/, '');
    this.#writeAffect();
  }

  #setFault(field: HTMLInputElement, text: string): void {
    if (text === '') return this.#clearFault(field);
    field.setAttribute('aria-invalid', 'true');
    setText(this.#fault, text);
    show(this.#fault, true);
  }

  #clearFault(field: HTMLInputElement): void {
    field.removeAttribute('aria-invalid');
    const others = [this.#duration, this.#range, this.#number].some((one) => one.getAttribute('aria-invalid') === 'true');
    if (!others) show(this.#fault, false);
  }

  #writeCautions(cautions: readonly CautionAnswer[]): void {
    const messages = cautions.map(({ message }) => message);
    if (this.#cautions.dataset['said'] === messages.join('\n')) return;
    this.#cautions.dataset['said'] = messages.join('\n');
    this.#cautions.replaceChildren(...messages.map((text) => el('li', { text })));
    show(this.#cautions, messages.length > 0);
  }

  #toggle(): void {
    if (!this.#drawer.element.hidden) return this.#close();
    this.#drawer.update(this.#look);
    show(this.#drawer.element, true);
    this.#more.setAttribute('aria-expanded', 'true');
  }

  #close(): void {
    show(this.#drawer.element, false);
    this.#more.setAttribute('aria-expanded', 'false');
  }
}

/** Nothing of a card is to be drawn anew. */
function looksAlike(before: StepLook, after: StepLook): boolean {
  const { cautions, ...rest } = after;
  const same = (key: string): boolean => before[key as keyof StepLook] === after[key as keyof StepLook];
  return (
    Object.keys(rest).every(same) &&
    cautions.length === before.cautions.length &&
    cautions.every(({ message }, index) => message === before.cautions[index]!.message)
  );
}

function factsOf({ step, mark }: StepLook): string[] {
  const { wait, choice, failure, parts } = step;
  return [
    ...(mark === undefined ? [] : [mark]),
    ...(step.stage === undefined ? [] : [step.stage]),
    ...(step.kind === undefined || step.kind === 'service' ? [] : [step.kind]),
    ...(wait?.explained === true ? ['explained'] : []),
    ...(wait?.informed === true ? ['informed'] : []),
    ...(wait?.occupied === undefined ? [] : [`occupied ${Math.round(wait.occupied * 100)} %`]),
    ...(failure === undefined ? [] : [`may fail, ${Math.round(failure.probability * 100)} %`]),
    ...(choice === undefined ? [] : [`or ${choice.options.map(nameOf).join(', or ')}`]),
    ...(parts === undefined ? [] : [`merged of ${parts.length}`]),
  ];
}

/** Six dots, as handles are drawn everywhere. */
function grip(): SVGSVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 10 16');
  svg.setAttribute('aria-hidden', 'true');
  for (const [x, y] of [
    [2, 3],
    [8, 3],
    [2, 8],
    [8, 8],
    [2, 13],
    [8, 13],
  ] as const) {
    const dot = document.createElementNS(ns, 'circle');
    dot.setAttribute('cx', String(x));
    dot.setAttribute('cy', String(y));
    dot.setAttribute('r', '1.3');
    svg.append(dot);
  }
  return svg;
}
