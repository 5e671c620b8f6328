import type { Mark } from '../../src/charts/rings.ts'
import { kindOf, type SheetIndicator, type SheetProject } from '../../src/charts/sheet.ts'
import { exact, row } from '../build.ts'

export const indicator = (name: string, completion?: string, asked?: Mark | true): SheetIndicator => {
  const value = completion === undefined ? undefined : exact(completion)
  const reach = completion === undefined ? undefined : Number(completion) < 100 ? 'missed' : 'reached'
  return {
    row: row({ 指标: name, 完成值: '1', 单位: '个' }),
    completion: value,
    source: value && 'printed',
    kind: kindOf(reach, value !== undefined),
    asked: asked === true ? 'question' : asked,
  }
}
export const project = (id: string, level: string, ...indicators: SheetIndicator[]): SheetProject => ({
  id,
  name: `项目${id}`,
  level,
  indicators,
})
