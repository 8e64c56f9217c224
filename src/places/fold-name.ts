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
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’‘ʻʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The ways a name may be typed, folded: of Köln "koln" and "koeln". */
export function foldedSpellings(name: string): string[] {
  const composed = name.toLowerCase().normalize('NFC')
  const spelled = composed.replace(/[äöüøå]/g, (letter) => spelledOut[letter] ?? letter)
  return spelled === composed ? [foldName(name)] : [foldName(name), foldName(spelled)]
}
