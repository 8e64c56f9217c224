/** Where the files of a delivery go. An object appears whole or not at all; an existing one of the same key is replaced. */
export type Bucket = {
  /** @throws when the bucket refuses, is not there, or what arrived is not what was sent */
  put(key: string, object: BucketObject): Promise<void>
}

export type BucketObject = {
  body: Blob
  /** of the body, hexadecimal */
  sha256: string
  contentType: string
}
