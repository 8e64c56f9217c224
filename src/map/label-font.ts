/** Of text on the map; drawn by the browser from the interface's own font: there is no glyph server. */
export const LABEL_FONT = ['Inter Variable']

/** Letters of place names beyond plain Latin, one from each part the font is split into. */
const SAMPLE = 'aāạ'
const PATIENCE_MS = 2000

/**
 * Waits for the font of the map's names. MapLibre draws each letter once into an atlas: what is drawn before the font
 * is there stays in the fallback font. Gives up after two seconds, because a map in another font beats no map.
 */
export async function loadLabelFont(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([document.fonts.load('16px "Inter Variable"', SAMPLE), patience])
}
