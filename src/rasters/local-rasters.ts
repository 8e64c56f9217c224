import type { LocalRaster } from '#src/imagery/local-files.ts'

const scheme = 'local:'
const rasters = new Map<string, LocalRaster>()
const addresses = new Map<string, string>()
let count = 0

/**
 * Gives a raster from disk, with what lies beside it, an address of its own, good as long as the page lives, so that it opens wherever one behind a URL
 * does. Nothing is copied or sent: pixels are read from the file where it lies.
 */
export function addLocalRaster(raster: LocalRaster): string {
  count += 1
  const { name } = raster.data
  const address = `${scheme}${count}/${name}`
  rasters.set(address, raster)
  addresses.set(name, address)
  return address
}

/** The address of the file of this name that was added last; undefined when there is none, as after a reload. */
export function addressOfLocal(name: string): string | undefined {
  return addresses.get(name)
}

export function localRaster(address: string): LocalRaster | undefined {
  return rasters.get(address)
}
