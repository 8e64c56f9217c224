import { Copy, FileDown } from 'lucide-react'
import { fileStem } from '#src/downloads/file-name.ts'
import { saveBlob } from '#src/downloads/save-file.ts'
import type { Area } from '#src/geo/rings.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { areaFormats, writeArea, type AreaFormat } from '#src/vectors/write-area.ts'
import { words } from '../import/import-words.ts'

const names: Record<AreaFormat, string> = { geojson: 'GeoJSON', kml: 'KML', wkt: 'WKT' }
const mediaTypes: Record<AreaFormat, string> = {
  geojson: 'application/geo+json',
  kml: 'application/vnd.google-earth.kml+xml',
  wkt: 'text/plain',
}

/** The area for other programs: as a file, or to paste. `name`: what it is called, if it came with one. */
export function ExportMenu({ area, name }: { area: Area | null; name?: string | undefined }) {
  const written = (of: Area, format: AreaFormat) => writeArea(of, format, name)
  const save = (format: AreaFormat) =>
    area &&
    saveBlob(
      new Blob([written(area, format)], { type: mediaTypes[format] }),
      `${name ? fileStem(name) : 'area'}.${format}`,
    )
  const copy = async (format: AreaFormat) => {
    if (!area) return
    try {
      await navigator.clipboard.writeText(written(area, format))
      notify({ id: 'area-copied', tone: 'ok', title: words.copied(names[format]) })
    } catch {
      notify({ id: 'area-copied', tone: 'fail', title: words.copyFailed })
    }
  }
  const entries = (does: string, icon: typeof Copy, act: (format: AreaFormat) => unknown) =>
    areaFormats.map((format) => ({
      id: `${does}-${format}`,
      label: names[format],
      icon,
      onAction: () => void act(format),
    }))
  return (
    <Menu
      label={words.exportArea}
      trigger={<IconButton icon={FileDown} label={words.exportArea} isDisabled={!area} />}
      groups={[
        { title: words.save, entries: entries('save', FileDown, save) },
        { title: words.copy, entries: entries('copy', Copy, copy) },
      ]}
    />
  )
}
