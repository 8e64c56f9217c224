import type { storeSecrets, StoreType } from '#src/contract/stores.ts'
import { storeKinds } from '#src/deliveries/store-place.ts'
import { SecretField } from '#src/ui/field/secret-field.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { KeyFileField } from './key-file-field.tsx'
import { readServiceAccountKey } from './service-account-key.ts'
import styles from './stores.module.css'

type Secret = { name: (typeof storeSecrets)[StoreType][number]; label: string; look: 'id' | 'secret' | 'key-file' }

/** What opens a bucket, as its cloud calls it. Ids are shown as they are typed; what must stay secret is not. */
const fields: Record<StoreType, readonly Secret[]> = {
  S3: [
    { name: 'access_key_id', label: 'Access key ID', look: 'id' },
    { name: 'secret_access_key', label: 'Secret access key', look: 'secret' },
  ],
  GCS: [
    { name: 'service_account_credentials', label: 'Service account key', look: 'key-file' },
    { name: 'project_id', label: 'Project ID', look: 'id' },
  ],
  AZBLOB: [
    { name: 'account_name', label: 'Storage account', look: 'id' },
    { name: 'tenant_id', label: 'Tenant ID', look: 'id' },
    { name: 'client_id', label: 'Client ID', look: 'id' },
    { name: 'client_secret', label: 'Client secret', look: 'secret' },
  ],
}

type SecretFieldsProps = {
  type: StoreType
  secrets: Record<string, string>
  onChange: (secrets: Record<string, string>) => void
  /** By the API's name of the field. */
  problems: Record<string, string>
}

/** The secrets that a kind of store needs. */
export function SecretFields({ type, secrets, onChange, problems }: SecretFieldsProps) {
  const change = (name: string, value: string) => {
    const next = { ...secrets, [name]: value }
    // The key file of Google says the project too.
    const key = name === 'service_account_credentials' ? readServiceAccountKey(value) : undefined
    onChange(key?.ok && key.projectId && !secrets.project_id ? { ...next, project_id: key.projectId } : next)
  }
  return (
    <fieldset className={styles.secrets}>
      <legend className={styles.legend}>Access</legend>
      <p className={styles.note}>
        Must be allowed to write into the {storeKinds[type].bucket.toLowerCase()}. Sent to the service once, and kept
        nowhere in this app.
      </p>
      {fields[type].map(({ name, label, look }) => {
        const error = problems[`secrets.${name}`]
        const shared = {
          label,
          isRequired: true,
          value: secrets[name] ?? '',
          onChange: (value: string) => change(name, value),
          ...(error !== undefined && { error }),
        }
        if (look === 'key-file') return <KeyFileField key={name} {...shared} />
        if (look === 'secret') return <SecretField key={name} {...shared} />
        return <TextField key={name} {...shared} isCode autoComplete="off" />
      })}
    </fieldset>
  )
}
