import { dateFromSerial, delocalize, format, getFormatDateInfo, getFormatFromId, isDateFormat } from 'numfmt'

/**
 * A number cell as its workbook shows it. Printed digits carry precision here, so 1.17 under `0.0%` is `117.0%`, and
 * a date is a date as the contract writes it, as far as its format shows one: `2023-12-20`, `2023-12`, `2023`.
 */
export function shown(value: number, code: string, is1904: boolean): string {
  if (!Number.isFinite(value)) return ''
  const known = usable(code)
  if (known === undefined || /^general$/i.test(known) || known === '@') return plain(value)
  if (isDateFormat(known)) return dateText(value, known, is1904)
  return numberText(value, format(known, value).trim())
}

const DIGITS = new Intl.NumberFormat('en-US', { useGrouping: false, maximumSignificantDigits: 15 })

/** All the digits that a spreadsheet keeps, and none that only binary fractions have: 0.1 + 0.2 is 0.3. */
export const plain = (value: number): string => DIGITS.format(value + 0)

function numberText(value: number, text: string): string {
  // 1.2E+05, 1/3: no figure is printed so.
  if (/E[+-]\d|\d\s*\/\s*\d/.test(text)) return plain(value)
  // `-` for zero, nothing at all for `;;;`; a word that a format makes of a number stays.
  if (!/\d/.test(text)) return /\p{L}/u.test(text) ? text : plain(value)
  const bare = text.replace(/^\((.*)\)$/, '$1').replace(/^(-?)\s*[¥￥$€]\s*/, '$1')
  return value < 0 && !bare.includes('-') && /[1-9]/.test(bare) ? `-${bare}` : bare
}

/** Days between the first days of the two calendars that workbooks count from. */
const DAYS_1904 = 1462
/** 9999-12-31, the last day that a workbook knows. */
const LAST_DAY = 2_958_465

function dateText(value: number, code: string, is1904: boolean): string {
  const serial = is1904 ? value + DAYS_1904 : value
  if (serial < 0 || serial > LAST_DAY) return plain(value)
  const { year, month, day, hours } = getFormatDateInfo(code)
  if (!year && !month && !day) return format(code, serial).trim()
  const [y, m, d, h, min] = dateFromSerial(serial).map((part) => String(part).padStart(2, '0'))
  if (!month && !day) return `${y}`
  if (!day && year) return `${y}-${m}`
  const date = `${y}-${m}-${d}`
  return hours && serial % 1 !== 0 ? `${date} ${h}:${min}` : date
}

const usableCodes = new Map<string, string | undefined>()

/** A code that can be formatted by; undefined where there is none. */
function usable(code: string): string | undefined {
  if (!usableCodes.has(code)) usableCodes.set(code, firstValid(code))
  return usableCodes.get(code)
}

function firstValid(code: string): string | undefined {
  // WPS and Chinese Excel may leave their own names in the file; `!` is their way to write a backslash.
  const invariant = code
    .replace(/G\/通用格式/g, 'General')
    .replace(/"[^"]*"|\\.|!(.)/g, (all, char) => (char === undefined ? all : `\\${char}`))
  for (const make of [() => invariant, () => delocalize(invariant, 'zh-CN')]) {
    try {
      const made = make()
      format(made, 1)
      return made
    } catch {
      // The next may do.
    }
  }
  return undefined
}

/** Formats that Chinese Excel and WPS keep under numbers of their own. */
const CHINESE: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The code that a built-in format number stands for; `General` where none does. */
export const codeOf = (id: number): string => CHINESE[id] ?? getFormatFromId(id, 'zh-CN') ?? 'General'
