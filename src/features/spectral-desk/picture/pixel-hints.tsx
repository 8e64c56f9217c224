import { percentile } from '#src/imagery/value-statistics.ts'
import { Button } from '#src/ui/button/button.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { useDesk } from '../desk-context.ts'

/** The value that scaled reflectance has at most, clouds and glint included. */
const LARGEST_REFLECTANCE = 2
/** As Sentinel-2, Landsat's analysis-ready data and EnMAP store reflectance. */
const USUAL_SCALE = 0.0001

/** What would make formulas wrong or impossible, and how to mend it. */
export function PixelHints() {
  const { scene, picture, changePicture, shown } = useDesk()
  const { bands } = scene.cog.info
  const hasWavelengths = bands.some(({ wavelengthNm }) => wavelengthNm !== undefined)
  const [statistics] = shown?.statistics ?? []
  const isStored =
    picture.show !== 'formula' &&
    bands.every(({ scale, offset }) => scale === 1 && offset === 0) &&
    statistics !== undefined &&
    statistics.valid > 0 &&
    percentile(statistics, 50) > LARGEST_REFLECTANCE
  return (
    <>
      {!hasWavelengths && bands.length > 1 && (
        <ErrorNotice
          tone="warn"
          what="The file says no wavelengths"
          advice={`Its bands go by name: ${bands[0]?.name} to ${bands.at(-1)?.name}. Formulas by wavelength or role, and indices, need them.`}
        />
      )}
      {isStored && (
        <ErrorNotice
          tone="warn"
          what="These are stored numbers, not reflectance"
          advice="Indices with constants, such as EVI, come out wrong on them."
          actions={
            <Button size="s" onPress={() => changePicture({ scale: USUAL_SCALE })}>
              Read 10,000 as 1
            </Button>
          }
        />
      )}
    </>
  )
}
