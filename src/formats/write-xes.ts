import type { EventRow } from './event-row';

/** The beginning of a log, with the extensions its keys are from. */
export const xesHead = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
`;

/** The two events of a step, and the trace they are in where another is open or none. */
export function xesEvent(row: EventRow, open: string | undefined): string[] {
  const pieces: string[] = [];
  if (row.case !== open) {
    if (open !== undefined) pieces.push('  </trace>\n');
    pieces.push(`  <trace>\n    ${attribute('string', 'concept:name', row.case)}\n    ${attribute('string', 'segment', row.segment)}\n`);
  }
  pieces.push(eventOf(row, 'start', row.start, row.affectStart), eventOf(row, 'complete', row.end, row.affectEnd));
  return pieces;
}

export function xesTail(open: string | undefined): string {
  return open === undefined ? '</log>\n' : '  </trace>\n</log>\n';
}

function eventOf(
  { activity, step, what, option }: EventRow,
  transition: 'start' | 'complete',
  time: string,
  affect: number | undefined,
): string {
  const attributes = [
    attribute('string', 'concept:name', activity),
    attribute('string', 'lifecycle:transition', transition),
    attribute('date', 'time:timestamp', time),
    attribute('string', 'step', step),
    ...(affect === undefined ? [] : [attribute('float', 'affect', String(affect))]),
    ...(transition === 'start' ? [] : [attribute('string', 'what', what)]),
    ...(option === undefined ? [] : [attribute('string', 'option', option)]),
  ];
  return `    <event>${attributes.join('')}</event>\n`;
}

function attribute(kind: string, key: string, value: string): string {
  return `<${kind} key="${key}" value="${xmlText(value)}"/>`;
}

/** What XML acts on, and what it cannot hold. */
function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd') // eslint-disable-line no-control-regex
    .replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
