import type { BlockInput, BlockOutput } from '#src/blocks/block-spec.ts'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Badge } from '#src/ui/status/badge.tsx'
import styles from './block.module.css'

/** What a block takes: each input with what may be given and what is taken when nothing is. */
export function BlockInputs({ inputs }: { inputs: readonly BlockInput[] }) {
  return (
    <dl className={styles.parts}>
      {inputs.map((input) => (
        <Part key={input.name} label={input.label} kind={kindOfInput(input)} about={input.description}>
          {limitsOf(input)}
        </Part>
      ))}
    </dl>
  )
}

const outputKinds: Record<BlockOutput['kind'], string> = {
  raster: 'GeoTIFF',
  vector: 'GeoJSON',
  table: 'CSV',
  file: 'File',
}

/** The files that a block writes. */
export function BlockOutputs({ outputs }: { outputs: readonly BlockOutput[] }) {
  return (
    <dl className={styles.parts}>
      {outputs.map(({ name, label, description, kind }) => (
        <Part key={name} label={label} kind={outputKinds[kind]} about={description} />
      ))}
    </dl>
  )
}

type PartProps = { label: string; kind: string; about: string; children?: string }

function Part({ label, kind, about, children }: PartProps) {
  return (
    <div>
      <dt className={styles.name}>
        {label} <Badge>{kind}</Badge>
      </dt>
      <dd className={styles.about}>
        {about}
        {children && <span className={styles.limits}>{children}</span>}
      </dd>
    </div>
  )
}

function kindOfInput(input: BlockInput): string {
  switch (input.kind) {
    case 'raster':
      return input.leastDates === undefined ? 'Raster' : 'Series of rasters'
    case 'vector':
      return 'Polygons'
    case 'date':
      return 'Day'
    case 'number':
      return input.isInteger ? 'Whole number' : 'Number'
    case 'choice':
      return 'Choice'
    case 'formula':
      return 'Formula'
    case 'text':
      return 'Text'
  }
}

function limitsOf(input: BlockInput): string {
  switch (input.kind) {
    case 'raster': {
      const dates = input.leastDates === undefined ? '' : `At least ${input.leastDates} dates. `
      return input.bands.length > 0 ? `${dates}Bands: ${input.bands.map(bandWords).join(', ')}.` : dates
    }
    case 'number': {
      const { min, max, unit, fallback } = input
      const range =
        min !== undefined && max !== undefined
          ? `${formatNumber(min)} to ${formatNumber(max)}${unit ? ` ${unit}` : ''}`
          : (unit ?? '')
      return sentences(range, fallback !== undefined && `usually ${formatNumber(fallback)}`)
    }
    case 'choice':
      return sentences(input.options.join(', '), input.fallback !== undefined && `usually ${input.fallback}`)
    case 'formula':
    case 'text':
      return sentences(input.fallback !== undefined && `usually ${input.fallback}`)
    default:
      return ''
  }
}

const sentences = (...parts: (string | false)[]) => parts.filter(Boolean).join('; ')

const colours: Record<string, string> = {
  rededge: 'red edge',
  nir: 'near infrared',
  swir16: 'shortwave infrared (1.6 µm)',
  swir22: 'shortwave infrared (2.2 µm)',
}

/** `R708` is a wavelength, `nir` a colour. */
function bandWords(band: string): string {
  const [, nm] = /^R(\d+)$/.exec(band) ?? []
  return nm ? `${nm} nm` : (colours[band] ?? band)
}
