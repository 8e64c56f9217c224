/** A bucket name all three kinds of store can have. Refused names could also leave the folder that stands for a bucket. */
export function bucketProblem(name: string): string | null {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,220}$/.test(name) || name.includes('..'))
    return 'A bucket name has letters, digits, dots, dashes and underscores.'
  return null
}

/** A region becomes part of a host's name: with other signs in it, requests would go to another host. */
export function regionProblem(region: string): string | null {
  return /^[a-z0-9-]{1,63}$/i.test(region) ? null : 'A region has letters, digits and dashes, such as eu-central-1.'
}

/** Folders of a store are relative and stay in it. */
export function pathProblem(path: string): string | null {
  if (path.length > 512) return 'The path is longer than 512 characters.'
  // oxlint-disable-next-line no-control-regex -- exactly these are meant: object keys with them can not be listed
  if (/[\u0000-\u001f\\]/.test(path)) return 'The path has characters that are not allowed in object names.'
  if (path.split('/').some((part) => part === '.' || part === '..'))
    return 'The path must not have the parts "." or "..".'
  return null
}

/** The name of an object from folders and names; empty parts and doubled slashes fall away. */
export function objectKey(...parts: (string | null | undefined)[]): string {
  return parts
    .flatMap((part) => (part ?? '').split('/'))
    .filter(Boolean)
    .join('/')
}
