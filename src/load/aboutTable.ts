/** What the words around a table say of all its rows; undefined where they do not. */
export interface Said {
  readonly region: string | undefined
  readonly year: string | undefined
  /** As the contract has it: `2024-12-20`, `2024-09`. */
  readonly as_of: string | undefined
  readonly unit: string | undefined
}

const PLACE = '[\\u4e00-\\u9fff]{1,7}?(?:省|自治区|市|自治州|州(?![市区县])|盟|自治县|县|区|旗|自治旗)'
const ONE_PLACE = new RegExp(PLACE, 'g')
const PLACES = new RegExp(`(?:^|年度?|[("'《“_:;,，。-])((?:${PLACE}){1,3})`, 'g')
const NO_PLACE =
  /^(?:[全本我各该]|城市|小区|社区|地区|辖区|园区|校区|景区|片区|灌区|湖区|城区|县区|市区|县市|区县|市州)/
const NOT_OF_A_PLACE = /(?:城市|社区|小区|地区|景区|园区|片区|校区|灌区|市区|郊区)$/

/** So much of a title is looked at: a cell may hold a whole text. */
const LONGEST_TITLE = 500

/** Reads titles, sheet and file name, in this order: 南阳市2024年民生实事完成情况（截至11月底）. */
export function aboutTable(texts: readonly string[]): Said {
  const plain = texts.map((text) => text.slice(0, LONGEST_TITLE).normalize('NFKC').replace(/\s/g, ''))
  const first = <T>(read: (text: string) => T | undefined): T | undefined => {
    for (const text of plain) {
      const found = read(text)
      if (found !== undefined) return found
    }
    return undefined
  }
  const year = first(yearIn)
  return { region: first(regionIn), year, as_of: first((text) => dateIn(text, year)), unit: first(unitIn) }
}

/** A place at the beginning, or behind a date or a bracket: 河南省南阳市镇平县 → 南阳市/镇平县. */
function regionIn(text: string): string | undefined {
  for (const match of text.matchAll(PLACES)) {
    const places = [...(match[1] ?? '').matchAll(ONE_PLACE)].map(([place]) => place)
    if (places.some((place) => NO_PLACE.test(place) || NOT_OF_A_PLACE.test(place))) continue
    // A province above a city says nothing more of it.
    const within = places.length > 1 && /(?:省|自治区)$/.test(places[0] ?? '') ? places.slice(1) : places
    return within.join('/')
  }
  return undefined
}

const yearIn = (text: string): string | undefined =>
  /(?:^|\D)(20\d{2})年/.exec(text)?.[1] ??
  /(?:^|\D)(20\d{2})(?=[-_/.]?(?:\D|$)|[01]\d(?:\D|$))/.exec(text)?.[1]

const two = (part: string): string => part.padStart(2, '0')

/** 1-9月 and 前9个月 run to the end of September; 提前1个月完成 and 目前 say nothing of it. */
const SPAN = /(?:(?:(20\d{2})年)?1月?[-—–~至到]|(?:^|(20\d{2})年|[^提目以之此])前)(\d{1,2})个?月/
/** 2023年10件 is none. */
const MONTH_OF_YEAR =
  /(20\d{2})(?:年(?=\d{1,2}月)|[-/.])(\d{1,2})(?:[月\-/.](\d{1,2})(?=日|\D|$))?(?:月|\D|$)/

function dateIn(text: string, known: string | undefined): string | undefined {
  const [, ownYear, yearBefore, last] = SPAN.exec(text) ?? []
  const spanYear = ownYear ?? yearBefore ?? yearIn(text) ?? known
  if (last && spanYear && isMonth(last)) return `${spanYear}-${two(last)}`
  const full = MONTH_OF_YEAR.exec(text)
  if (full?.[1] && full[2] && isMonth(full[2]))
    return [full[1], two(full[2]), ...(full[3] ? [two(full[3])] : [])].join('-')
  const year = yearIn(text) ?? known
  if (year === undefined) return undefined
  const day = /(\d{1,2})月(\d{1,2})日/.exec(text)
  if (day?.[1] && day[2]) return `${year}-${two(day[1])}-${two(day[2])}`
  const month = /(\d{1,2})月/.exec(text)?.[1]
  if (month && isMonth(month)) return `${year}-${two(month)}`
  const part = /上半年|[一1]季度|[二2]季度|前?三季度|[三3]季度|[四4]季度|Q[1-4]/i.exec(text)?.[0]
  return part && `${year}-${monthOf(part)}`
}

const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12

function monthOf(part: string): string {
  if (/[一1]/.test(part)) return '03'
  if (/[二2]|上半年/.test(part)) return '06'
  return /[三3]/.test(part) ? '09' : '12'
}

const unitIn = (text: string): string | undefined =>
  /(?:^|[^报送任表])单位:([^\d,，、;；。:()]{1,6})(?:$|[,，;；。)])/.exec(text)?.[1]
