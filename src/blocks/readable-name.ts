/** A name of the API as a person reads it: `input_image` is "Input image". */
export function readableName(name: string): string {
  const text = name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .trim()
  if (text === '') return name
  const words = text.split(' ').map((word) => (acronyms.has(word.toLowerCase()) ? word.toUpperCase() : word))
  return words.join(' ').replace(/^./, (first) => first.toUpperCase())
}

const acronyms = new Set(['ndvi', 'ndwi', 'ndre', 'evi', 'savi', 'pca', 'aoi', 'id'])
