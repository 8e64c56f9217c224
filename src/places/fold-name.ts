/** One letter for another where Unicode has no decomposition. */
const plainLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ə: 'a',
  ħ: 'h',
  ŋ: 'n',
}

/** As they are written where a keyboard has no such letter: Koeln, Aalborg, Malmoe. */
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** A name for comparing: small plain letters and digits, words parted by one space. */
export function foldName(name: string): string {
  // Most are plain, and there are hundreds of thousands.
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return name.toLowerCase()
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’‘ʻʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The ways a name may be typed, folded: of Köln "koln" and "koeln", of Saint-Denis "saint denis" and "st denis". */
export function foldedSpellings(name: string): string[] {
  const folded = foldName(name)
  const spellings = [folded]
  const composed = name.toLowerCase().normalize('NFC')
  if (/[äöüøå]/.test(composed)) {
    spellings.push(foldName(composed.replace(/[äöüøå]/g, (letter) => spelledOut[letter] ?? letter)))
  }
  if (/\b(?:saint|sankt)\b/.test(folded)) spellings.push(folded.replace(/\b(?:saint|sankt)\b/g, 'st'))
  return spellings
}
