import { storeSecrets } from '#src/contract/stores.ts'
import type { NewStore, StoreType } from '#src/contract/stores.ts'
import { bucketNameProblem } from './bucket-names.ts'
import { readServiceAccountKey } from './service-account-key.ts'

/** What the form holds: all of it text. Secrets of the other kinds stay while one looks at this one. */
export type StoreDraft = {
  type: StoreType
  name: string
  bucket: string
  region: string
  pathPrefix: string
  /** `team=data, env=prod` */
  labels: string
  secrets: Record<string, string>
}

export const emptyDraft: StoreDraft = {
  type: 'S3',
  name: '',
  bucket: '',
  region: '',
  pathPrefix: '',
  labels: '',
  secrets: {},
}

/** Reasons by the API's name of the field, as its own refusals come. */
export type StoreProblems = Record<string, string>

/** The store as the API takes it, or what is to be mended first. */
export function storeFrom(draft: StoreDraft): { ok: true; store: NewStore } | { ok: false; problems: StoreProblems } {
  const { type } = draft
  const trimmed = (text: string | undefined) => (text ?? '').trim()
  const [name, bucket, region, prefix] = [draft.name, draft.bucket, draft.region, draft.pathPrefix].map(trimmed)
  const labels = readLabels(draft.labels)
  const secrets = Object.fromEntries(storeSecrets[type].map((key) => [key, trimmed(draft.secrets[key])]))
  const found: [string, string | undefined][] = [
    ['name', name ? undefined : 'Give it a name.'],
    [
      'configs.bucket',
      bucket ? bucketNameProblem(type, bucket) : `Which ${type === 'AZBLOB' ? 'container' : 'bucket'}?`,
    ],
    ['configs.region', regionProblem(region ?? '')],
    ['labels', labels.ok ? undefined : labels.message],
    ...Object.entries(secrets).map(([key, value]): [string, string | undefined] => [
      `secrets.${key}`,
      value ? secretProblem(key, value) : 'It is needed to write into the bucket.',
    ]),
  ]
  const problems = Object.fromEntries(found.flatMap(([field, reason]) => (reason ? [[field, reason]] : [])))
  if (Object.keys(problems).length > 0 || !labels.ok || !name || !bucket || !region) return { ok: false, problems }
  const hasLabels = Object.keys(labels.labels).length > 0
  return {
    ok: true,
    store: {
      name,
      type,
      configs: { bucket, region, ...(prefix && { path_prefix: prefix }) },
      secrets,
      ...(hasLabels && { labels: labels.labels }),
    },
  }
}

function regionProblem(region: string): string | undefined {
  if (region === '') return 'In which region is it?'
  return /^[a-z0-9-]+$/i.test(region) ? undefined : 'A region is its short code, such as eu-central-1, not its name.'
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Never repeats the value. Forms of Azure's: learn.microsoft.com/azure/storage/common/storage-account-overview. */
function secretProblem(key: string, value: string): string | undefined {
  if (key === 'service_account_credentials') {
    const read = readServiceAccountKey(value)
    return read.ok ? undefined : read.message
  }
  if (/\s/.test(value)) return 'There is a space or a line break in it: perhaps two values were pasted together.'
  if (key === 'account_name' && !/^[a-z0-9]{3,24}$/.test(value))
    return 'The name of a storage account has 3 to 24 lower-case letters and digits.'
  if (key === 'client_id' && !guid.test(value)) return guidWords
  // A tenant may also be told by a domain of its own.
  if (key === 'tenant_id' && !guid.test(value) && !/^[\w-]+(\.[\w-]+)+$/.test(value)) return guidWords
  return undefined
}

const guidWords = 'It is written as 8-4-4-4-12 digits and letters a to f, such as 1a2b3c4d-….'

export function readLabels(
  text: string,
): { ok: true; labels: Record<string, string> } | { ok: false; message: string } {
  const labels: Record<string, string> = {}
  for (const part of text.split(/[,\n]/)) {
    if (part.trim() === '') continue
    const [name = '', ...rest] = part.split('=')
    const value = rest.join('=').trim()
    if (name.trim() === '' || value === '')
      return { ok: false, message: `Write a label as name=value; “${part.trim().slice(0, 40)}” is not.` }
    if (name.trim() in labels) return { ok: false, message: `The label “${name.trim()}” is there twice.` }
    labels[name.trim()] = value
  }
  return { ok: true, labels }
}
