import { listRule } from '../rule.ts'

/** The list says it has N projects of a level, and has another number. */
export const projectCount = listRule('project-count', 'warning', 'entry', ({ set }) =>
  Object.entries(set.entry.projects ?? {}).flatMap(([level, stated]) => {
    // A project stands there once, however many dates and counties it has rows of.
    const found = new Set(
      set.projects
        .filter((project) => project.rows.some((row) => row.cells.level === level))
        .map(({ no, name }) => `${no} ${name}`),
    ).size
    return found === stated ? [] : [{ facts: { level, stated, found } }]
  }),
)
