import { listRule } from '../rule.ts'

/** The list says it has N projects of a level, and has another number. */
export const projectCount = listRule('project-count', 'warning', ({ set }) =>
  Object.entries(set.entry.projects ?? {}).flatMap(([level, stated]) => {
    const found = set.projects.filter((project) =>
      project.rows.some((row) => row.cells.level === level),
    ).length
    return found === stated ? [] : [{ facts: { level, stated, found } }]
  }),
)
