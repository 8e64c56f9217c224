/**
 * Where a text stops being JSON: the index of the first character that can not stand there, or undefined if it is valid.
 * `JSON.parse` says so only in some browsers, and not in all of its messages.
 */
export function jsonErrorAt(text: string): number | undefined {
  let at = 0
  const skip = () => {
    while (/[\t\n\r ]/.test(text.charAt(at))) at++
  }
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at += match[0].length
    return match !== null
  }
  const wants: ('value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'after')[] = ['value']
  const open: ('}' | ']')[] = []
  for (;;) {
    skip()
    const want = wants.pop()
    if (want === undefined) return at < text.length ? at : undefined
    const character = text.charAt(at)
    const closing = open.at(-1)
    if (want === 'after') {
      if (closing === undefined) continue
      if (character === closing) {
        open.pop()
        wants.push('after')
      } else if (character === ',') wants.push(closing === '}' ? 'key' : 'value')
      else return at
      at++
    } else if ((want === 'keyOrEnd' || want === 'valueOrEnd') && character === closing) {
      at++
      open.pop()
      wants.push('after')
    } else if (want === 'key' || want === 'keyOrEnd') {
      if (!take(stringPattern)) return at
      skip()
      if (!take(/:/y)) return at
      wants.push('value')
    } else if (character === '{' || character === '[') {
      at++
      open.push(character === '{' ? '}' : ']')
      wants.push(character === '{' ? 'keyOrEnd' : 'valueOrEnd')
    } else {
      if (!take(stringPattern) && !take(numberPattern) && !take(/true|false|null/y)) return at
      wants.push('after')
    }
  }
}

// From the space on, without the quotation mark and the backslash: control characters must be escaped.
const stringPattern = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y
