import { quote } from '../errors/wording';
import { IdsOfNames } from './ids-of-names';
import type { Leftovers } from './left';
import type { XmlNode } from './xml-tree';
import type { Interaction } from '../journey/types';

/** A touchpoint as a step without a duration. */
export interface CjmlStep extends Pick<Interaction, 'id' | 'name' | 'stage' | 'channel' | 'note' | 'actors'> {
  readonly place: string;
}

/** What is known of a touchpoint on the way. */
type Found = Partial<Record<'id' | 'name' | 'note' | 'channel' | 'phase', string | undefined>>;

const touchpoint = /^(?:actual|planned|expected)?(?:communicationPoint|action|touchpoint)$/i;
/** What only holds others. */
const holder = /^(?:cjml|touchpoints|actors|phases|\w*journey)$/i;
const label =
  /^(?:touchpointName|name|title|label|initiatorLabel|senderLabel|actionLabel|initiatorDescription|senderDescription|actionDescription|description)$/i;
const receiverLabel = /^receiver(?:Label|Description)$/i;

/** One journey of a document, read element by element; what has no place goes to `left`. */
export class CjmlReading {
  readonly #actors = new Map<string, string>();
  readonly #ids = new IdsOfNames();
  readonly #steps: CjmlStep[] = [];
  #name: string | undefined;
  #id: string | undefined;

  constructor(
    readonly root: XmlNode,
    readonly journey: XmlNode,
    readonly left: Leftovers,
  ) {}

  read(): { readonly name: string; readonly steps: readonly CjmlStep[] } {
    // Actors may stand behind the touchpoints that name them.
    for (const node of [
      ...(this.root === this.journey ? [] : this.root.children.filter(({ name }) => /^actors?$/i.test(name))),
      ...this.journey.children,
    ])
      this.#findActors(node);
    // Elements to read, with the phase they stand in; the next is the last.
    const open: { readonly node: XmlNode; readonly phase: string | undefined }[] = this.journey.children
      .map((node) => ({ node, phase: undefined }))
      .reverse();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node, phase } = next;
      if (touchpoint.test(node.name)) this.#touchpoint(node, phase);
      else if (/^(?:\w*phase)$/i.test(node.name)) {
        const own =
          textOf(node.children.find(({ name }) => /^(?:phaseName|name|title|phaseLabel)$/i.test(name))) ?? node.attributes['name'];
        for (const child of [...node.children].reverse())
          if (child.children.length > 0 || touchpoint.test(child.name)) open.push({ node: child, phase: own ?? phase });
      } else if (/^(?:journeyName|name|title)$/i.test(node.name)) this.#name ??= textOf(node);
      else if (/^journeyID$/i.test(node.name)) this.#id ??= textOf(node);
      else if (/^actors?$/i.test(node.name)) continue;
      else if (holder.test(node.name)) for (const child of [...node.children].reverse()) open.push({ node: child, phase });
      else this.#leave(node);
    }
    const name = this.#name ?? this.#id ?? this.journey.attributes['name'];
    if (name === undefined) this.left.add(this.journey.place, 'it has no name: the journey is called Journey');
    return { name: name ?? 'Journey', steps: this.#steps };
  }

  #findActors(top: XmlNode): void {
    if (!/^actors?$/i.test(top.name)) return;
    for (const actor of /^actors$/i.test(top.name) ? top.children : [top]) {
      const id = actor.attributes['actorID'] ?? actor.attributes['id'];
      const name =
        textOf(actor.children.find((child) => /^(?:actorName|companyName|name)$/i.test(child.name))) ?? actor.attributes['name'] ?? id;
      if (id !== undefined && name !== undefined) this.#actors.set(id.trim(), name);
      for (const child of actor.children) if (!/^(?:actorName|companyName|name)$/i.test(child.name)) this.#leave(child);
    }
  }

  #touchpoint(node: XmlNode, phase: string | undefined): void {
    const actors: string[] = [];
    const found: Found = {};
    const party = (written: string | undefined): void => {
      if (written !== undefined && written.trim() !== '') actors.push(this.#actors.get(written.trim()) ?? written.trim());
    };
    found.id = node.attributes['id'] ?? node.attributes['touchpointID'];
    for (const key of ['initiatorId', 'initiatorID', 'senderId', 'senderID', 'receiverId', 'receiverID']) party(node.attributes[key]);
    for (const child of node.children) {
      if (/^touchpointID$/i.test(child.name)) found.id ??= textOf(child);
      else if (label.test(child.name)) found.name ??= textOf(child);
      else if (receiverLabel.test(child.name)) found.note ??= textOf(child);
      else if (/^(?:initiator|sender|receiver|performer|actor)$/i.test(child.name)) this.#party(child, found, party);
      else if (/^channel$/i.test(child.name))
        found.channel ??= textOf(child.children.find(({ name }) => /^(?:channelName|name)$/i.test(name))) ?? textOf(child);
      else if (/^(?:phase|phaseName)$/i.test(child.name)) found.phase ??= textOf(child);
      else this.#leave(child);
    }
    const { id, channel, note } = found;
    const name = found.name ?? textOf(node) ?? id;
    const stage = found.phase ?? phase;
    const own = this.#ids.idOf(id ?? name ?? '', `touchpoint-${this.#steps.length + 1}`);
    for (const key of Object.keys(node.attributes))
      if (!/id$/i.test(key)) this.left.add(node.place, `attributes ${quote(key)} are not carried`);
    this.#steps.push({
      id: own,
      ...(name === undefined || name === own ? {} : { name }),
      ...(stage === undefined ? {} : { stage }),
      ...(channel === undefined ? {} : { channel }),
      ...(note === undefined ? {} : { note }),
      ...(actors.length === 0 ? {} : { actors: [...new Set(actors)] }),
      place: node.place,
    });
  }

  /** Who begins a touchpoint, or answers: by reference, by name, with what they do. */
  #party(node: XmlNode, found: Found, party: (written: string | undefined) => void): void {
    const isReceiver = /^receiver$/i.test(node.name);
    const refers = node.children.find(({ name }) => /^refersTo$/i.test(name));
    if (refers !== undefined) party(refers.attributes['actorIDref'] ?? refers.attributes['ref'] ?? textOf(refers));
    const words = node.children.find(({ name }) => label.test(name) || receiverLabel.test(name));
    const said = textOf(words);
    const own = textOf(node);
    if (isReceiver) found.note ??= said;
    else found.name ??= said;
    // A text of its own is who it is, or, where that was said as an attribute, what is done.
    if (own !== undefined && this.#actors.has(own)) party(own);
    else if (own !== undefined && Object.keys(node.attributes).length === 0) party(own);
    else if (own !== undefined && isReceiver) found.note ??= own;
    else if (own !== undefined) found.name ??= own;
    for (const child of node.children) if (child !== refers && child !== words) this.#leave(child);
  }

  #leave({ name, place }: XmlNode): void {
    this.left.add(place, `elements ${quote(`<${name}>`)} are not carried`);
  }
}

/** The text of an element on one line; undefined where there is none. */
function textOf(node: XmlNode | undefined): string | undefined {
  const text = node?.text.split(/\s+/).filter(Boolean).join(' ') ?? '';
  return text === '' ? undefined : text;
}
