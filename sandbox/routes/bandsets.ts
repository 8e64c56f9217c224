import { api } from './implement.ts'

export const bandsetRoutes = {
  listBandsets: api.bandsets.listBandsets.handler(async ({ context: { sandbox } }) => {
    const rows = await sandbox.database.query.selectFrom('bandsets').selectAll().orderBy('name').execute()
    return {
      bandsets: rows.map(({ bands_json, ...row }) => ({
        ...row,
        bands: JSON.parse(bands_json) as { name: string; wavelength: number }[],
      })),
    }
  }),
}
