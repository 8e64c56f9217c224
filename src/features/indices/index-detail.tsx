import { X } from 'lucide-react'
import type { Index } from '#src/contract/indices.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import { colormapHex, isColormap } from '#src/formula/colormaps.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ColourRamp } from '#src/ui/data/colour-ramp.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { bandTable } from '#src/scenes/satellite-bands.ts'
import { checkExpression, type ExpressionKind } from './check-expression.ts'
import styles from './indices.module.css'

type IndexDetailProps = { index: Index; satellite: Satellite; onClose: () => void }

/** One index: what it says, its formula in wavelengths and in the satellite's bands, its colours. */
export function IndexDetail({ index, satellite, onClose }: IndexDetailProps) {
  const bands = bandTable(satellite)
  const kind = kindOf(index.expression_type)
  const checked = checkExpression(index.expression, kind, bands)
  const [low, high] = index.rescale ?? []
  const used = (index.bands ?? []).map((name) => {
    const nm = bands.find((band) => band.name === name)?.wavelengthNm
    return nm === undefined ? name : `${name} (${Math.round(nm)} nm)`
  })
  return (
    <Panel
      title={index.name}
      subtitle={satellite.name}
      actions={<IconButton icon={X} label="Close" onPress={onClose} />}
    >
      <div className={styles.stack}>
        {index.description && <p>{index.description}</p>}
        {checked.ok && (
          <div>
            <h3 className={styles.heading}>In wavelengths</h3>
            <code className={styles.formula}>{checked.readable}</code>
          </div>
        )}
        <div>
          <h3 className={styles.heading}>In bands</h3>
          <code className={styles.formula}>{index.expression}</code>
        </div>
        {kind === 'index' && low !== undefined && high !== undefined && (
          <ColourRamp
            label={`${index.name}, ${index.colormap ?? 'viridis'}`}
            colours={rampColours(index.colormap ?? 'viridis')}
            min={low}
            max={high}
          />
        )}
        <PropertyList>
          <Property label="Bands" value={used.join(', ')} />
          <Property
            label="Colour map"
            value={
              index.colormap && (isColormap(index.colormap) ? index.colormap : `${index.colormap} (not known here)`)
            }
          />
          <Property label="Range" value={low === undefined ? null : `${low} to ${high}`} />
          <Property label="Kind" value={index.type === 'custom' ? 'Your own' : 'Preset'} />
          {index.type === 'custom' && (
            <Property label="Created" value={index.created_at && <UtcTime value={index.created_at} />} />
          )}
        </PropertyList>
        <div>
          <CopyButton text={index.expression} label="Copy the formula" />
        </div>
      </div>
    </Panel>
  )
}

function kindOf(type: Index['expression_type']): ExpressionKind {
  if (type === 'composite') return 'composite'
  return type === 'grayscale' ? 'grayscale' : 'index'
}

export function rampColours(colormap: string): string[] {
  return Array.from({ length: 16 }, (_, i) => colormapHex(colormap, i / 15))
}
