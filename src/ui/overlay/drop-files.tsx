import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import styles from './drop-files.module.css'

type DropFilesProps = {
  /** Said while a file is held over the window. */
  children: ReactNode
  onFiles: (files: File[]) => void
}

/** Takes files dropped anywhere in the window while it is mounted; a veil over the window says what may be dropped. */
export function DropFiles({ children, onFiles }: DropFilesProps) {
  const [isOver, setIsOver] = useState(false)
  const drop = useEffectEvent((event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    onFiles([...(event.dataTransfer?.files ?? [])])
  })
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      // Going from one element to another within the window leaves nothing.
      if (event.relatedTarget === null) setIsOver(false)
    }
    const onDrop = (event: DragEvent) => holdsFiles(event) && drop(event)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className={styles.drop} aria-hidden>
      <p>{children}</p>
    </div>
  )
}
