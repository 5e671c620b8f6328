/** The oldest browsers that the board is for. */
export const FLOOR = { chrome: 109, firefox: 115, safari: 16 } as const

/** As the bundler writes them. */
export const TARGET: string[] = [
  ...Object.entries(FLOOR).map(([name, version]) => `${name}${version}`),
  // Its own, as far as styles go: it asks for prefixes that Safari on a desk does not.
  `ios${FLOOR.safari}`,
]
