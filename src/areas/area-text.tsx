import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { parseArea } from '#src/geo/parse-area.ts'
import type { Area } from '#src/geo/rings.ts'
import { Button } from '#src/ui/button/button.tsx'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { areaToText } from './area-to-text.ts'
import styles from './area-section.module.css'
import { words } from './words.ts'

const largestFileMb = 5
const fileKinds = '.geojson,.json,.wkt,.txt,.csv'

type AreaTextProps = {
  /** What the field starts with. */
  area: Area | null
  /** `notes`: what was mended on reading, if anything. */
  onUse: (area: Area, notes: readonly string[]) => void
  onClose: () => void
}

/** The area by keyboard: typed, pasted, or out of a file. What was typed stays until it is good. */
export function AreaText({ area, onUse, onClose }: AreaTextProps) {
  const [text, setText] = useState(() => (area ? areaToText(area) : ''))
  const [error, setError] = useState<string>()
  const file = useRef<HTMLInputElement>(null)
  const parsed = text.trim() === '' ? null : parseArea(text)

  const take = (from: string) => {
    const read = parseArea(from)
    setError(read.ok ? undefined : read.message)
    if (read.ok) onUse(read.geometry, read.notes)
  }
  const open = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > largestFileMb * 1e6) return setError(words.fileTooLarge(largestFileMb))
    const read = await chosen.text().catch(() => null)
    if (read === null) return setError(words.fileUnread)
    setText(read)
    take(read)
  }
  return (
    <form
      className={styles.text}
      onSubmit={(event) => {
        event.preventDefault()
        take(text)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take(text)
        if (event.key === 'Escape') onClose()
      }}
    >
      <TextArea
        label={words.text}
        rows={5}
        isCode
        autoFocus
        value={text}
        onChange={(next) => {
          setText(next)
          setError(undefined)
        }}
        placeholder={words.textPlaceholder}
        description={parsed?.ok ? words.textUnderstood(parsed.understoodAs) : words.textHelp}
        error={error}
      />
      <div className={styles.textActions}>
        <Button type="submit" tone="primary" size="s" isDisabled={text.trim() === ''}>
          {words.useText}
        </Button>
        <Button size="s" icon={FileUp} onPress={() => file.current?.click()}>
          {words.openFile}
        </Button>
        <input
          ref={file}
          type="file"
          accept={fileKinds}
          tabIndex={-1}
          aria-label={words.openFile}
          className={styles.file}
          onChange={(event) => {
            void open(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <span className={styles.gap} />
        <Button size="s" tone="quiet" onPress={onClose}>
          {words.closeText}
        </Button>
      </div>
    </form>
  )
}
