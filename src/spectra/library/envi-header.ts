/** The fields of an ENVI header by their names in lower case; lists in braces as they stand, without the braces. */
export type EnviHeader = ReadonlyMap<string, string>

/** Reads `name = value` and `name = { … }` over several lines; undefined when the text is no ENVI header. */
export function parseEnviHeader(text: string): EnviHeader | undefined {
  if (!/^\s*ENVI\b/i.test(text)) return undefined
  const fields = new Map<string, string>()
  for (const [, name = '', braced, plain = ''] of text.matchAll(
    /^[ \t]*([A-Za-z][^=\n\r{}]*?)[ \t]*=[ \t]*(?:\{([^}]*)\}|([^\n\r]*))/gm,
  )) {
    fields.set(name.toLowerCase(), (braced ?? plain).trim())
  }
  return fields
}

export function enviList(header: EnviHeader, name: string): string[] {
  const text = header.get(name)
  return text === undefined || text === '' ? [] : text.split(',').map((part) => part.trim())
}

export function enviNumbers(header: EnviHeader, name: string): number[] {
  return enviList(header, name).map(Number)
}
