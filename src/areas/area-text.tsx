import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { parseArea } from '#src/geo/parse-area.ts'
import type { Area } from '#src/geo/rings.ts'
import { Button } from '#src/ui/button/button.tsx'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { areaToText } from './area-to-text.ts'
import styles from './area-section.module.css'
import { words as importWords } from './import/import-words.ts'
import { words } from './words.ts'

/** Text beyond that is read in a worker, and not at each letter. */
const mostRead = 20_000

type AreaTextProps = {
  /** What the field starts with. */
  area: Area | null
  /** `notes`: what was mended on reading, if anything. */
  onUse: (area: Area, notes: readonly string[]) => void
  /** For files, and for text of kinds that need more. Resolves to what is wrong, in words, if anything. */
  onImport: (files: readonly File[], isToldElsewhere?: boolean) => Promise<string | undefined>
  onClose: () => void
}

/** The area by keyboard: typed, pasted, or out of a file. What was typed stays until it is good. */
export function AreaText({ area, onUse, onImport, onClose }: AreaTextProps) {
  const [text, setText] = useState(() => (area ? areaToText(area) : ''))
  const [error, setError] = useState<string>()
  const isShort = text.length <= mostRead
  const parsed = isShort && text.trim() !== '' ? parseArea(text) : null

  const take = async () => {
    if (parsed?.ok) return onUse(parsed.geometry, parsed.notes)
    // Another system, a table, KML: what reads files may know it, and knows best why not.
    setError(await onImport([new File([text], importWords.typed)], true))
  }
  return (
    <form
      className={styles.text}
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void take()
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
        <FileTrigger allowsMultiple onSelect={(files) => files && void onImport([...files])}>
          <Button size="s" icon={FileUp}>
            {words.openFile}
          </Button>
        </FileTrigger>
        <span className={styles.gap} />
        <Button size="s" tone="quiet" onPress={onClose}>
          {words.closeText}
        </Button>
      </div>
    </form>
  )
}
