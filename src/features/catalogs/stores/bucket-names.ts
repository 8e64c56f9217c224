import type { StoreType } from '#src/contract/stores.ts'

/*
 * The naming rules that each cloud publishes, so that a slip is found here and not by a delivery that fails later:
 * docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html (general purpose buckets),
 * cloud.google.com/storage/docs/buckets#naming,
 * learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata.
 */

/** What is wrong with the name of a bucket (at Azure: a container), in one sentence; undefined when nothing is. */
export function bucketNameProblem(type: StoreType, name: string): string | undefined {
  const what = type === 'AZBLOB' ? 'A container name' : 'A bucket name'
  const odd = /[A-Z]/.exec(name)?.[0]
  if (odd) return `${what} has no capital letters, as “${odd}”.`
  const longest = type === 'GCS' && name.includes('.') ? 222 : 63
  if (name.length < 3 || name.length > longest)
    return `${what} has 3 to ${longest} characters; this has ${name.length}.`
  const stranger = (strangers[type].exec(name) ?? [])[0]
  if (stranger !== undefined)
    return `${what} has ${allowed[type]}; not ${stranger === ' ' ? 'a space' : `“${stranger}”`}.`
  if (!/^[a-z0-9].*[a-z0-9]$/.test(name)) return `${what} starts and ends with a letter or a digit.`
  return kindProblem(type, name)
}

const strangers: Record<StoreType, RegExp> = { S3: /[^a-z0-9.-]/u, GCS: /[^a-z0-9._-]/u, AZBLOB: /[^a-z0-9-]/u }
const allowed: Record<StoreType, string> = {
  S3: 'lower-case letters, digits, dots and hyphens',
  GCS: 'lower-case letters, digits, dots, hyphens and underscores',
  AZBLOB: 'lower-case letters, digits and hyphens',
}

function kindProblem(type: StoreType, name: string): string | undefined {
  if (type === 'AZBLOB') return name.includes('--') ? 'A container name has no two hyphens in a row.' : undefined
  if (name.includes('..')) return 'A bucket name has no two dots in a row.'
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return 'A bucket name must not look like an IP address.'
  if (type === 'S3') {
    const ending = /(-s3alias|--ol-s3|--x-s3|\.mrap|--table-s3)$/.exec(name)?.[0]
    const start = /^(xn--|sthree-|amzn-s3-demo-)/.exec(name)?.[0]
    if (ending ?? start) return `Amazon keeps names with “${ending ?? start}” to itself.`
    return undefined
  }
  if (name.startsWith('goog') || /google|g00gle/.test(name))
    return 'Google keeps names with “goog” or “google” to itself.'
  return name.split('.').some((part) => part.length > 63)
    ? 'Each part of a bucket name between dots has at most 63 characters.'
    : undefined
}
