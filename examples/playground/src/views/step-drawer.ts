import {
  addChoice,
  explainWait,
  informWait,
  insert,
  merge,
  occupyWait,
  remove,
  removeChoice,
  split,
  update,
  type Edit,
  type Interaction,
} from 'peakend';
import { el, freshId } from '../dom';
import { freshStepId, nameOf } from '../steps';
import { faultText, type Actions } from './actions';
import type { StepLook } from './step-card';

/** What else can be done with a step: each is one edit of the library. */
export class StepDrawer {
  readonly element = el('div', { class: 'drawer', id: freshId('drawer'), hidden: true });
  readonly #actions: Actions;
  #drawn: Interaction | undefined;
  #next: Interaction | undefined;

  constructor(actions: Actions) {
    this.#actions = actions;
  }

  update({ step, next }: StepLook): void {
    if (this.#drawn === step && this.#next === next) return;
    // What somebody is typing here stays until they are done.
    if (this.#drawn?.id === step.id && this.element.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement)
      return;
    this.#drawn = step;
    this.#next = next;
    this.element.replaceChildren(
      el('div', { class: 'buttons' }, ...this.#buttons(step, next)),
      this.#rename(step),
      ...(step.parts === undefined && step.kind !== 'gap' ? [this.#choice(step)] : []),
    );
  }

  #buttons(step: Interaction, next: Interaction | undefined): HTMLElement[] {
    const { kind, parts, wait, choice } = step;
    const buttons: HTMLElement[] = [];
    const offer = (text: string, make: () => Edit, done: string): void => {
      buttons.push(el('button', { type: 'button', text, onclick: () => this.#do(make(), done) }));
    };
    const name = nameOf(step);
    if (next !== undefined) offer(`Merge with ${nameOf(next)}`, () => merged(step, next), `Merged ${name} and ${nameOf(next)}`);
    if (parts !== undefined) offer('Split again', () => split(step.id), `Split ${name}`);
    if (kind === 'wait' && parts === undefined) {
      if (wait?.explained !== true) offer('Explain the wait', () => explainWait(step.id), `${name}: people are told why they wait`);
      if (wait?.informed !== true) offer('Say how long', () => informWait(step.id), `${name}: people are told how long it takes`);
      if ((wait?.occupied ?? 0.5) < 0.9)
        offer('Give them something to do', () => occupyWait(step.id, 0.9), `${name}: people have something to do`);
    }
    for (const option of choice?.options ?? []) {
      offer(`Take away ${nameOf(option)}`, () => removeChoice(step.id, option.id), `${nameOf(option)} is no longer offered`);
    }
    const after = (): Edit => {
      const id = freshStepId('New step', this.#journey());
      return insert({ id, name: 'New step', duration: '5 min', durationText: '5 min', affect: 0 }, { after: step.id });
    };
    offer('Add a step after', after, `Added a step after ${name}`);
    offer('Remove', () => remove(step.id), `Removed ${name}`);
    return buttons;
  }

  /** Ids in use: asked for when one is made. */
  #journey = () => this.#actions.current();

  #rename(step: Interaction): HTMLElement {
    const input = el('input', { type: 'text', value: nameOf(step), autocomplete: 'off', maxlength: '200' });
    const save = (): void => {
      const name = input.value.trim();
      if (name !== '' && name !== nameOf(step)) this.#do(update(step.id, { name }), `Renamed to ${name}`);
    };
    input.addEventListener('change', save);
    return el('label', { class: 'field' }, el('span', { text: 'Name' }), input);
  }

  #choice(step: Interaction): HTMLElement {
    const name = el('input', { type: 'text', placeholder: 'Video call', autocomplete: 'off', required: true });
    const duration = el('input', { type: 'text', placeholder: '5 to 10 min', autocomplete: 'off', required: true });
    const affect = el('input', { type: 'number', value: '2', min: '-10', max: '10', step: '0.5' });
    const fault = el('p', { class: 'fault', role: 'status', hidden: true });
    const add = (event: Event): void => {
      event.preventDefault();
      const id = freshStepId(name.value, this.#journey());
      const text = duration.value.trim();
      const edit = addChoice(step.id, [{ id, name: name.value.trim(), duration: text, durationText: text, affect: Number(affect.value) }]);
      const issues = this.#actions.faults(edit);
      fault.hidden = issues.length === 0;
      fault.textContent = faultText(issues);
      if (issues.length > 0) return void (text === '' || issues[0]!.path.includes('duration') ? duration : name).focus();
      (document.activeElement as HTMLElement | null)?.blur();
      this.#do(edit, `${name.value.trim()} is offered beside ${nameOf(step)}`);
    };
    return el(
      'form',
      { class: 'choice', novalidate: true, onsubmit: add },
      el('p', { class: 'legend', text: 'Offer another way through' }),
      el('label', { class: 'field' }, el('span', { text: 'Called' }), name),
      el('label', { class: 'field' }, el('span', { text: 'Takes' }), duration),
      el('label', { class: 'field short' }, el('span', { text: 'Affect' }), affect),
      el('button', { type: 'submit', text: 'Add the choice' }),
      fault,
    );
  }

  #do(edit: Edit, done: string): void {
    const issues = this.#actions.edit(edit);
    this.#actions.tell(issues.length === 0 ? done : faultText(issues));
  }
}

function merged(step: Interaction, next: Interaction): Edit {
  const name = `${nameOf(step)}, ${nameOf(next)}`;
  return merge([step.id, next.id], { id: `${step.id}+${next.id}`, name });
}
