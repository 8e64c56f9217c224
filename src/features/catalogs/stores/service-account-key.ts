import { jsonErrorAt } from '#src/geo/json-error-at.ts'

export type ReadKey = { ok: true; email: string; projectId: string | undefined } | { ok: false; message: string }

const pemStart = '-----BEGIN PRIVATE KEY-----'

/**
 * The key file of a Google service account, as the console hands it out (cloud.google.com/iam/docs/keys-create-delete): JSON
 * with `type`, `project_id`, `private_key` and `client_email`. Says what is missing, and where the text stops being JSON;
 * never repeats any of it.
 */
export function readServiceAccountKey(text: string): ReadKey {
  const no = (message: string): ReadKey => ({ ok: false, message })
  const at = jsonErrorAt(text)
  if (at !== undefined) return no(notJson(text, at))
  const key: unknown = JSON.parse(text)
  if (typeof key !== 'object' || key === null || Array.isArray(key))
    return no('This is JSON, but not a key file: a key file is an object in braces.')
  const { type, project_id: projectId, private_key: pem, client_email: email } = key as Record<string, unknown>
  if (type !== 'service_account')
    return no('This is JSON, but not the key of a service account: its “type” is not “service_account”.')
  if (typeof email !== 'string' || email === '') return no('The key has no “client_email”. Download it again.')
  if (typeof pem !== 'string' || !pem.includes(pemStart))
    return no(`The “private_key” has no “${pemStart}”: it was cut or changed. Download the key again.`)
  return { ok: true, email, projectId: typeof projectId === 'string' && projectId !== '' ? projectId : undefined }
}

function notJson(text: string, at: number): string {
  const before = text.slice(0, at).split('\n')
  const where = `line ${before.length}, character ${(before.at(-1) ?? '').length + 1}`
  return at >= text.trimEnd().length
    ? `The key ends too early, at ${where}. Paste the whole file.`
    : `This is not JSON from ${where} on. Paste the key file as it was downloaded.`
}
