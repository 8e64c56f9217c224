// The rules of the SLD 1.0.0 schema (OGC 02-070, StyledLayerDescriptor.xsd of 2002-09-21) for raster styles, written anew: which
// elements stand in which order, how often, with which attributes.

const namespace = 'http://www.opengis.net/sld'
const instance = 'http://www.w3.org/2001/XMLSchema-instance'

type Kind = 'text' | 'number' | '1.0.0'
type Rule = {
  /** Elements in their order: `?` may be missing, `*` any number, `+` one or more. None: only text, if any. */
  holds?: string
  text?: Kind
  attributes?: Record<string, { kind: Kind; isRequired?: true }>
}

const described = 'Name? Title? Abstract?'
const rules: Record<string, Rule> = {
  StyledLayerDescriptor: {
    holds: `${described} NamedLayer*`,
    attributes: { version: { kind: '1.0.0', isRequired: true } },
  },
  NamedLayer: { holds: 'Name LayerFeatureConstraints? UserStyle*' },
  UserStyle: { holds: `${described} IsDefault? FeatureTypeStyle+` },
  FeatureTypeStyle: { holds: `${described} FeatureTypeName? SemanticTypeIdentifier* Rule+` },
  Rule: { holds: `${described} LegendGraphic? MinScaleDenominator? MaxScaleDenominator? RasterSymbolizer+` },
  RasterSymbolizer: {
    holds:
      'Geometry? Opacity? ChannelSelection? OverlapBehavior? ColorMap? ContrastEnhancement? ShadedRelief? ImageOutline?',
  },
  ColorMap: { holds: 'ColorMapEntry*' },
  ColorMapEntry: {
    attributes: {
      color: { kind: 'text', isRequired: true },
      opacity: { kind: 'number' },
      quantity: { kind: 'number' },
      label: { kind: 'text' },
    },
  },
  Name: { text: 'text' },
  Title: { text: 'text' },
  Abstract: { text: 'text' },
  Opacity: { text: 'number' },
}

/** xsd:double, in which infinity is spelled INF. */
const number = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$|^-?INF$|^NaN$/

/** Where a style breaks the schema, as `ColorMapEntry: …`; empty when it is valid. Needs a DOM. */
export function schemaProblems(xml: string): string[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const broken = document.querySelector('parsererror')
  if (broken) return [`not well-formed: ${broken.textContent?.split('\n')[0]}`]
  const root = document.documentElement
  if (root.localName !== 'StyledLayerDescriptor') return [`${root.localName}: not a StyledLayerDescriptor`]
  return problemsOf(root)
}

function problemsOf(element: Element): string[] {
  const name = element.localName
  const wrong = (what: string) => `${name}: ${what}`
  const rule = rules[name]
  if (element.namespaceURI !== namespace) return [wrong(`not of ${namespace}`)]
  if (!rule) return [wrong('no rule for this element')]
  const children = [...element.children]
  const isInOrder = new RegExp(`^${modelOf(rule.holds ?? '')}$`).test(
    children.map((one) => `${one.localName} `).join(''),
  )
  const text = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map((one) => one.nodeValue)
  const said = text.join('').trim()
  const isTextRight = rule.text ? fits(rule.text, said) : said === ''
  return [
    ...(isInOrder ? [] : [wrong(`holds ${children.map((one) => one.localName).join(', ') || 'nothing'}`)]),
    ...(isTextRight ? [] : [wrong(`says ${JSON.stringify(said)}`)]),
    ...attributeProblems(element, rule).map(wrong),
    ...children.flatMap(problemsOf),
  ]
}

/** `Name? Rule+` as a pattern over names with a space behind each. */
function modelOf(holds: string): string {
  return holds
    .split(' ')
    .filter(Boolean)
    .map((part) => part.replace(/^(\w+)([?*+]?)$/, '(?:$1 )$2'))
    .join('')
}

function attributeProblems(element: Element, { attributes = {} }: Rule): string[] {
  const given = [...element.attributes].filter(
    (one) => !/^xmlns(:|$)/.test(one.name) && !(one.namespaceURI === instance && one.localName === 'schemaLocation'),
  )
  const missing = Object.entries(attributes).filter(
    ([name, { isRequired }]) => isRequired && !element.hasAttribute(name),
  )
  return [
    ...missing.map(([name]) => `lacks ${name}`),
    ...given.flatMap(({ name, value }) => {
      const known = attributes[name]
      if (!known) return [`attribute ${name} is not in the schema`]
      return fits(known.kind, value) ? [] : [`${name} is ${JSON.stringify(value)}`]
    }),
  ]
}

function fits(kind: Kind, text: string): boolean {
  if (kind === 'text') return true
  return kind === 'number' ? number.test(text.trim()) : text === kind
}
