/** The name of an asset's file apart from its AOI: a mosaic and what was made of it have the same last part. */
export const assetFileName = (file: string): string => file.split('/').slice(2).join('_')
