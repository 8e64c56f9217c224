import { describe, expect, it } from 'vitest'
import { fromUtm, isUtmEpsg, toUtm, utmEpsg } from './utm.ts'

// Values computed once with PROJ 9 (gdaltransform, longlat WGS84 to the named code).
const controlPoints: [[number, number], number, [number, number]][] = [
  [[13.0694, 52.3906], 32633, [368626.211378834, 5806236.9800529]],
  [[15, 0], 32633, [500000.000000002, 0]],
  [[-0.1276, 51.5072], 32630, [699330.983943618, 5710142.06659783]],
  [[151.2093, -33.8688], 32756, [334368.633648097, 6250948.34538501]],
  [[-70.6483, -33.4569], 32719, [346812.853918606, 6296844.22460802]],
  [[77.5946, 12.9716], 32643, [781481.020294754, 1435426.40691045]],
  [[9, 60], 32633, [165640.332107716, 6666593.57214689]],
  [[179.9, -16.5], 32760, [809603.831011209, 8173529.42073779]],
  [[-179.9, 65], 32601, [363283.217115485, 7211591.25215603]],
  [[33, 83.9], 32636, [500000, 9316930.15406656]],
  [[-58.38, -79.5], 32721, [471927.548245764, 1173888.54078811]],
  [[3.5, 60.2], 32631, [527720.158783436, 6673790.03316189]],
]

describe('utm', () => {
  it.each(controlPoints)('%j in EPSG:%i agrees with PROJ to a millimetre, both ways', (lngLat, epsg, en) => {
    const [easting, northing] = toUtm(lngLat, epsg)
    expect(Math.hypot(easting - en[0], northing - en[1])).toBeLessThan(0.001)
    const [lng, lat] = fromUtm(en, epsg)
    expect(Math.abs(lng - lngLat[0])).toBeLessThan(1e-8)
    expect(Math.abs(lat - lngLat[1])).toBeLessThan(1e-8)
  })

  it('comes back to the same place within a micrometre, everywhere inside a zone and its neighbours', () => {
    for (let lat = -80; lat <= 84; lat += 4) {
      for (let dLng = -9; dLng <= 9; dLng += 1.5) {
        const epsg = lat >= 0 ? 32633 : 32733
        const [lng, back] = fromUtm(toUtm([15 + dLng, lat], epsg), epsg)
        expect(Math.abs(lng - 15 - dLng) * 111e3 * Math.cos((lat * Math.PI) / 180)).toBeLessThan(1e-6)
        expect(Math.abs(back - lat) * 111e3).toBeLessThan(1e-6)
      }
    }
  })

  it('picks the zone of a point, with the Norwegian exceptions', () => {
    expect(utmEpsg([13.07, 52.39])).toBe(32633)
    expect(utmEpsg([151.2, -33.9])).toBe(32756)
    expect(utmEpsg([180, 1])).toBe(32601)
    expect(utmEpsg([-180, -1])).toBe(32701)
    expect(utmEpsg([5.3, 60.4])).toBe(32632)
    expect(utmEpsg([15.6, 78.2])).toBe(32633)
    expect(utmEpsg([8, 78])).toBe(32631)
  })

  it('keeps the antimeridian in one piece', () => {
    const [west] = toUtm([179.99, -16.5], 32760)
    const [east] = toUtm([-179.99, -16.5], 32760)
    expect(east - west).toBeGreaterThan(2000)
    expect(east - west).toBeLessThan(2200)
  })

  it('refuses codes that are not UTM', () => {
    expect(isUtmEpsg(32600)).toBe(false)
    expect(isUtmEpsg(32661)).toBe(false)
    expect(() => toUtm([0, 0], 4326)).toThrow(/EPSG:4326/)
  })
})
