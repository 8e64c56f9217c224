import { ImageOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { classNames } from '#src/ui/class-names.ts'
import { waitForTurn } from './picture-turns.ts'
import styles from './scene-thumbnail.module.css'
import { words } from './words.ts'

type SceneThumbnailProps = {
  url: string | undefined
  /** What is seen, for screen readers; empty where the row says it already. */
  alt?: string
  size?: 's' | 'l'
}

/** A row scrolled past is gone: without this the browser would go on loading its picture before those in sight. */
function stopLoadingWhenGone(image: HTMLImageElement | null) {
  return () => {
    if (image && !image.complete) image.removeAttribute('src')
  }
}

/** How far outside of the window a picture is asked for. */
const ahead = '200px'

/** A scene's quicklook. Keeps its place while the service draws it, which can take seconds the first time. */
export function SceneThumbnail({ url, alt = '', size = 's' }: SceneThumbnailProps) {
  const frame = useRef<HTMLSpanElement>(null)
  const settle = useRef<() => void>(undefined)
  const [state, setState] = useState<{ url?: string; is?: 'loading' | 'shown' | 'failed' }>({})
  const is = state.url === url ? state.is : undefined
  const isMissing = url === undefined || is === 'failed'

  useEffect(() => {
    const element = frame.current
    if (url === undefined || !element) return
    let isStarted = false
    const observer = new IntersectionObserver(
      (entries) => {
        if (isStarted) return
        settle.current?.()
        settle.current = undefined
        if (!entries.at(-1)?.isIntersecting) return
        settle.current = waitForTurn(() => {
          isStarted = true
          setState({ url, is: 'loading' })
        })
      },
      { rootMargin: ahead },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      settle.current?.()
    }
  }, [url])

  const end = (how: 'shown' | 'failed') => {
    setState({ url, is: how })
    settle.current?.()
  }
  return (
    <span
      ref={frame}
      className={classNames(styles.frame, styles[size], !isMissing && is !== 'shown' && styles.waiting)}
      title={isMissing ? (url === undefined ? words.noQuicklook : words.quicklookFailed) : undefined}
    >
      {isMissing && (
        <ImageOff size={size === 's' ? 14 : 20} strokeWidth={1.5} aria-label={alt ? words.noQuicklook : undefined} />
      )}
      {!isMissing && is !== undefined && (
        <img
          ref={stopLoadingWhenGone}
          src={url}
          alt={alt}
          decoding="async"
          draggable={false}
          onLoad={() => end('shown')}
          onError={() => end('failed')}
          className={classNames(styles.picture, is === 'shown' && styles.shown)}
        />
      )}
    </span>
  )
}
