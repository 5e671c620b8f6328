import { expect, test } from 'vitest'
import {
  commonRegion,
  isWithin,
  parentRegion,
  placeName,
  regionName,
  regionPath,
  regionsAbove,
} from '../../src/model/region.ts'

test.each([
  ['河南省/南阳市/镇平县', '河南省/南阳市', '镇平县', '河南省南阳市镇平县', ['河南省/南阳市', '河南省']],
  ['南阳市/镇平县', '南阳市', '镇平县', '南阳市镇平县', ['南阳市']],
  ['南阳市', '', '南阳市', '南阳市', []],
  ['', '', '', '', []],
])('%j', (path, parent, name, place, above) => {
  expect([parentRegion(path), regionName(path), placeName(path), regionsAbove(path)]).toEqual([
    parent,
    name,
    place,
    above,
  ])
})

test.each([
  ['南阳市', '南阳市', true],
  ['南阳市/镇平县', '南阳市', true],
  ['南阳市/镇平县', '', true],
  ['', '', true],
  // 南阳市区 is no part of 南阳市.
  ['南阳市区', '南阳市', false],
  ['南阳市', '南阳市/镇平县', false],
  ['', '南阳市', false],
])('%j within %j: %s', (path, region, wanted) => {
  expect(isWithin(path, region)).toBe(wanted)
})

test.each<[string[], string]>([
  [['南阳市'], '南阳市'],
  [['南阳市/镇平县', '南阳市'], '南阳市'],
  [['河南省/南阳市/镇平县', '河南省/南阳市/内乡县'], '河南省/南阳市'],
  [['河南省/南阳市/镇平县', '河南省/郑州市'], '河南省'],
  [['南阳市', '郑州市'], ''],
  [['南阳市', ''], ''],
  [[], ''],
])('%j have %j in common', (paths, wanted) => {
  expect(commonRegion(paths)).toBe(wanted)
})

test.each([
  ['南阳市', '南阳市'],
  ['南阳市/镇平县', '南阳市/镇平县'],
  ['南阳市 / 镇平县', '南阳市/镇平县'],
  ['南阳市／镇平县', '南阳市/镇平县'],
  ['南阳市/镇平县/', '南阳市/镇平县'],
  ['/南阳市//镇平县', '南阳市/镇平县'],
  ['/', ''],
  ['', ''],
])('%s is the path %s', (text, path) => {
  expect(regionPath(text)).toBe(path)
  expect(regionPath(path)).toBe(path)
})
