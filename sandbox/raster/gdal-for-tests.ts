import { spawnSync } from 'node:child_process'

/** GDAL as an independent witness; tests that need it are skipped, in words, on machines without it. */
export const gdalInstalled = spawnSync('gdalinfo', ['--version']).status === 0

/** A python that has GDAL's own checker of Cloud Optimized GeoTIFFs. */
export const gdalPython =
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import osgeo_utils.samples.validate_cloud_optimized_geotiff']).status === 0,
  ) ?? null

export function run(command: string, ...parameters: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}: ${stderr}${stdout}`)
  return stdout
}

/** What GDAL's checker says about a file, block order included. */
export function validateCog(path: string): string {
  if (gdalPython === null) throw new Error('GDAL for Python is not installed')
  const checker = 'osgeo_utils.samples.validate_cloud_optimized_geotiff'
  return run(gdalPython, '-m', checker, '--full-check=yes', path)
}
