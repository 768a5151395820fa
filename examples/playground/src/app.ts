import type { Edit, Issue, Journey, StandardInput } from 'peakend';
import { Client, type Opening } from './client';
import { el, setText } from './dom';
import type { Answer, Look, Picture, Source } from './protocol';
import { attempt, describe, withoutEdit } from './proposal';
import { samples } from './samples';
import { listen } from './listening';
import { linkOf, projectText, textOfLink } from './share';
import { begin, change, projectOf, redo, tryEdit, undo, type Draft, type State } from './state';
import { startTheme, theme, toggleTheme } from './theme';
import { noteAnswered, noteAsked } from './timing';
import { faultText, type Actions } from './views/actions';
import { OpenDialog } from './views/open-dialog';
import { CautionsView, ProposalView } from './views/proposal-view';
import { RibbonView } from './views/ribbon';
import { SegmentTable } from './views/segment-table';
import { ShareDialog } from './views/share-dialog';
import { StandardsView } from './views/standards';
import { StepList } from './views/step-list';
import { Toolbar } from './views/toolbar';
import { VerdictView } from './views/verdict';

/** How long a message stays, and how long after the last change the address follows. */
const messageTime = 6_000;
const addressDelay = 400;

/** The page: holds the state, hands it to the views and what they do to the worker. */
export class App {
  #state: State | undefined;
  /** The edits that are being tried while something is dragged. */
  #tried: readonly Edit[] | undefined;
  #segment: string | undefined;
  readonly #client = new Client(
    (answer) => this.#show(answer),
    (picture) => this.#draw(picture),
    (issues) => this.#takeBack(issues),
  );
  readonly #message = el('p', { class: 'message', role: 'status' });
  readonly #left = el('div', { class: 'left', role: 'status', hidden: true });
  readonly #toolbar: Toolbar;
  readonly #verdict = new VerdictView();
  readonly #steps: StepList;
  readonly #ribbon: RibbonView;
  readonly #table = new SegmentTable();
  readonly #standards: StandardsView;
  readonly #proposal: ProposalView;
  readonly #cautions = new CautionsView();
  readonly #openDialog: OpenDialog;
  readonly #shareDialog: ShareDialog;
  #clearing: ReturnType<typeof setTimeout> | undefined;
  #addressing: ReturnType<typeof setTimeout> | undefined;
  /** The number of the last question. */
  #asked = 0;
  /** The address as the page itself last wrote it. */
  #address = '';

  constructor(root: HTMLElement) {
    const actions = this.#actions();
    this.#steps = new StepList(actions);
    this.#ribbon = new RibbonView(actions, () => this.#ask(true));
    this.#standards = new StandardsView(actions);
    this.#proposal = new ProposalView(actions);
    this.#openDialog = new OpenDialog((source) => this.open(source));
    this.#shareDialog = new ShareDialog(() => this.#save());
    this.#toolbar = new Toolbar({
      open: () => {
        this.#hush();
        this.#openDialog.show();
      },
      share: () => void this.#share(),
      undo: () => this.#travel(undo, 'Undone'),
      redo: () => this.#travel(redo, 'Done again'),
      theme: () => {
        toggleTheme();
        this.#ask();
      },
    });
    root.append(
      this.#toolbar.element,
      el(
        'main',
        {},
        this.#left,
        this.#verdict.element,
        el('div', { class: 'column' }, this.#steps.element, this.#proposal.element),
        el('div', { class: 'column answers' }, this.#ribbon.element, this.#table.element, this.#standards.element, this.#cautions.element),
      ),
      el(
        'footer',
        {},
        el('p', { text: 'Everything is simulated in this page; nothing leaves it. Affect is from \u221210 (worst imaginable) to +10.' }),
      ),
      this.#message,
      this.#openDialog.element,
      this.#shareDialog.element,
    );
    startTheme(() => this.#ask());
    addEventListener('hashchange', () => void this.#follow());
    listen({
      undo: () => this.#travel(undo, 'Undone'),
      redo: () => this.#travel(redo, 'Done again'),
      readFile: (file) => void this.#openDialog.readFile(file),
      read: (source) => void this.#openDialog.read(source),
    });
  }

  /** What the address holds, or the first sample. */
  async start(): Promise<void> {
    await this.open({ text: samples[0]!.text, format: 'json' });
    await this.#follow();
  }

  /** Reads a text; what is refused leaves everything as it is. */
  async open(source: Source): Promise<Opening> {
    const opening = await this.#client.open(source);
    if (opening.kind !== 'opened') return opening;
    this.#state = begin(opening.project);
    this.#tried = undefined;
    this.#segment = undefined;
    this.#left.hidden = opening.left.length === 0;
    this.#left.replaceChildren(
      el('p', { text: `Read as ${opening.format}. Not everything could be carried over:` }),
      el(
        'ul',
        {},
        ...opening.left.map(({ path, what, count }) =>
          el('li', { text: `${path === '' ? '' : `${path}: `}${what}${count === undefined ? '' : ` (${count} times)`}` }),
        ),
      ),
      el('button', { class: 'remove', type: 'button', text: '\u00d7', 'aria-label': 'Close', onclick: () => (this.#left.hidden = true) }),
    );
    this.#refresh();
    this.#ask();
    return opening;
  }

  #actions(): Actions {
    return {
      edit: (edit, { gesture, isHeld = false } = {}) => {
        const tried = tryEdit(this.#state!, edit);
        if ('issues' in tried) {
          this.#try(undefined);
          return tried.issues;
        }
        this.#change({ edits: tried.edits }, tried.current, gesture, isHeld);
        return [];
      },
      preview: (edit) => {
        if (edit === undefined) {
          this.#try(undefined);
          return [];
        }
        const { journey, draft } = this.#state!;
        const tried = attempt(journey, [...draft.edits, edit]);
        if ('issues' in tried) return tried.issues;
        this.#try(tried);
        return [];
      },
      faults: (edit) => {
        const tried = tryEdit(this.#state!, edit);
        return 'issues' in tried ? tried.issues : [];
      },
      current: () => this.#state!.current,
      removeEdit: (index) => {
        const rest = withoutEdit(this.#state!.journey, this.#state!.draft.edits, index);
        if ('issues' in rest) return this.#tell(`A later change stands on this one. ${faultText(rest.issues)}`);
        this.#change({ edits: rest.edits }, rest.current);
      },
      clearEdits: () => this.#change({ edits: [] }, this.#state!.journey),
      setStandards: (standards: readonly StandardInput[]) => this.#change({ standards }, this.#state!.current),
      chooseSegment: (id) => {
        this.#segment = id;
        this.#ask();
      },
      letGo: () => this.#client.letGo(),
      tell: (text) => this.#tell(text),
    };
  }

  #change(changes: Partial<Draft>, current: Journey, gesture?: string, isHeld = false): void {
    this.#tried = undefined;
    this.#state = change(this.#state!, { ...this.#state!.draft, ...changes }, current, gesture);
    // Asked first: the worker is at it while the page is drawn.
    this.#ask(isHeld);
    this.#refresh();
  }

  /** Shows other edits than those that stand; undefined shows those again. */
  #try(tried: { readonly edits: readonly Edit[]; readonly current: Journey } | undefined): void {
    if (this.#tried === undefined && tried === undefined) return;
    this.#tried = tried?.edits;
    this.#ask(tried !== undefined);
    // What a pointer holds is where it is: nothing is drawn before it is dropped.
    if (this.#steps.isHeld) return this.#hush();
    const { journey, current } = this.#state!;
    this.#steps.update(journey, current, tried?.current ?? current);
  }

  #travel(way: (state: State) => State, said: string): void {
    const next = way(this.#state!);
    if (next === this.#state || this.#steps.isHeld) return;
    this.#state = next;
    this.#tried = undefined;
    this.#ask();
    this.#refresh();
    this.#tell(said);
  }

  /** What cannot be answered does not stand: a promise that cannot be read, as steps and edits were checked before. */
  #takeBack(issues: readonly Issue[]): void {
    const before = undo(this.#state!);
    if (before !== this.#state) {
      this.#state = { ...before, future: [] };
      this.#tried = undefined;
      this.#ask();
      this.#refresh();
    }
    this.#standards.fail(faultText(issues));
  }

  #refresh(): void {
    const { journey, current, draft, segments, past, future } = this.#state!;
    this.#toolbar.update(journey.name, past.length > 0, future.length > 0);
    this.#steps.update(journey, current, current);
    this.#proposal.update(describe(journey, draft.edits));
    this.#standards.setStandards(draft.standards);
    this.#standards.fail('');
    this.#ribbon.setSegments(segments, this.#segment);
    clearTimeout(this.#addressing);
    this.#addressing = setTimeout(() => void this.#writeAddress(), addressDelay);
  }

  #ask(isHeld = false): void {
    if (this.#state === undefined) return;
    const { draft } = this.#state;
    const look: Look = { segment: this.#segment, width: this.#ribbon.width, theme: theme() };
    this.#asked = this.#client.ask({ edits: this.#tried ?? draft.edits, standards: draft.standards, look }, isHeld);
    this.#mark('asked');
    noteAsked(this.#asked);
  }

  #show(answer: Answer): void {
    const came = performance.now();
    this.#verdict.update(answer);
    this.#table.update(answer);
    this.#standards.update(answer);
    if (answer.coarse && answer.number === this.#asked) this.#mark('coarse');
    // Doubts of a first look would come and go.
    if (!answer.coarse) {
      this.#steps.setCautions(answer.cautions);
      this.#cautions.update(answer.cautions.filter(({ step }) => step === undefined));
    }
    noteAnswered(answer.number, answer.coarse, answer.spent, came);
  }

  #draw({ number, coarse, svg }: Picture): void {
    this.#ribbon.update(svg);
    if (!coarse && number === this.#asked) this.#mark('whole');
  }

  /** How far the page is with what was last asked, for whoever drives it. */
  #mark(answer: 'asked' | 'coarse' | 'whole'): void {
    document.body.dataset['answer'] = answer;
  }

  #tell(text: string): void {
    setText(this.#message, text);
    this.#message.classList.add('shown');
    clearTimeout(this.#clearing);
    this.#clearing = setTimeout(() => this.#hush(), messageTime);
  }

  #hush(): void {
    this.#message.classList.remove('shown');
  }

  async #share(): Promise<void> {
    await this.#writeAddress();
    this.#hush();
    this.#shareDialog.show(location.href);
  }

  /** The address is the link: reloading the page gives what was there. */
  async #writeAddress(): Promise<void> {
    if (this.#state === undefined) return;
    const link = `#${await linkOf(projectOf(this.#state))}`;
    this.#address = link;
    history.replaceState(null, '', link);
  }

  async #follow(): Promise<void> {
    if (location.hash === this.#address) return;
    const link = await textOfLink(location.hash);
    if (link === undefined) return;
    if ('fault' in link) return this.#tell(link.fault);
    await this.#openDialog.read({ text: link.text, format: 'json' });
  }

  #save(): void {
    const project = projectOf(this.#state!);
    const url = URL.createObjectURL(new Blob([projectText(project)], { type: 'application/json' }));
    const name = project.journey.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'journey';
    const anchor = el('a', { href: url, download: `${name}.json` });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
