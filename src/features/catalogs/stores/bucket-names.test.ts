import { expect, test } from 'vitest'
import { bucketNameProblem } from './bucket-names.ts'

test.each([
  ['S3', 'acme-pictures.2026'],
  ['GCS', 'acme_pictures-2026'],
  ['GCS', `${'a'.repeat(60)}.${'b'.repeat(60)}`],
  ['AZBLOB', 'acme-pictures-2026'],
] as const)('%s takes %s', (type, name) => {
  expect(bucketNameProblem(type, name)).toBeUndefined()
})

test.each([
  ['S3', 'Pictures', 'no capital letters, as “P”'],
  ['S3', 'ab', '3 to 63 characters; this has 2'],
  ['S3', 'a'.repeat(64), 'this has 64'],
  ['S3', 'acme_pictures', 'not “_”'],
  ['S3', 'acme pictures', 'not a space'],
  ['S3', 'acme🛰pictures', 'not “🛰”'],
  ['S3', '-pictures', 'starts and ends'],
  ['S3', 'a..b', 'two dots'],
  ['S3', '192.168.5.4', 'IP address'],
  ['S3', 'pictures-s3alias', '-s3alias'],
  ['GCS', 'goog-pictures', 'Google keeps'],
  ['GCS', `${'a'.repeat(64)}.b`, 'between dots'],
  ['AZBLOB', 'acme.pictures', 'not “.”'],
  ['AZBLOB', 'acme--pictures', 'two hyphens'],
] as const)('%s refuses %s and says why', (type, name, why) => {
  expect(bucketNameProblem(type, name)).toContain(why)
})
