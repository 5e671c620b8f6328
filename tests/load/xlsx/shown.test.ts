import { describe, expect, it, test } from 'vitest'
import { codeOf, plain, shown } from '../../../src/load/xlsx/shown.ts'

const show = (value: number, code: string) => shown(value, code, false)

describe('a number cell is read as it is shown', () => {
  test.each([
    [1.17, '0%', '117%'],
    [1.17, '0.0%', '117.0%'],
    [1.17, '0.00%', '117.00%'],
    [0.285, '0.0%', '28.5%'],
    [58.85, '0.00', '58.85'],
    [58.85, '0.0', '58.9'],
    // Ties as a spreadsheet rounds them, not as binary fractions happen to lie.
    [1.275, '0.00', '1.28'],
    [1.005, '0.00', '1.01'],
    [12345.5, '#,##0', '12,346'],
    [1234.5, '#,##0.00', '1,234.50'],
    [58.85, '0.0"万"', '58.9万'],
    [1.5, '0.00_ ', '1.50'],
    [1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
    [123456, '0!.0,"万"', '12.3万'],
    [123456, '0\\.0,', '12.3'],
    [5, '¥#,##0.00', '5.00'],
    [-5, '0.00_);(0.00)', '-5.00'],
    [-5, '0.00;[Red]0.00', '-5.00'],
    [-5, '0.00_ ;[红色]-0.00 ', '-5.00'],
    [-0.001, '0.0', '0.0'],
    [9, '"第"0"项"', '第9项'],
    [1, '"是";;"否"', '是'],
    [0, '"是";;"否"', '否'],
  ])('%d under %s', (value, code, wanted) => {
    expect(show(value, code)).toBe(wanted)
  })

  test.each([
    [0.1 + 0.2, 'General', '0.3'],
    [2.10178571428571, 'General', '2.10178571428571'],
    [100, 'G/通用格式', '100'],
    [12345678901234, 'General', '12345678901234'],
    [1e21, 'General', '1000000000000000000000'],
    [1e-7, 'General', '0.0000001'],
    [1.5, '@', '1.5'],
    // No figure is printed so: the number itself is read.
    [123456, '0.0E+00', '123456'],
    [0.5, '# ?/?', '0.5'],
    [0, '_ * "-"??_ ', '0'],
    [5, ';;;', '5'],
    [5, 'no [such] format(', '5'],
  ])('%d under %s with all its digits', (value, code, wanted) => {
    expect(show(value, code)).toBe(wanted)
  })

  it('minus nothing is nothing', () => {
    expect(plain(-0)).toBe('0')
  })
})

describe('a date cell is read as far as it is shown', () => {
  test.each([
    [45280, 'yyyy-mm-dd', '2023-12-20'],
    [45280, 'm/d/yyyy', '2023-12-20'],
    [45280, 'yyyy"年"m"月"d"日"', '2023-12-20'],
    [45280, '[$-804]yyyy"年"m"月"d"日";@', '2023-12-20'],
    [45280, 'yyyy"年"m"月"', '2023-12'],
    [45280, 'yyyy', '2023'],
    // The year is in the cell, if not on the paper.
    [45280, 'm"月"d"日"', '2023-12-20'],
    [45280, 'yyyy-mm-dd hh:mm:ss', '2023-12-20'],
    [45280.5, 'yyyy-mm-dd hh:mm', '2023-12-20 12:00'],
    [45280.5, 'yyyy-mm-dd', '2023-12-20'],
    [0.5, 'h:mm', '12:00'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    // No day at all.
    [20231220, 'yyyy-mm-dd', '20231220'],
    [-1, 'yyyy-mm-dd', '-1'],
  ])('%d under %s', (value, code, wanted) => {
    expect(show(value, code)).toBe(wanted)
  })

  it('counts from 1904 where the workbook does', () => {
    expect(shown(43818, 'yyyy-mm-dd', true)).toBe('2023-12-20')
  })

  test.each([
    [0, 'General'],
    [9, '0%'],
    [10, '0.00%'],
    [57, 'yyyy"年"m"月"'],
    [58, 'm"月"d"日"'],
    [31, 'yyyy"年"m"月"d"日"'],
    [9999, 'General'],
  ])('the built-in format %d is %s', (id, code) => {
    expect(codeOf(id)).toBe(code)
  })

  it('day, month and year by the number that Chinese and other spreadsheets share', () => {
    expect(show(45280, codeOf(14))).toBe('2023-12-20')
  })
})
