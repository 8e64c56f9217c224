import { listSensors } from '#sandbox/database/sensor-list.ts'
import { api } from './implement.ts'

/** Properties the scene search can filter by; the same for all collections of the sandbox. */
export const queryables = ['eo:cloud_cover', 'view:off_nadir', 'view:sun_elevation'] as const

export const satelliteRoutes = {
  listSatellites: api.satellites.listSatellites.handler(({ context: { sandbox } }) => ({
    satellites: listSensors(sandbox.database).map((sensor) => ({
      id: sensor.id,
      name: sensor.name,
      bands: sensor.bands.map(({ name, wavelengthNm, gsdM }) => ({
        name,
        wavelength: wavelengthNm,
        scale: sensor.scale,
        offset: sensor.offset,
        spatial_resolution: gsdM,
      })),
      collections: [
        {
          id: sensor.collectionId,
          name: `${sensor.name} L2A`,
          provider: sensor.provider,
          queryables: [...queryables],
          // Reflectance 0 to 0.3 fills the screen over land.
          rescale: [0, Math.round(0.3 / sensor.scale)],
        },
      ],
      rgb_composite: sensor.rgb,
    })),
  })),
}
