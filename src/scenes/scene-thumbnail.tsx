import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '#src/ui/class-names.ts'
import styles from './scene-thumbnail.module.css'
import { words } from './words.ts'

type SceneThumbnailProps = {
  url: string | undefined
  /** What is seen, for screen readers; empty where the row says it already. */
  alt?: string
  size?: 's' | 'l'
}

/** A scene's quicklook. Keeps its place while the service draws it, which can take seconds the first time. */
export function SceneThumbnail({ url, alt = '', size = 's' }: SceneThumbnailProps) {
  const [state, setState] = useState<{ url?: string; is?: 'shown' | 'failed' }>({})
  const shown = state.url === url ? state.is : undefined
  const isMissing = url === undefined || shown === 'failed'
  return (
    <span
      className={classNames(styles.frame, styles[size], !isMissing && shown === undefined && styles.waiting)}
      title={isMissing ? (url === undefined ? words.noQuicklook : words.quicklookFailed) : undefined}
    >
      {isMissing ? (
        <ImageOff size={size === 's' ? 14 : 20} strokeWidth={1.5} aria-label={alt ? words.noQuicklook : undefined} />
      ) : (
        <img
          src={url}
          alt={alt}
          loading="lazy"
          decoding="async"
          draggable={false}
          onLoad={() => setState({ url, is: 'shown' })}
          onError={() => setState({ url, is: 'failed' })}
          className={classNames(styles.picture, shown === 'shown' && styles.shown)}
        />
      )}
    </span>
  )
}
