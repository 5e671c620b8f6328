import { type Finding, isQuestion } from '../model/finding.ts'
import { gravityOf } from '../report/tables.ts'
import { useWords } from './context.ts'

/** How grave a finding is, in a word; in vermilion where it asks. */
export function Gravity({ rule, severity }: Pick<Finding, 'rule' | 'severity'>) {
  const words = useWords()
  const look = isQuestion({ rule, severity }) ? severity : 'info'
  return <span className={`severity severity-${look}`}>{gravityOf({ rule, severity }, words)}</span>
}
