import type { VectorFeature } from './vector-file.ts'

const longestName = 80

type Named = Pick<VectorFeature, 'properties' | 'layer'>

/**
 * What the features of a file are called: by the attribute of their layer that reads like a name, or else the first whose
 * texts differ; empty where there is none.
 */
export function featureNames(features: readonly Named[]): string[] {
  const layers = new Map<string | undefined, Named[]>()
  for (const feature of features) {
    const ofLayer = layers.get(feature.layer)
    if (ofLayer) ofLayer.push(feature)
    else layers.set(feature.layer, [feature])
  }
  const attributes = new Map([...layers].map(([layer, ofLayer]) => [layer, nameAttribute(ofLayer)]))
  return features.map(({ properties, layer }) => {
    const attribute = attributes.get(layer)
    const text = attribute === undefined ? '' : asName(properties[attribute])
    return text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text
  })
}

const likely: readonly RegExp[] = [
  /^(name|title|label)$/i,
  /^(gen|nom|nombre|nome|naam|namn|navn|bez|bezeichnung)$/i,
  /name|(^|_)nom(_|$)|title|label|bezeich/i,
  /^(id|code|key|ref)$/i,
]

function nameAttribute(features: readonly Named[]): string | undefined {
  const attributes = [...new Set(features.slice(0, 100).flatMap(({ properties }) => Object.keys(properties)))]
  const isFilled = (attribute: string) => features.some(({ properties }) => asName(properties[attribute]) !== '')
  const filled = attributes.filter(isFilled)
  for (const pattern of likely.slice(0, 3)) {
    const found = filled.find((attribute) => pattern.test(attribute))
    if (found !== undefined) return found
  }
  const isTelling = (attribute: string) => {
    const texts = features.map(({ properties }) => properties[attribute])
    return texts.every((text) => typeof text === 'string') && new Set(texts).size === texts.length
  }
  return filled.find(isTelling) ?? filled.find((attribute) => likely[3]?.test(attribute))
}

function asName(value: unknown): string {
  const text =
    typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/\s+/g, ' ').trim() : ''
  // A table's own column of outlines names nothing.
  return /^(SRID=\d+;)?(MULTI)?(POLYGON|POINT|LINESTRING)\b|^0[01][\da-f]{20}|^\{/i.test(text) ? '' : text
}
