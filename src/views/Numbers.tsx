import { useEffect, useState } from 'react'
import type { Table } from '../report/tables.ts'
import { DataTable } from './DataTable.tsx'
import type { Exported } from './ExportMenu.tsx'

interface Props {
  readonly table: Exported['table']
  readonly caption: string
}

/** A chart's numbers, once the module that makes the table is here; what failed is for whoever shows them to say. */
export function Numbers({ table, caption }: Props) {
  const [made, setMade] = useState<{ readonly table: Table } | { readonly error: unknown }>()
  useEffect(() => {
    let isAsked = true
    Promise.resolve(table()).then(
      (table) => isAsked && setMade({ table }),
      (error: unknown) => isAsked && setMade({ error }),
    )
    return () => {
      isAsked = false
    }
  }, [table])
  if (made && 'error' in made) throw made.error
  return made ? <DataTable table={made.table} caption={caption} /> : null
}
