/**
 * Groups of what agrees in every key, in order of first appearance. Keys are numbered rather than joined: a
 * million joined ones would be most of what a long list costs.
 */
export function groupBy<T>(items: readonly T[], ...keysOf: readonly ((item: T) => string)[]): T[][] {
  const ids = new Uint32Array(items.length)
  for (const keyOf of keysOf) refine(ids, items, keyOf)
  const groups: T[][] = []
  items.forEach((item, i) => {
    const id = ids[i] ?? 0
    const group = groups[id]
    if (group) group.push(item)
    else groups[id] = [item]
  })
  return groups
}

/** Splits groups by one more key; numbers follow first appearance, so that the lowest free one is always next. */
function refine<T>(ids: Uint32Array, items: readonly T[], keyOf: (item: T) => string): void {
  const codes = new Map<string, number>()
  const split = new Map<number, number>()
  items.forEach((item, i) => {
    const key = keyOf(item)
    const code = codes.get(key) ?? codes.size
    codes.set(key, code)
    // Whole numbers below 2^53: at most 2^32 groups times 2^21 keys, and never that many items.
    const pair = (ids[i] ?? 0) + code * 2 ** 32
    const id = split.get(pair) ?? split.size
    split.set(pair, id)
    ids[i] = id
  })
}
