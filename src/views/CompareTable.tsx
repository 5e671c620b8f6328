import type { ReactNode } from 'react'
import type { Compared, ComparedLine } from '../compare/compareLists.ts'
import {
  askedTexts,
  type CompareTexts,
  changeText,
  completionText,
  dateText,
  figureText,
  otherNameOf,
  type Said,
  targetText,
} from '../report/compared.ts'

interface Props {
  readonly lines: readonly ComparedLine[]
  readonly titles: readonly string[]
  readonly texts: CompareTexts
}

/** Every pair with both figures one above the other: then, and below it now. */
export function CompareTable({ lines, titles, texts }: Props) {
  const { columns } = texts.compare
  const heads = [
    { head: columns.indicator },
    { head: columns.dates },
    { head: texts.words.chart.printedValue, align: 'numeric' },
    { head: columns.change },
    { head: columns.completion, align: 'numeric' },
    { head: columns.target, align: 'numeric' },
    { head: columns.checked },
  ]
  return (
    <section className="compare-pairs">
      <h2>{texts.compare.table}</h2>
      <table>
        <thead>
          <tr>
            {heads.map(({ head, align }) => (
              <th key={head} scope="col" className={align}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.flatMap(({ row, pairs }) =>
            pairs.map((pair) => (
              <Pair
                key={`${row.line} ${pair.list}`}
                pair={pair}
                title={titles.length > 1 ? (titles[pair.list] ?? '') : ''}
                texts={texts}
              />
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

function Pair({
  pair,
  title,
  texts,
}: {
  readonly pair: Compared
  /** Of the other list, where there are several. */
  readonly title: string
  readonly texts: CompareTexts
}) {
  const { match, before, after, change } = pair
  const { compare } = texts
  const { project, indicator } = match.a.cells
  const other = otherNameOf(pair)
  const isProposed = match.how === 'proposed'
  const asked = askedTexts(pair, texts)
  return (
    <tr>
      <th scope="row">
        <b>{indicator}</b>
        <small>{project}</small>
        {(other !== '' || isProposed) && (
          <small>
            {other !== '' && compare.otherName(other)} {isProposed && <em>{compare.toConfirm}</em>}
          </small>
        )}
        {title !== '' && <small>{title}</small>}
      </th>
      <Both label={compare.columns.dates} className="pair-dates">
        {dateText(before.subject.row.cells.as_of, texts)}
        {dateText(after.subject.row.cells.as_of, texts)}
      </Both>
      <Both label={texts.words.chart.printedValue} className="numeric">
        {figureText(before, texts)}
        {figureText(after, texts)}
      </Both>
      <td data-label={compare.columns.change} className={change.kind === 'none' ? 'change quiet' : 'change'}>
        {changeText(change, texts)}
      </td>
      <Both label={compare.columns.completion} className="numeric">
        {said(completionText(before, texts))}
        {said(completionText(after, texts))}
      </Both>
      <Both label={compare.columns.target} className="numeric">
        {said(targetText(before, texts))}
        {said(targetText(after, texts))}
      </Both>
      <td data-label={compare.columns.checked} className="checked">
        {asked.map(({ text, isOpen }) => (
          <p key={text} className={isOpen ? 'question' : undefined}>
            {text}
          </p>
        ))}
      </td>
    </tr>
  )
}

/** What nobody printed stands in italics. */
const said = ({ text, isImplied }: Said): ReactNode => (isImplied ? <i>{text}</i> : text)

/** Then above now. */
function Both({
  label,
  className,
  children: [before, after],
}: {
  readonly label: string
  readonly className: string
  readonly children: readonly [ReactNode, ReactNode]
}) {
  return (
    <td data-label={label} className={className}>
      <div>{before}</div>
      <div>{after}</div>
    </td>
  )
}
