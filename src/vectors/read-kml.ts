import type { Folder } from '@tmcw/togeojson'
import type { DOMParser } from '@xmldom/xmldom'
import { Refusal, refuseBeyond, vectorLimits, type VectorLimits } from './limits.ts'
import type { VectorFeature, VectorFile } from './vector-file.ts'

/** Reads the placemarks of a KML document, in folders, with holes and collections. @throws Refusal */
export async function readKml(text: string, limits: Pick<VectorLimits, 'xmlTags'> = vectorLimits): Promise<VectorFile> {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(text)?.[1] ?? ''
  if (root !== 'kml') {
    const name =
      {
        gpx: 'GPX',
        FeatureCollection: 'GML',
        html: 'a web page',
        svg: 'an SVG picture',
        osm: 'OpenStreetMap data',
        qgis: 'a QGIS project or style, which only points to its data',
        ExceptionReport: 'an error report of a map service',
        ServiceExceptionReport: 'an error report of a map service',
      }[root] ?? `<${root}>`
    throw new Refusal(`This XML is ${name}, not KML: export the area as KML or GeoJSON.`)
  }
  // No KML needs them, and an entity can stand for gigabytes.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new Refusal('This KML has a document type declaration, which is not read: remove the <!DOCTYPE …> part.')
  }
  refuseBeyond(tagsIn(text, limits.xmlTags), limits.xmlTags, 'elements', 'export only the places you need')
  const [xmldom, { kmlWithFolders }] = await Promise.all([import('@xmldom/xmldom'), import('@tmcw/togeojson')])
  const document = parse(withTidyCoordinates(withoutPrefix(text)), xmldom.DOMParser)
  // The library asks for no more of a document than xmldom has.
  const features = inFolders(kmlWithFolders(document as unknown as Document).children)
  if (features.length === 0 && /<(\w+:)?NetworkLink\b/.test(text)) {
    throw new Refusal(
      'This KML only points to another file on the network: open that link and import the file behind it.',
    )
  }
  return { kind: 'KML', features, notes: [] }
}

function parse(text: string, Parser: typeof DOMParser) {
  let line: number | undefined
  const onError = (level: 'warning' | 'error' | 'fatalError', _message: string, context: unknown) => {
    if (level === 'warning') return
    line ??= (context as { locator?: { lineNumber?: number } }).locator?.lineNumber
    throw new Error(level)
  }
  const read = (xml: string) => new Parser({ onError }).parseFromString(xml, 'text/xml')
  try {
    return read(text)
  } catch {
    // Written by hand: "Smith & Sons", &nbsp;
    const escaped = text.replaceAll(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi, '&amp;')
    if (escaped !== text) return parse(escaped, Parser)
    const where = line === undefined ? '' : ` near line ${line}`
    throw new Refusal(`This KML is broken${where}: a tag is not closed, or the file is cut off.`)
  }
}

function inFolders(children: Folder['children'], layer?: string): VectorFeature[] {
  return children.flatMap((child): VectorFeature[] => {
    if (child.type === 'folder') {
      const name = child.meta['name']
      return inFolders(child.children, typeof name === 'string' && name !== '' ? name : layer)
    }
    const { geometry, properties } = child
    return geometry ? [{ geometry, properties: properties ?? {}, ...(layer !== undefined && { layer }) }] : []
  })
}

/** How often a tag opens; counted no further than needed. */
function tagsIn(text: string, most: number): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0 && count <= most; at = text.indexOf('<', at + 1)) count++
  return count
}

/** Written by hand, the numbers of a point are often parted by a comma and a blank; blanks part the points. */
function withTidyCoordinates(text: string): string {
  return text.replaceAll(/<coordinates>[^<]*/g, (list) => list.replaceAll(/[ \t]*,[ \t]*/g, ','))
}

/** `<kml:Placemark>` as `<Placemark>`: the library looks for plain names. */
function withoutPrefix(text: string): string {
  const prefix =
    /xmlns:([\w.-]+)\s*=\s*["']https?:\/\/(?:www\.opengis\.net\/kml|earth\.google\.com\/kml)\/[^"']*["']/.exec(
      text,
    )?.[1]
  if (!prefix || !new RegExp(`<${prefix}:kml\\b`).test(text)) return text
  return text.replaceAll(new RegExp(`(</?)${prefix.replaceAll('.', '\\.')}:`, 'g'), '$1')
}
