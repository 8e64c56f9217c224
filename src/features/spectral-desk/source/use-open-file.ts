import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { sortLocalFiles } from '#src/imagery/local-files.ts'
import { ImageryError } from '#src/imagery/raster-info.ts'
import { paths } from '#src/paths.ts'
import { addLocalRaster } from '#src/rasters/local-rasters.ts'
import { notify } from '#src/ui/status/notice-store.ts'

/** Opens a dropped or chosen picture in the desk, with a header or JSON beside it; how it is shown stays as it is. */
export function useOpenFile(): (files: readonly File[]) => void {
  const navigate = useNavigate()
  return useCallback(
    (files) => {
      if (files.length === 0) return
      let name: string
      try {
        const [first] = sortLocalFiles(files)
        addLocalRaster(first!)
        name = first!.data.name
      } catch (error) {
        if (!(error instanceof ImageryError)) throw error
        notify({ id: 'desk-file', tone: 'warn', title: 'No picture was opened', body: error.message })
        return
      }
      const params = new URLSearchParams(window.location.search)
      for (const other of ['date', 'asset', 'b-asset']) params.delete(other)
      params.set('file', name)
      void navigate(paths.desk(Object.fromEntries(params)))
    },
    [navigate],
  )
}
