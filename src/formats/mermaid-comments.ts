/** A line without its comment: what stands behind `%%` or `#`, where that begins one. */
export function uncommented(line: string): string {
  const percent = /(?:^|\s)%%/.exec(line);
  const rest = percent === null ? line : line.slice(0, percent.index);
  // As in Mermaid, at the beginning of a line; #35; and the like are characters.
  if (/^\s*#(?![\w#]{1,10};)/.test(rest)) return '';
  // Behind a score or actors: `Step #1` is a name.
  const score = /:[ \t]*[-+−]?\d[\d.]*[ \t]*(?=[:#]|$)|:[ \t]*[-+−]?\d[\d.]*[ \t]+(?=#)/.exec(rest);
  if (score === null) return rest;
  const comment = /\s#(?![\w#]{1,10};)/g;
  comment.lastIndex = Math.max(0, score.index + score[0].length - 1);
  const found = comment.exec(rest);
  return found === null ? rest : rest.slice(0, found.index);
}
