/** How files of other kinds begin, and what to say of them. `at` counts bytes. */
const others: readonly { begins: string; at?: number; says: string }[] = [
  {
    begins: '\x89PNG',
    says: 'This is a PNG picture. It has no pixels of a scene in it; open the GeoTIFF it was made from.',
  },
  { begins: '\xff\xd8\xff', says: 'This is a JPEG picture. Open the GeoTIFF it was made from.' },
  { begins: 'GIF8', says: 'This is a GIF picture. Open the GeoTIFF it was made from.' },
  { begins: 'WEBP', at: 8, says: 'This is a WebP picture. Open the GeoTIFF it was made from.' },
  {
    begins: '\x89HDF',
    says: 'This is an HDF5 or NetCDF-4 file, which is not read here. Convert it: gdal_translate -of COG.',
  },
  { begins: 'CDF', says: 'This is a NetCDF file, which is not read here. Convert it: gdal_translate -of COG.' },
  {
    begins: '\x0e\x03\x13\x01',
    says: 'This is an HDF4 file, which is not read here. Convert it: gdal_translate -of COG.',
  },
  {
    begins: 'jP  ',
    at: 4,
    says: 'This is a JPEG 2000 file, which is not read here. Convert it: gdal_translate -of COG.',
  },
  {
    begins: '\xff\x4f\xff\x51',
    says: 'This is a JPEG 2000 file, which is not read here. Convert it: gdal_translate -of COG.',
  },
  {
    begins: 'EHFA_HEADER_TAG',
    says: 'This is an ERDAS IMAGINE file, which is not read here. Convert it: gdal_translate -of COG.',
  },
  { begins: 'GRIB', says: 'This is a GRIB file, which is not read here.' },
  { begins: 'PK\x03\x04', says: 'This is a ZIP archive. Unpack it, then open the GeoTIFF inside.' },
  { begins: '\x1f\x8b', says: 'This is a gzip archive. Unpack it, then open the GeoTIFF inside.' },
  { begins: 'SQLite format 3', says: 'This is a GeoPackage or SQLite file; pictures in it are not read here.' },
  { begins: '%PDF', says: 'This is a PDF document.' },
  { begins: 'ENVI', says: 'This is an ENVI header. Choose the data file it belongs to together with it.' },
  { begins: '{', says: 'This is a JSON text. Choose the picture it belongs to together with it.' },
  { begins: '<?xml', says: 'This is an XML text, not a picture; the address may have expired.' },
  { begins: '<!DOCTYPE', says: 'This is a web page, not a picture; the address may need a login.' },
  { begins: '<html', says: 'This is a web page, not a picture; the address may need a login.' },
]

/** What a file is that is no TIFF, by its first bytes (32 are enough), as a sentence. */
export function whatItIs(head: Uint8Array): string {
  if (head.length === 0) return 'The file is empty.'
  const start = String.fromCharCode(...head.subarray(0, 32))
  const known = others.find(({ begins, at = 0 }) => start.toLowerCase().startsWith(begins.toLowerCase(), at))
  return known?.says ?? 'This file is no GeoTIFF. An ENVI file needs its header (.hdr) chosen together with it.'
}

export function isTiff(head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 4))
  return ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(start)
}
