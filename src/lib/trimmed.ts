/**
 * A text without the characters at its ends that are none of its own. A pattern such as `[.\s]+$` is tried anew from
 * each of them: on a cell of 32,767 that is half a thousand million steps.
 *
 * @param outer whether one character (a UTF-16 unit) is to go
 */
export function trimmed(text: string, outer: (char: string) => boolean): string {
  const end = trimmedEnd(text, outer).length
  let from = 0
  while (from < end && outer(text.charAt(from))) from += 1
  return text.slice(from, end)
}

/** The same at its end alone. */
export function trimmedEnd(text: string, outer: (char: string) => boolean): string {
  let end = text.length
  while (end > 0 && outer(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
