import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#src/paths.ts'
import { addLocalRaster } from '#src/rasters/local-rasters.ts'
import { notify } from '#src/ui/status/notice-store.ts'

/** Opens a dropped or chosen GeoTIFF in the desk; how it is shown stays as it is. */
export function useOpenFile(): (files: readonly File[]) => void {
  const navigate = useNavigate()
  return useCallback(
    (files) => {
      const [first] = files
      if (!first) return
      const raster = files.find(({ name }) => /\.tiff?$/i.test(name))
      if (!raster) {
        notify({
          id: 'desk-file',
          tone: 'warn',
          title: `${first.name} is not a GeoTIFF`,
          body: 'The desk opens files that end in .tif or .tiff. Convert others with GDAL or QGIS.',
        })
        return
      }
      addLocalRaster(raster)
      const params = new URLSearchParams(window.location.search)
      for (const other of ['date', 'asset']) params.delete(other)
      params.set('file', raster.name)
      void navigate(paths.desk(Object.fromEntries(params)))
    },
    [navigate],
  )
}
