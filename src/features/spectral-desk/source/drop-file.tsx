import { useEffect, useEffectEvent, useState } from 'react'
import { useOpenFile } from './use-open-file.ts'
import styles from './source.module.css'

/** Takes a GeoTIFF dropped anywhere in the window while the desk is open. */
export function DropFile() {
  const open = useOpenFile()
  const [isOver, setIsOver] = useState(false)
  const drop = useEffectEvent((event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    open([...(event.dataTransfer?.files ?? [])])
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
      <p>Drop a GeoTIFF, or an ENVI file with its header, to look into it. It stays on this machine.</p>
    </div>
  )
}
