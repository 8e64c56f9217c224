import { useEffect, useEffectEvent } from 'react'
import { DropFiles } from '#src/ui/overlay/drop-files.tsx'
import { words } from './import-words.ts'

/** Takes what is dropped on the window, and what is pasted while no text field has the focus. */
export function PasteOrDrop({ onFiles }: { onFiles: (files: readonly File[]) => unknown }) {
  const take = useEffectEvent((files: readonly File[]) => void onFiles(files))
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTextField(event.target)) return
      const { files, text } = contentOf(event.clipboardData)
      if (files.length > 0) take(files)
      else if (text.trim() !== '') take([new File([text], words.pasted)])
      else return
      event.preventDefault()
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
  return <DropFiles onFiles={onFiles}>{words.drop}</DropFiles>
}

function contentOf(data: DataTransfer | null): { files: File[]; text: string } {
  return { files: [...(data?.files ?? [])], text: data?.getData('text/plain') ?? '' }
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
