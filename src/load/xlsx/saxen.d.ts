/** What is used of saxen 11, which brings no types. */
declare module 'saxen' {
  export class Parser {
    on(
      event: 'openTag',
      listen: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
    ): this
    on(event: 'closeTag', listen: (name: string) => void): this
    on(event: 'text' | 'cdata', listen: (text: string) => void): this
    on(event: 'error', listen: (error: Error) => void): this
    parse(xml: string): Error | null
  }
}
