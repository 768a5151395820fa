import type { Source } from './protocol';

interface Listener {
  undo(): void;
  redo(): void;
  readFile(file: File): void;
  read(source: Source): void;
}

/** What the page as a whole listens to: undo and redo by keys, files and texts that are dropped on it or pasted. */
export function listen({ undo, redo, readFile, read }: Listener): void {
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if ((key !== 'z' && key !== 'y') || isTypedIn(event.target)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (file !== undefined) readFile(file);
    else if (text !== '') read({ text, format: 'auto' });
  });
  addEventListener('paste', (event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() !== '') read({ text, format: 'auto' });
  });
}

/** In a field that is being typed in, its own undo. */
function isTypedIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type === 'text' && target.dataset['typing'] === 'yes')
  );
}
