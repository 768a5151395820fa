/** What is seen as one character: a flag, a letter with its marks, a Hangul syllable in letters, emoji joined to one picture. */
const cluster =
  /\p{Regional_Indicator}{2}|[^](?:[\p{M}\p{Cf}\p{Emoji_Modifier}]|(?<=\u200d)\p{Extended_Pictographic}|(?<=[\u1100-\u11ff\ua960-\ua97c\uac00-\ud7fb])[\u1160-\u11ff\ud7b0-\ud7fb])*/gu;

/** Characters that take no column of their own. */
const unseen = /[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const picture =
  /^(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}\u200d]|[\d#*]\ufe0f?\u20e3|(?!\p{Regional_Indicator})\p{Emoji_Presentation})/u;

/** Unicode's wide and fullwidth characters (East Asian Width), beside the emoji. */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** A text in what is seen as one character each: where it may be cut. */
export function clusters(text: string): readonly string[] {
  return text.match(cluster) ?? [];
}

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return clusters(text).reduce((width, one) => width + clusterWidth(one), 0);
}

function clusterWidth(one: string): number {
  if (picture.test(one)) return 2;
  const seen = one.replace(unseen, '');
  if (seen === '') return 0;
  // Vowel signs that stand beside their letter take a column; everything else within a cluster shares that of its first.
  const [, ...rest] = seen;
  return (wide.test(seen) ? 2 : 1) + rest.filter((character) => /\p{Mc}/u.test(character)).length;
}

/** The text, or as much of its beginning as fits into so many columns with an ellipsis. */
export function shortened(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : `${beginning(text, columns - 1).trimEnd()}…`;
}

/** As many whole characters as fit into so many columns, from the end. */
export function ending(text: string, columns: number): string {
  let kept = '';
  let width = 0;
  for (const one of [...clusters(text)].reverse()) {
    width += clusterWidth(one);
    if (width > columns) break;
    kept = one + kept;
  }
  return kept;
}

/** As many whole characters as fit into so many columns. */
export function beginning(text: string, columns: number): string {
  let kept = '';
  let width = 0;
  for (const one of clusters(text)) {
    width += clusterWidth(one);
    if (width > columns) break;
    kept += one;
  }
  return kept;
}
