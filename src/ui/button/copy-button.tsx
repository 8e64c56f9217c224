import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'

type CopyButtonProps = {
  text: string
  /** What is copied, as "Copy scene id". */
  label?: string
  isIconOnly?: boolean
  size?: 's' | 'm'
}

const shownMs = 2000

/** Copies text and says so, to eyes and screen readers. */
export function CopyButton({ text, label = words.copy, isIconOnly = false, size = 's' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<string>()
  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome(words.copied),
      () => setOutcome(words.copyFailed),
    )
  const icon = outcome === words.copied ? Check : Copy
  return (
    <>
      {isIconOnly ? (
        <IconButton icon={icon} label={outcome ?? label} size={size} onPress={copy} />
      ) : (
        <Button tone="quiet" icon={icon} size={size} onPress={copy}>
          {outcome ?? label}
        </Button>
      )}
      <VisuallyHidden aria-live="polite">{outcome}</VisuallyHidden>
    </>
  )
}
