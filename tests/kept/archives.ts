import { BlobReader, BlobWriter, TextReader, TextWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import { saveBackup } from '../../src/kept/backup.ts'
import type { KeptInfo, NewKept } from '../../src/kept/kept.ts'
import type { Correction } from '../../src/model/correction.ts'
import { done, newKept, open } from './build.ts'

export const correction: Correction = {
  line: 2,
  column: 'extra:备考',
  from: '',
  to: '4',
  at: '2026-11-21T08:00:00Z',
}

/** The files of an archive as text. */
export async function filesIn(backup: Blob): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await new ZipReader(new BlobReader(backup)).getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()))
  return files
}

export async function archive(files: Iterable<readonly [string, string]>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter())
  for (const [name, text] of files) await writer.add(name, new TextReader(text))
  return writer.close()
}

/** An archive that lists so many files. */
export function directoryOf(files: number): Blob {
  const entry = new Uint8Array([
    ...[0x50, 0x4b, 1, 2],
    ...new Array(24).fill(0),
    1,
    ...new Array(17).fill(0),
    97,
  ])
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  for (const at of [8, 10]) end.setUint16(at, files, true)
  end.setUint32(12, files * entry.length, true)
  end.setUint32(16, 4, true)
  const entries = new Uint8Array(files * entry.length)
  for (let i = 0; i < files; i++) entries.set(entry, i * entry.length)
  return new Blob(['PK\u0003\u0004', entries, end])
}

/** A backup with something else in its manifest. */
export async function tampered(backup: Blob, change: (manifest: Manifest) => unknown): Promise<Blob> {
  const files = await filesIn(backup)
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as Manifest
  return archive(files.set('manifest.json', JSON.stringify(change(manifest) ?? manifest)))
}
export interface Manifest {
  version: number
  sets: { info: Record<string, unknown>; corrections: unknown[]; original: string }[]
  settings: Record<string, unknown>
}

/** A backup of one data set. */
export async function backupOfOne(more: Partial<NewKept> = {}): Promise<{ info: KeptInfo; backup: Blob }> {
  const kept = await open()
  const info = done(await kept.add(newKept(more)))
  await kept.updateCorrections(info.id, () => [correction])
  await kept.update('accepted', () => ({ 甲: '乙' }))
  return { info, backup: done(await saveBackup(kept)) }
}
