/** Words as the name of a file: letters and numbers of any script, parted by `-`. */
export function fileStem(...parts: readonly string[]): string {
  const stem = parts
    .map((part) => part.replace(/\.(tiff?|img|dat|bsq|bil|bip)$/i, '').replace(/[^\p{L}\p{N}]+/gu, '-'))
    .join('-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  return stem.slice(0, 120) || 'swath'
}
