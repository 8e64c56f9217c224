import { expect, test } from 'vitest'
import { sentinel2Bands } from '#src/formula/satellite-bands.ts'
import { checkExpression } from './check-expression.ts'

test('roles and wavelengths become the names of the satellite', () => {
  const checked = checkExpression('(nir - R665) / (nir + R665)', 'index', sentinel2Bands)
  expect(checked).toMatchObject({ ok: true, bandsUsed: ['B04', 'B08'] })
  expect(checked.ok && checked.expression.replaceAll(' ', '')).toBe('(B08-B04)/(B08+B04)')
})

test('a composite has three parts, a greyscale picture one band', () => {
  expect(checkExpression('red; green; blue', 'composite', sentinel2Bands)).toMatchObject({
    ok: true,
    expression: 'B04;B03;B02',
  })
  expect(checkExpression('red; green', 'composite', sentinel2Bands).ok).toBe(false)
  expect(checkExpression('B04', 'grayscale', sentinel2Bands).ok).toBe(true)
  expect(checkExpression('B04 + B03', 'grayscale', sentinel2Bands)).toMatchObject({
    errors: [{ message: 'A greyscale picture shows one band.' }],
  })
})

test('says what is wrong and where', () => {
  const missing = checkExpression('B04 + B99', 'index', sentinel2Bands)
  expect(missing).toMatchObject({ ok: false, errors: [{ start: 6, end: 9 }] })
  expect(checkExpression('2 + 3', 'index', sentinel2Bands).ok).toBe(false)
})
