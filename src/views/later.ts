/** Pages and parts that a reader comes to later: fetched on the way there, or when nothing else is to do. */
export const later = {
  project: () => import('./ProjectView.tsx').then(({ ProjectView }) => ({ default: ProjectView })),
  course: () => import('./CourseFigure.tsx').then(({ CourseFigure }) => ({ default: CourseFigure })),
  regions: () => import('./RegionsView.tsx').then(({ RegionsView }) => ({ default: RegionsView })),
  checks: () => import('./ChecksView.tsx').then(({ ChecksView }) => ({ default: ChecksView })),
  data: () => import('./DataPage.tsx').then(({ DataPage }) => ({ default: DataPage })),
  related: () => import('./Related.tsx').then(({ Related }) => ({ default: Related })),
  pointing: () => import('./pointing.ts'),
  sheetTip: () => import('./SheetTip.tsx').then(({ SheetTip }) => ({ default: SheetTip })),
  numbers: () => import('./Numbers.tsx').then(({ Numbers }) => ({ default: Numbers })),
  tables: () => import('../report/tables.ts'),
  method: () => import('./MethodView.tsx').then(({ MethodView }) => ({ default: MethodView })),
}

/** What comes with a click only: too much to be fetched for a reader who will not ask for it. */
export const asked = {
  methodEn: () => import('./MethodEn.tsx').then(({ MethodEn }) => ({ default: MethodEn })),
  compare: () => import('./CompareView.tsx').then(({ CompareView }) => ({ default: CompareView })),
  own: () => import('../state/own.ts'),
  archives: () => import('../state/archives.ts'),
  csvForExcel: () => import('../state/csvForExcel.ts'),
  archive: () => import('./ArchiveView.tsx').then(({ ArchiveView }) => ({ default: ArchiveView })),
  opening: () => import('./OpenDialog.tsx').then(({ OpenDialog }) => ({ default: OpenDialog })),
  ownSets: () => import('./OwnSets.tsx').then(({ OwnSets }) => ({ default: OwnSets })),
  ownTable: () => import('./OwnTable.tsx').then(({ OwnTable }) => ({ default: OwnTable })),
  leftOut: () => import('./LeftOutRecords.tsx').then(({ LeftOutRecords }) => ({ default: LeftOutRecords })),
  virtualRows: () => import('./VirtualRows.tsx').then(({ VirtualRows }) => ({ default: VirtualRows })),
  versions: () => import('./Versions.tsx').then(({ Versions }) => ({ default: Versions })),
}

/**
 * Fetches them all ahead of need, so that a reader who loses the network keeps the whole board. What cannot
 * be had now is asked for again when it is needed.
 */
export function fetchAhead(): void {
  const parts = [
    later.project,
    later.checks,
    later.data,
    later.related,
    later.method,
    later.pointing,
    later.sheetTip,
    later.numbers,
    later.tables,
    () => import('../report/drawings.ts'),
    () => import('../exports/image.ts'),
    () => import('../exports/csv.ts'),
    () => import('../text/en.ts'),
  ]
  for (const fetch of parts) fetch().catch(() => undefined)
}
