import type { Table } from '../tables/table';

/** The rows of each name in a column, in the order of their first rows. A row without a name is a fault. */
export function rowsByName(table: Table, column: string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [row, name] of table.texts(column).entries()) {
    if (name === undefined) {
      table.tellMissing(row, column, 'a name');
      continue;
    }
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [row]);
    else members.push(row);
  }
  return groups;
}
