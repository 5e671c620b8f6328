import type { Correction } from '../model/correction.ts'
import type { KeptInfo } from './kept.ts'

/** What is kept, by store; keys are the data set's id, or the setting's name. */
export interface Stores {
  infos: KeptInfo
  originals: Blob
  corrections: readonly Correction[]
  settings: unknown
}
export type StoreName = keyof Stores

/** What can be done within one change. */
export interface Step {
  get<S extends StoreName>(store: S, key: string): Promise<Stores[S] | undefined>
  /** All data sets. */
  infos(): Promise<KeptInfo[]>
  put<S extends StoreName>(store: S, key: string, value: Stores[S]): Promise<void>
  delete(store: StoreName, key: string): Promise<void>
}

/** Where things are kept: all of a change, or nothing of it. */
export interface Engine {
  /**
   * @param work waits for nothing but its steps: a database ends a transaction that has nothing to do.
   * @throws whatever `work` or the database throws; nothing is changed then
   */
  transact<T>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'readwrite',
    work: (step: Step) => Promise<T>,
  ): Promise<T>
  close(): void
}
