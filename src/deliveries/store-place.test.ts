import { expect, test } from 'vitest'
import { kindOf, placeIn } from './store-place.ts'

const configs = { bucket: 'pictures', region: 'eu-central-1', path_prefix: 'swath/' }

test('a place joins bucket, prefix, folder and file by single slashes', () => {
  expect(placeIn({ type: 'S3', configs }, '/fields//2026/', 'item/scene.tif')).toBe(
    's3://pictures/swath/fields/2026/item/scene.tif',
  )
  expect(placeIn({ type: 'GCS', configs: { bucket: 'b' } }, null, 'a.zip')).toBe('gs://b/a.zip')
  expect(placeIn({ type: 'AZBLOB', configs: { ...configs, path_prefix: null } })).toBe('az://pictures')
})

test('a kind of store that is new to us is still told', () => {
  expect(kindOf('R2')).toMatchObject({ name: 'R2', scheme: 'r2' })
  expect(placeIn({ type: 'R2', configs: null }, 'x')).toBe('r2://x')
})
