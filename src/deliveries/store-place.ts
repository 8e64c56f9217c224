import type { Store, StoreType } from '#src/contract/stores.ts'

/** What a bucket of each kind is called where it is at home. */
export const storeKinds: Record<StoreType, { name: string; shortName: string; bucket: string; scheme: string }> = {
  S3: { name: 'Amazon S3', shortName: 'S3', bucket: 'Bucket', scheme: 's3' },
  GCS: { name: 'Google Cloud Storage', shortName: 'Google', bucket: 'Bucket', scheme: 'gs' },
  AZBLOB: { name: 'Azure Blob Storage', shortName: 'Azure', bucket: 'Container', scheme: 'az' },
}

/** A kind the service added since is told by its own word. */
export const kindOf = (type: string): (typeof storeKinds)[StoreType] =>
  storeKinds[type as StoreType] ?? { name: type, shortName: type, bucket: 'Bucket', scheme: type.toLowerCase() }

/**
 * Where in a store something lies, as tools write it: `s3://bucket/prefix/folder/file`. The service joins the store's
 * prefix, the folder asked for and the target path; doubled slashes fall away.
 */
export function placeIn(store: Pick<Store, 'type' | 'configs'>, ...parts: (string | null | undefined)[]): string {
  const names = [store.configs?.bucket, store.configs?.path_prefix, ...parts]
    .flatMap((part) => (part ?? '').split('/'))
    .filter(Boolean)
  return `${kindOf(store.type).scheme}://${names.join('/')}`
}
