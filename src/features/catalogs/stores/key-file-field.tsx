import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#src/ui/button/button.tsx'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { readServiceAccountKey } from './service-account-key.ts'
import styles from './stores.module.css'

type KeyFileFieldProps = { label: string; value: string; onChange: (text: string) => void; error?: string }

/** A key file has 2 kB. */
const largestBytes = 100_000

/** The key of a service account, from its file or pasted. It is made out at once: whose it is, or where it is broken. */
export function KeyFileField({ label, value, onChange, error }: KeyFileFieldProps) {
  const file = useRef<HTMLInputElement>(null)
  const [fileError, setFileError] = useState<string>()
  const read = value.trim() === '' ? undefined : readServiceAccountKey(value)
  const shownError = fileError ?? (read && !read.ok ? read.message : error)
  const open = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > largestBytes) return setFileError('The file is far too large for a key. Choose the .json file.')
    const text = await chosen.text().catch(() => null)
    if (text === null) return setFileError('The file could not be read.')
    setFileError(undefined)
    onChange(text)
  }
  return (
    <div className={styles.keyFile}>
      <TextArea
        label={label}
        isRequired
        isCode
        isMasked
        rows={3}
        autoComplete="off"
        placeholder="Paste the .json key file, or open it"
        value={value}
        onChange={(text) => {
          setFileError(undefined)
          onChange(text)
        }}
        {...(read?.ok && { description: `Key of ${read.email}` })}
        {...(shownError !== undefined && { error: shownError })}
      />
      <Button size="s" icon={FileUp} onPress={() => file.current?.click()}>
        Open key file
      </Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label="Key file"
        className={styles.file}
        onChange={(event) => {
          void open(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </div>
  )
}
