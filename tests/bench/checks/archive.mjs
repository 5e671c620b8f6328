// A synthetic archive in the contract's columns: cities, counties, years and quarters of one province.
import { closeSync, openSync, statSync, writeSync } from 'node:fs'

const COLUMNS =
  '地区,年度,截至,序号,项目,层级,领域,责任单位,指标,完成值,单位,目标值,完成率,超目标,基数,占比,上期值,同比,口径,方向,声明,出处,备注'
const FIELDS = ['就业', '教育', '医疗卫生', '养老', '城乡建设', '社会保障', '文化体育', '交通']
const UNITS = ['户', '人', '个', '公里', '万人次', '万平方米']
const QUARTERS = ['03-31', '06-30', '09-30', '12-20']
const PER_AREA = 300

/** A number in [0, 1) that looks random and is the same for the same two whole numbers. */
function fixed(a, b) {
  let t = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  t = Math.imul(t ^ (t >>> 15), 1 | t)
  t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/**
 * Row `i` of the archive. Of a hundred, 70 print actual, target and completion (one of them a wrong one), 10 a rate with
 * its gap, 10 a share of a base, and 10 a bare count.
 */
function row(i) {
  const area = Math.floor(i / PER_AREA)
  const place = `某省/某${two(Math.floor(area / 80) % 18)}市/${two(Math.floor(area / 4) % 20)}县`
  const year = 2010 + Math.floor(area / 1440)
  const number = (i % PER_AREA) + 1
  const project = Math.ceil(number / 6)
  const kind = i % 10
  const unit = UNITS[kind % UNITS.length]
  // One target a year, and a course towards it: quarters differ in what was reached only.
  const [ofYear, ofCourse] = [fixed(Math.floor(area / 4), number), fixed(number, area)]
  const target = Math.ceil(ofYear * 9000) + 100
  const actual = Math.ceil(target * (0.24 * ((area % 4) + 1) + 0.05 * ofCourse))
  const head = [
    place,
    year,
    `${year}-${QUARTERS[area % 4]}`,
    project,
    `第${project}件民生实事工程`,
    project % 2 ? '省定' : '市定',
    FIELDS[project % FIELDS.length],
    `第${project}局`,
    `第${number}项任务指标`,
  ]
  const tail = ['', '', '', '年度通报', '']
  const percent = (value) => `${value.toFixed(1)}%`
  if (kind === 7)
    return [
      ...head,
      `${50 + (target % 50)}`,
      '%',
      `${60 + (target % 30)}`,
      '',
      `${(target % 50) - (target % 30) - 10}个百分点`,
      '',
      '',
      '',
      '',
      ...tail,
    ]
  if (kind === 8) return [...head, actual, '个', '', '', '', actual * 2, '50.0%', '', '', ...tail]
  if (kind === 9) return [...head, actual, '个', '', '', '', '', '', '', '', ...tail]
  const stated = i % 100 === 3 ? (actual / target) * 10 : (actual / target) * 100
  return [...head, actual, unit, target, percent(stated), '', '', '', '', '', ...tail]
}

const two = (n) => String(n).padStart(2, '0')

/** Writes an archive of so many rows, and says how many bytes that are. */
export function writeArchive(file, rows) {
  const out = openSync(file, 'w')
  let lines = [COLUMNS]
  for (let i = 0; i < rows; i++) {
    lines.push(row(i).join(','))
    if (lines.length === 10_000) {
      writeSync(out, `${lines.join('\n')}\n`)
      lines = []
    }
  }
  writeSync(out, `${lines.join('\n')}\n`)
  closeSync(out)
  return statSync(file).size
}
