import { useEffect, useRef, useState } from 'react'
import { download, downloadCsv } from '../exports/download.ts'
import { restoreBackup, saveBackup } from '../kept/backup.ts'
import type { Kept, KeptInfo, KeptProblem } from '../kept/kept.ts'
import { forget, isLong, keptHere, listOwn, originalName, readAccepted } from '../state/own.ts'
import { ownId, setById } from '../state/sets.ts'
import { goToSet } from '../state/store.ts'
import { kept as keptText, saidOnlyHere, whyNotKept } from '../text/kept.ts'
import { OPENING } from '../text/opening.ts'
import { useBoard, useBoardStore, useRoute } from './context.ts'
import { asked } from './later.ts'
import './own.css'

/** The reader's own data sets: what is kept in this browser, under which name, and how to take it elsewhere. */
export function OwnSets() {
  const store = useBoardStore()
  const words = keptText[useRoute().lang]
  // The switch's list changes with what is kept, in whichever tab.
  const listed = useBoard((board) => board.own)
  const [infos, setInfos] = useState<readonly Listed[]>([])
  const [said, setSaid] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever the list changes
  useEffect(() => {
    keptHere().then(listedIn).then(setInfos)
  }, [listed])
  const remove = async (info: KeptInfo) => {
    const removed = await (await keptHere()).remove(info.id)
    forget(ownId(info))
    if (isLong(info)) (await asked.archives()).closeArchive(ownId(info))
    const { set } = store.getState().route
    if (set === ownId(info) || set.startsWith(`${ownId(info)}:`)) goToSet(store, '')
    await listOwn(store)
    setSaid(removed.ok ? words.removed(info.name) : whyNotKept(words, removed.problem))
  }
  const keepAgain = async (info: KeptInfo) => {
    const kept = await (await keptHere()).keep(info.id)
    await listOwn(store)
    setSaid(kept.ok ? words.keptNow(info.name) : whyNotKept(words, kept.problem))
  }
  const reasons = new Set(infos.flatMap(({ notKept }) => (notKept ? saidOnlyHere(words, notKept) : [])))
  return (
    <section className="own-sets">
      <h2>{words.title}</h2>
      <p className="quiet">
        {words.privacy} {infos.length === 0 && words.empty}
      </p>
      {[...reasons].map((reason) => (
        <p key={reason} className="passing">
          {reason}
        </p>
      ))}
      {infos.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className="table-box" tabIndex={0} aria-label={words.title}>
          <table>
            <thead>
              <tr>
                {COLUMNS.map((key) => (
                  <th key={key} scope="col" className={NUMERIC.has(key) ? 'numeric' : undefined}>
                    {words.columns[key]}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {infos.map(({ info, notKept }) => (
                <OwnSet
                  key={info.id}
                  info={info}
                  notKept={notKept}
                  keepAgain={() => void keepAgain(info)}
                  remove={() => remove(info)}
                  fail={(problem) => setSaid(whyNotKept(words, problem))}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Backup say={setSaid} hasAny={infos.length > 0} />
      <p role="status">{said}</p>
    </section>
  )
}

interface Listed {
  readonly info: KeptInfo
  readonly notKept: KeptProblem | undefined
}

async function listedIn(kept: Kept): Promise<readonly Listed[]> {
  const list = await kept.list()
  return list.ok ? list.value.map((info) => ({ info, notKept: kept.notKept(info.id) })) : []
}

const COLUMNS = ['name', 'file', 'size', 'rows', 'openedAt'] as const
const NUMERIC: ReadonlySet<string> = new Set(['size', 'rows', 'openedAt'])

interface OwnSetProps extends Listed {
  readonly keepAgain: () => void
  readonly remove: () => void
  readonly fail: (problem: KeptProblem) => void
}

function OwnSet({ info, notKept, keepAgain, remove, fail }: OwnSetProps) {
  const store = useBoardStore()
  const { lang } = useRoute()
  const words = keptText[lang]
  const [isAsking, setAsking] = useState(false)
  const rename = async (name: string) => {
    if (name === info.name) return
    const renamed = await (await keptHere()).rename(info.id, name)
    forget(ownId(info))
    if (!renamed.ok) return fail(renamed.problem)
    await listOwn(store)
    const set = await setById(store, ownId(info)).catch(() => undefined)
    if (set && store.getState().shown === ownId(info)) store.setState({ set })
  }
  const save = async () => {
    const original = await (await keptHere()).original(info.id)
    if (original.ok) download(originalName(info), original.value)
    else fail(original.problem)
  }
  return (
    <tr>
      <td>
        <input
          key={info.name}
          defaultValue={info.name}
          aria-label={words.newName(info.name)}
          onBlur={(e) => {
            // Nothing goes without a name.
            e.target.value = e.target.value.trim() || info.name
            void rename(e.target.value)
          }}
          onKeyDown={(e) => e.key === 'Enter' && e.currentTarget.blur()}
        />
        {notKept && <small className="passing">{words.notLasting}</small>}
      </td>
      <td>{info.file || words.pasted}</td>
      <td className="numeric">{sizeText(info.bytes)}</td>
      <td className="numeric">{info.rows}</td>
      <td className="numeric">
        {new Date(info.openedAt).toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN', {
          dateStyle: 'short',
          timeStyle: 'short',
        })}
      </td>
      <td>
        {isAsking ? (
          <span role="alert">
            {words.removeSure(info.name)}{' '}
            <button
              type="button"
              className="quiet-button"
              // biome-ignore lint/a11y/noAutofocus: the question takes the place of the button just pressed
              autoFocus
              onClick={remove}
              onKeyDown={(e) => e.key === 'Escape' && setAsking(false)}
            >
              {words.remove}
            </button>
            <button type="button" className="quiet-button" onClick={() => setAsking(false)}>
              {words.cancel}
            </button>
          </span>
        ) : (
          <>
            {notKept && (
              <button
                type="button"
                className="quiet-button"
                aria-label={`${words.keepAgain} ${info.name}`}
                onClick={keepAgain}
              >
                {words.keepAgain}
              </button>
            )}
            <button
              type="button"
              className="quiet-button"
              aria-label={`${words.open} ${info.name}`}
              onClick={() => goToSet(store, ownId(info))}
            >
              {words.open}
            </button>
            <button
              type="button"
              className="quiet-button"
              aria-label={`${words.original} ${info.name}`}
              onClick={() => void save()}
            >
              {words.original}
            </button>
            <button
              type="button"
              className="quiet-button"
              aria-label={`${words.remove} ${info.name}`}
              onClick={() => setAsking(true)}
            >
              {words.remove}
            </button>
          </>
        )}
      </td>
    </tr>
  )
}

/** Kilobytes and megabytes of a thousand, as file managers show them. */
const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

interface BackupProps {
  readonly say: (text: string) => void
  readonly hasAny: boolean
}

function Backup({ say, hasAny }: BackupProps) {
  const store = useBoardStore()
  const texts = keptText[useRoute().lang]
  const { backup: words } = texts
  const input = useRef<HTMLInputElement>(null)
  const save = async () => {
    const saved = await saveBackup(await keptHere(), words.inside)
    const today = new Date().toISOString().slice(0, 10)
    if (saved.ok) download(words.fileName(today), saved.value)
    else say(whyNotKept(texts, saved.problem))
  }
  const restore = async (file: File) => {
    const restored = await restoreBackup(await keptHere(), file)
    await listOwn(store)
    await readAccepted(store)
    if (!restored.ok) return say(words.problems[restored.reason])
    const { added, already, failed, settings, notKept } = restored
    const isEmpty = added.length + already.length + failed.length === 0
    const parts = isEmpty ? [words.nothing] : added.length > 0 ? [words.added(added.length)] : []
    if (already.length > 0) parts.push(words.already(already.length))
    if (failed.length > 0) parts.push(words.failed(failed.length))
    parts.push(...failed.map(({ name, reason }) => words.notRestored(name, words.reasons[reason])))
    if (!settings) parts.push(words.settingsLost)
    if (notKept) parts.push(saidOnlyHere(texts, notKept))
    say(parts.join(' '))
  }
  return (
    <p className="actions">
      <TemplateButtons />
      {hasAny && (
        <button type="button" className="quiet-button" onClick={() => void save()} title={words.saveAbout}>
          {words.save}
        </button>
      )}
      <button type="button" className="quiet-button" onClick={() => input.current?.click()}>
        {words.restore}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".zip"
        aria-label={words.restore}
        onChange={(e) => {
          const [file] = e.target.files ?? []
          if (file) void restore(file)
          e.target.value = ''
        }}
      />
    </p>
  )
}

/** A table to fill in; the writer of workbooks comes with it. */
function TemplateButtons() {
  const { lang } = useRoute()
  const words = OPENING[lang].template
  const save = async (kind: 'csv' | 'xlsx') => {
    const { templateCsv, templateXlsx } = await import('../exports/template.ts')
    if (kind === 'csv') downloadCsv(words.file, templateCsv())
    else download(`${words.file}.xlsx`, await templateXlsx(OPENING[lang]))
  }
  return (
    <>
      {(['csv', 'xlsx'] as const).map((kind) => (
        <button key={kind} type="button" className="quiet-button" onClick={() => void save(kind)}>
          {words.download(kind.toUpperCase())}
        </button>
      ))}
    </>
  )
}
