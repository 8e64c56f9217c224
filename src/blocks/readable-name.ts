/** A name of the API as a person reads it: `input_image` is "Input image". */
export function readableName(name: string): string {
  const text = name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .trim()
  return text === '' ? name : text[0]!.toUpperCase() + text.slice(1)
}
