import type { Severity } from '../model/finding.ts'

/** What the command line says besides the findings' own sentences; the page does not load it. */
export interface CliWords {
  readonly usage: string
  readonly unknownOption: (option: string) => string
  readonly unknownLanguage: string
  readonly noList: string
  readonly notFound: (file: string) => string
  readonly notText: (file: string) => string
  readonly noTable: (file: string, missing: string) => string
  readonly notAccepted: (file: string) => string
  readonly standardInput: string
  readonly counts: (rows: number, projects: number) => string
  readonly checked: (checked: number, held: number) => string
  readonly severities: (counts: Readonly<Record<Severity, number>>) => string
  readonly accepted: (n: number) => string
  readonly line: (line: number) => string
  readonly wholeList: string
}

const zh: CliWords = {
  usage: '用法：npm run -s check -- [--json] [--lang zh|en] [--accepted 核验清单.csv] 文件…（- 是标准输入）',
  unknownOption: (option) => `不认识的选项 ${option}`,
  unknownLanguage: '--lang 后面写 zh 或 en',
  noList: '--accepted 后面写核验清单的文件名',
  notFound: (file) => `${file}：读不到这个文件`,
  notText: (file) => `${file}：不是文本，读不出表格（.xls 和 .et 请先另存为 CSV）`,
  noTable: (file, missing) => `${file}：不是这种表，缺“${missing}”列`,
  notAccepted: (file) => `${file}：读不到，或不是看板导出的核验清单（缺“接受理由”和“标识”两列）`,
  standardInput: '标准输入',
  counts: (rows, projects) => `${rows} 行，${projects} 件实事`,
  checked: (checked, held) => `可以验算的 ${checked} 处，${held} 处成立`,
  severities: ({ error, warning, info }) => `错误 ${error} · 要问 ${warning} · 备考 ${info}`,
  accepted: (n) => `其中已接受 ${n}`,
  line: (line) => `第 ${line} 行`,
  wholeList: '整份清单',
}

const en: CliWords = {
  usage:
    'usage: npm run -s check -- [--json] [--lang zh|en] [--accepted FINDINGS.csv] FILE… (- is standard input)',
  unknownOption: (option) => `unknown option ${option}`,
  unknownLanguage: '--lang takes zh or en',
  noList: '--accepted takes the file of a list of findings',
  notFound: (file) => `${file}: cannot be read`,
  notText: (file) => `${file}: is no text, so no table (save .xls and .et as CSV first)`,
  noTable: (file, missing) => `${file}: is no such table, column ${missing} is missing`,
  notAccepted: (file) => `${file}: cannot be read, or is no list of findings as the board exports it`,
  standardInput: 'standard input',
  counts: (rows, projects) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'}, ${projects} ${projects === 1 ? 'project' : 'projects'}`,
  checked: (checked, held) => `${checked} can be recomputed, ${held} hold`,
  severities: ({ error, warning, info }) => `errors ${error} · to ask ${warning} · notes ${info}`,
  accepted: (n) => `${n} of them accepted`,
  line: (line) => `line ${line}`,
  wholeList: 'whole list',
}

export const CLI_WORDS = { zh, en } as const
