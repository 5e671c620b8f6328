import type { Severity } from '../model/finding.ts'

/** What the command line says besides the findings' own sentences; the page does not load it. */
export interface CliWords {
  readonly usage: string
  readonly unknownOption: (option: string) => string
  readonly unknownLanguage: string
  readonly noList: string
  readonly notFound: (file: string) => string
  readonly noSheet: string
  readonly noPairs: (option: string) => string
  readonly unknownColumn: (option: string, name: string) => string
  readonly columnsTwice: string
  readonly noYear: (text: string) => string
  readonly noDate: (text: string) => string
  /** @param why the page's own sentence */
  readonly refused: (file: string, why: string) => string
  readonly noColumn: (file: string, told: string) => string
  /** @param header the columns with their letters */
  readonly notEnough: (file: string, header: string) => string
  readonly noSuchSheet: (file: string, sheet: string, sheets: readonly string[]) => string
  readonly otherSheets: (file: string, sheets: readonly string[]) => string
  readonly sheetOf: (file: string, sheet: string) => string
  readonly hidden: (file: string, lines: number) => string
  /** @param line of the header */
  readonly guessed: (file: string, line: number, columns: string) => string
  readonly column: (name: string, alias: string, letter: string, header: string) => string
  readonly columnName: (name: string, alias: string) => string
  readonly suggested: (file: string, cells: string) => string
  readonly lacking: (file: string, columns: readonly string[]) => string
  readonly leftOut: (file: string, records: number) => string
  readonly notAccepted: (file: string) => string
  readonly standardInput: string
  readonly counts: (rows: number, projects: number) => string
  readonly checked: (checked: number, held: number) => string
  readonly severities: (counts: Readonly<Record<Severity, number>>) => string
  readonly accepted: (n: number) => string
  readonly line: (line: number) => string
  readonly wholeList: string
}

/** Where titles, sheet and file name do not say it. */
const NOT_IN_TABLE = '；表里没有写的用 --set 地区=…,年度=…,截至=… 补'

const zh: CliWords = {
  usage: `用法：npm run -s check -- [选项] 文件…（- 是标准输入；.csv 和 .xlsx 按内容认，不看名称）
  --json                      结果写成 JSON
  --lang zh|en                语言
  --accepted 核验清单.csv     写明理由接受了的错误不算
  --sheet 省定,市定           只读这几张工作表，合成一份；不写就读所有看得懂的
  --columns 项目=B,完成值=E   列认得不对时说明：列的字母、第几列，或表头上的名称
  --set 地区=某市,年度=2023,截至=2023-10
                              表里没有写的`,
  unknownOption: (option) => `不认识的选项 ${option}`,
  unknownLanguage: '--lang 后面写 zh 或 en',
  noList: '--accepted 后面写核验清单的文件名',
  notFound: (file) => `${file}：读不到这个文件`,
  noSheet: '--sheet 后面写工作表的名称，几张用逗号隔开：--sheet 省定,市定',
  noPairs: (option) =>
    `${option} 后面写“列名=内容”，几个用逗号隔开：${option} ${option === '--set' ? '地区=某市,年度=2023,截至=2023-10' : '项目=B,完成值=E'}`,
  unknownColumn: (option, name) =>
    `${option}：没有“${name}”这一列，列名按规定写（项目、指标、完成值、目标值……）`,
  columnsTwice: '--columns 只写一次，几列用逗号隔开',
  noYear: (text) => `--set：年度写四位数字，不是“${text}”`,
  noDate: (text) => `--set：截至写 2023-12-20、2023-12 或 2023，不是“${text}”`,
  refused: (file, why) => `${file}：${why}`,
  noColumn: (file, told) =>
    `${file}：没有“${told}”这一列；--columns 里写列的字母（B）、第几列（2）或表头上的名称`,
  notEnough: (file, header) =>
    `${file}：认不出项目和数各在哪一列${header === '' ? '' : `（${header}）`}，请用 --columns 项目=…,完成值=… 说明${NOT_IN_TABLE}`,
  noSuchSheet: (file, sheet, sheets) => `${file}：没有工作表“${sheet}”，有的是 ${sheets.join('、')}`,
  otherSheets: (file, sheets) => `${file}：没有读工作表 ${sheets.join('、')}；要读用 --sheet 写明`,
  sheetOf: (file, sheet) => `${file}（${sheet}）`,
  hidden: (file, lines) => `${file}：${lines} 行在工作簿里是隐藏的，一样读了`,
  column: (name, _, letter, header) => `${name}=${letter}（${header}）`,
  columnName: (name) => name,
  guessed: (file, line, columns) =>
    `${file}：表头在第 ${line} 行，各列是这样理解的：${columns}；不对请用 --columns 改`,
  suggested: (file, cells) => `${file}：${cells} 是从标题、表名或文件名看出来的；不对请用 --set 改`,
  lacking: (file, columns) => `${file}：表里没有写${columns.join('、')}；可用 --set 补上`,
  leftOut: (file, records) => `${file}：${records} 行不是数据（合计、小标题、注），没有算进去`,
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
  usage: `usage: npm run -s check -- [options] FILE… (- is standard input; .csv and .xlsx are told by their bytes)
  --json                        results as JSON
  --lang zh|en                  language
  --accepted FINDINGS.csv       errors accepted with a reason do not count
  --sheet 省定,市定             these sheets together; without it all that fit
  --columns project=B,actual=E  where columns are guessed wrongly: a letter, a number, or a name in the header
  --set region=某市,year=2023,as_of=2023-10
                                what the table does not say`,
  unknownOption: (option) => `unknown option ${option}`,
  unknownLanguage: '--lang takes zh or en',
  noList: '--accepted takes the file of a list of findings',
  notFound: (file) => `${file}: cannot be read`,
  noSheet: '--sheet takes names of sheets, several with commas between: --sheet 省定,市定',
  noPairs: (option) =>
    `${option} takes column=value, several with commas between: ${option} ${option === '--set' ? '地区=某市,年度=2023,截至=2023-10' : '项目=B,完成值=E'}`,
  unknownColumn: (option, name) =>
    `${option}: there is no column ${name}; names are the contract's (project, indicator, actual, target …)`,
  columnsTwice: '--columns is given once, with commas between columns',
  noYear: (text) => `--set: a year has four digits, not ${text}`,
  noDate: (text) => `--set: as_of is 2023-12-20, 2023-12 or 2023, not ${text}`,
  refused: (file, why) => `${file}: ${why}`,
  noColumn: (file, told) =>
    `${file}: has no column ${told}; --columns takes a letter (B), a number (2) or a name in the header`,
  notEnough: (file, header) =>
    `${file}: cannot tell which columns hold project and figures${header === '' ? '' : ` (${header})`}; say so with --columns project=…,actual=…; what the table lacks with --set region=…,year=…,as_of=…`,
  noSuchSheet: (file, sheet, sheets) => `${file}: has no sheet ${sheet}, but ${sheets.join(', ')}`,
  otherSheets: (file, sheets) => `${file}: sheets not read: ${sheets.join(', ')}; name them with --sheet`,
  sheetOf: (file, sheet) => `${file} (${sheet})`,
  hidden: (file, lines) =>
    `${file}: ${lines} ${lines === 1 ? 'row is' : 'rows are'} hidden in the workbook, and read all the same`,
  column: (_, alias, letter, header) => `${alias}=${letter} (${header})`,
  columnName: (_, alias) => alias,
  guessed: (file, line, columns) =>
    `${file}: header in line ${line}, columns taken as ${columns}; if that is wrong, say so with --columns`,
  suggested: (file, cells) =>
    `${file}: ${cells} is told by title, sheet or file name; if that is wrong, use --set`,
  lacking: (file, columns) => `${file}: the table does not say ${columns.join(', ')}; --set can`,
  leftOut: (file, records) =>
    `${file}: ${records} ${records === 1 ? 'row is' : 'rows are'} no data (totals, headings, notes) and left out`,
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
