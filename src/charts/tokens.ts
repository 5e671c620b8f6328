/**
 * The board's colours, one set for page and charts: paper, ink, hairlines, one blue-green for what was
 * achieved, and vermilion for figures to question and nothing else. Text on paper keeps 4.5 : 1.
 */
export interface Tokens {
  readonly paper: string
  /** A shade off the paper: the compressed part of the axis, hovered rows. */
  readonly wash: string
  readonly ink: string
  /** Secondary words. */
  readonly soft: string
  readonly rule: string
  readonly hairline: string
  readonly achieved: string
  readonly vermilion: string
}

export const LIGHT: Tokens = {
  paper: '#fbfaf6',
  wash: '#f1eee4',
  ink: '#1b1c1e',
  soft: '#615e56',
  rule: '#8b887f',
  hairline: '#dcd9cf',
  achieved: '#1f6f78',
  vermilion: '#c0301c',
}

export const DARK: Tokens = {
  paper: '#15171a',
  wash: '#23262a',
  ink: '#f0ede4',
  soft: '#aaa69b',
  rule: '#6f6c64',
  hairline: '#34373b',
  achieved: '#56b3bd',
  vermilion: '#ff7a62',
}

export const PRINT: Tokens = {
  ...LIGHT,
  paper: '#ffffff',
  wash: '#f0f0ee',
  soft: '#4c4a45',
  hairline: '#cccccc',
}

const NAMES = Object.keys(LIGHT) as (keyof Tokens)[]

/** The tokens by name, for charts on the page: theme and print change them without a redraw. */
export const PAGE: Tokens = Object.fromEntries(
  NAMES.map((name) => [name, `var(--${name})`]),
) as unknown as Tokens

const declarations = (tokens: Tokens) => NAMES.map((name) => `--${name}:${tokens[name]}`).join(';')

/** The custom properties of all three themes; a theme chosen by the reader wins over the system's. */
export const tokensCss = (): string =>
  [
    `:root{${declarations(LIGHT)};color-scheme:light}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations(DARK)};color-scheme:dark}}`,
    `:root[data-theme=dark]{${declarations(DARK)};color-scheme:dark}`,
    `@media print{:root,:root:not([data-theme=light]),:root[data-theme=dark]{${declarations(PRINT)};color-scheme:light}}`,
  ].join('\n')
