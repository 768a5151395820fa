/** Attributes and properties of an element: `class`, `aria-…`, `data-…` and the like are attributes; `on…` are listeners. */
type Props = Readonly<Record<string, unknown>>;

/** An element with its attributes and children. Text is always text: nothing that a user wrote is read as markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener);
    else if (name === 'text') element.textContent = String(value);
    else if (name === 'value') (element as unknown as { value: string }).value = String(value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Sets text only where it differs, so that what is read aloud is read once. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Shows or hides. */
export function show(element: HTMLElement, shown: boolean): void {
  element.hidden = !shown;
}

/** Makes a parent hold exactly these children in this order, moving as few as it can. Focus stays where it was. */
export function arrange(parent: Element, children: readonly Element[]): void {
  const focused = document.activeElement;
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
  if (focused instanceof HTMLElement && focused !== document.activeElement && parent.contains(focused))
    focused.focus({ preventScroll: true });
}

let identifiers = 0;
/** An id that no other element has. */
export function freshId(prefix: string): string {
  return `${prefix}-${++identifiers}`;
}
