import { expect, test } from 'vitest'
import { sensorByCollection, sensorById, sensorByKey, sensors } from './sensors.ts'

test('ids, collections and band names are unique and the RGB bands exist', () => {
  expect(new Set(sensors.map(({ id }) => id)).size).toBe(sensors.length)
  expect(new Set(sensors.map(({ collectionId }) => collectionId)).size).toBe(sensors.length)
  for (const sensor of sensors) {
    const names = sensor.bands.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of Object.values(sensor.rgb)) expect(names).toContain(name)
    expect(sensorById(sensor.id)).toBe(sensor)
    expect(sensorByCollection(sensor.collectionId)).toBe(sensor)
  }
  expect(() => sensorById('nowhere')).toThrow(RangeError)
})

test('Firefly has 135 bands at 470.2 + 3.25 n nm; the RGB bands are red, green and blue', () => {
  const { bands, rgb } = sensorByKey('firefly')
  expect(bands).toHaveLength(135)
  bands.forEach((band, i) => expect(band.wavelengthNm).toBeCloseTo(470.2 + 3.25 * (i + 1), 6))
  expect(bands[0]!.name).toBe('B001')
  expect(bands[134]!.name).toBe('B135')
  for (const sensor of sensors) {
    const wavelength = (name: string) => sensor.bands.find((band) => band.name === name)!.wavelengthNm
    expect(Math.abs(wavelength(sensor.rgb.red) - 660)).toBeLessThan(10)
    expect(Math.abs(wavelength(sensor.rgb.green) - 560)).toBeLessThan(10)
    expect(Math.abs(wavelength(sensor.rgb.blue) - 488)).toBeLessThan(10)
  }
  expect(rgb.red).toBe('B060')
})

test('the demonstrators have the band counts of their scene names', () => {
  expect(sensorByKey('td1').bands).toHaveLength(69)
  expect(sensorByKey('td2').bands).toHaveLength(67)
})
