/**
 * The circles of a directed graph: nodes that can all reach one another get the same number; a node on no circle gets none
 * (Tarjan 1972, without recursion, so that long chains do not exhaust the stack).
 */
export function circles(edges: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const pending: string[] = [];
  const isPending = new Set<string>();
  const circleOf = new Map<string, number>();
  let count = 0;

  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const calls: { node: string; next: number }[] = [{ node: root, next: 0 }];
    while (calls.length > 0) {
      const call = calls[calls.length - 1]!;
      const { node } = call;
      if (!order.has(node)) {
        order.set(node, order.size);
        lowest.set(node, order.get(node)!);
        pending.push(node);
        isPending.add(node);
      }
      const targets = edges.get(node) ?? [];
      if (call.next < targets.length) {
        const target = targets[call.next++]!;
        if (!order.has(target)) calls.push({ node: target, next: 0 });
        else if (isPending.has(target)) lower(lowest, node, order.get(target)!);
        continue;
      }
      calls.pop();
      const caller = calls[calls.length - 1];
      if (caller !== undefined) lower(lowest, caller.node, lowest.get(node)!);
      if (lowest.get(node) === order.get(node)) closeCircle(node);
    }
  }
  return circleOf;

  function closeCircle(node: string): void {
    const members = pending.splice(pending.lastIndexOf(node));
    for (const member of members) isPending.delete(member);
    const isCircle = members.length > 1;
    if (isCircle) for (const member of members) circleOf.set(member, count);
    count++;
  }
}

function lower(lowest: Map<string, number>, node: string, value: number): void {
  if (value < lowest.get(node)!) lowest.set(node, value);
}
