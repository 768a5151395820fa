/** What notebook files are made of, and scripts as the cells they are written in: a script has readable differences, a notebook file has not. */

export const lines = (text) => text.split(/(?<=\n)/);

const idOf = (name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

export const markdownCell = (name, source) => ({ cell_type: 'markdown', id: idOf(name), metadata: {}, source: lines(source) });

export const codeCell = (name, source, outputs = []) => ({
  cell_type: 'code',
  execution_count: null,
  id: idOf(name),
  metadata: {},
  outputs,
  source: lines(source.trim()),
});

/** The file of a notebook for Deno's kernel. */
export function notebookFile(cells) {
  const metadata = {
    kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
    language_info: { file_extension: '.ts', mimetype: 'text/x.typescript', name: 'typescript' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/**
 * The cells of a script in the percent format of Jupytext: each begins with a line `// %%`, a name for code, `[markdown]` for text that stands in
 * comments, `[off]` for a cell that is left out. What stands before the first is about the script, not of the notebook.
 */
export function cellsOfScript(script) {
  const [, ...parts] = script.split(/^\/\/ %% ?/m);
  return parts.flatMap((part) => {
    const [head, ...body] = part.split('\n');
    if (head.startsWith('[off]')) return [];
    const text = body.join('\n').trim();
    if (!head.startsWith('[markdown]')) return [codeCell(head, text)];
    const markdown = text.replace(/^\/\/ ?/gm, '');
    return [markdownCell(`about ${markdown.split('\n')[0]}`, markdown)];
  });
}
