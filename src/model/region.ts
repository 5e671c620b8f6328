/** A region is a path, the wider first: 南阳市/镇平县. '' is where nothing is said of it, and the root of all. */

/** One spelling of a path, however it was typed: 南阳市 ／ 镇平县/ → 南阳市/镇平县. */
export const regionPath = (text: string): string =>
  ODD_PATH.test(text)
    ? text
        .split(/[/／]/)
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .join('/')
    : text
const ODD_PATH = /／|\s\/|\/(?:[\s/]|$)|^\//

/** 南阳市/镇平县 → 南阳市 → ''. */
export const parentRegion = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Its own name, without those above it. */
export const regionName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Its name as it stands in a title: 南阳市镇平县. */
export const placeName = (path: string): string => path.replaceAll('/', '')

/** Whether a region is another one or a part of it; everything is in ''. */
export const isWithin = (path: string, region: string): boolean =>
  region === '' || path === region || path.startsWith(`${region}/`)

/** The regions above one, the nearest first, '' left out. */
export function regionsAbove(path: string): string[] {
  const above: string[] = []
  for (let parent = parentRegion(path); parent !== ''; parent = parentRegion(parent)) above.push(parent)
  return above
}

/** The narrowest region that all are in; '' where they have none in common. */
export const commonRegion = (paths: readonly string[]): string => {
  const [first = ''] = paths
  return [first, ...regionsAbove(first)].find((path) => paths.every((one) => isWithin(one, path))) ?? ''
}
