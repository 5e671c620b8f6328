interface Missing {
  readonly missing: string
}
export interface OtherBrowsers {
  readonly firefox: { readonly path: string } | Missing
  readonly webkit: { readonly driver: string; readonly browser: string; readonly screen: string } | Missing
}
export function ensureOtherBrowsers(): Promise<OtherBrowsers>
