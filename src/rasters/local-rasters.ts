const scheme = 'local:'
const files = new Map<string, File>()
const addresses = new Map<string, string>()
let count = 0

/**
 * Gives a file from disk an address of its own, good as long as the page lives, so that it opens wherever one behind a URL
 * does. Nothing is copied or sent: pixels are read from the file where it lies.
 */
export function addLocalRaster(file: File): string {
  count += 1
  const address = `${scheme}${count}/${file.name}`
  files.set(address, file)
  addresses.set(file.name, address)
  return address
}

/** The address of the file of this name that was added last; undefined when there is none, as after a reload. */
export function addressOfLocal(name: string): string | undefined {
  return addresses.get(name)
}

export function localRaster(address: string): File | undefined {
  return files.get(address)
}

export function isLocalAddress(address: string): boolean {
  return address.startsWith(scheme)
}
