import type { Position } from 'geojson'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { Button as PressArea } from 'react-aria-components'
import type { Area } from '#src/geo/rings.ts'
import { Marker } from '#src/map/marker.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { classNames } from '#src/ui/class-names.ts'
import { Popover } from '#src/ui/overlay/popover.tsx'
import styles from './area-findings.module.css'
import type { Finding } from './checked-area.ts'
import { words } from './words.ts'

type FindingMarkerProps = { finding: Finding; at: Position; onFix: (area: Area) => void }

/** A mark where a problem is; pressed, it says what is wrong and offers to mend it. */
export function FindingMarker({ finding: { severity, message, fix }, at, onFix }: FindingMarkerProps) {
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  return (
    <Marker position={at}>
      <Popover
        label={words.problemHere(message)}
        placement="top"
        trigger={
          <PressArea aria-label={words.problemHere(message)} className={classNames(styles.mark, styles[severity])}>
            <Icon size={16} aria-hidden />
          </PressArea>
        }
      >
        {(close) => (
          <div className={styles.said}>
            <p>{message}</p>
            {fix && (
              <Button
                size="s"
                tone="primary"
                onPress={() => {
                  close()
                  onFix(fix)
                }}
              >
                {words.fixIt}
              </Button>
            )}
          </div>
        )}
      </Popover>
    </Marker>
  )
}
