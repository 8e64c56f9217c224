import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { Area } from '#src/geo/rings.ts'
import { useShowPlace } from '#src/map/fit-bounds.ts'
import { Button } from '#src/ui/button/button.tsx'
import { classNames } from '#src/ui/class-names.ts'
import styles from './area-findings.module.css'
import type { Finding } from './checked-area.ts'
import { FindingMarker } from './finding-marker.tsx'
import { words } from './words.ts'

type AreaFindingsProps = {
  findings: readonly Finding[]
  /** They change with every movement of the hand, and are not read aloud as long as they do. */
  isInHand: boolean
  notes: readonly string[]
  /** Puts the mended area in the place of the one with the problem. */
  onFix: (area: Area) => void
}

const icons = { error: CircleAlert, warning: TriangleAlert }

/** What is wrong with an area, in words here and as marks where it is on the map; mended by a press where that is certain. */
export function AreaFindings({ findings, isInHand, notes, onFix }: AreaFindingsProps) {
  const show = useShowPlace()
  return (
    <>
      {/* The list is there before its first entry, so that screen readers hear it. */}
      <ul aria-live={isInHand ? 'off' : 'polite'} className={styles.findings}>
        {findings.map(({ severity, message, at, fix }) => (
          <Entry key={message} icon={icons[severity]} look={styles[severity]} message={message}>
            {fix && (
              <Button size="s" onPress={() => onFix(fix)}>
                {words.fixIt}
              </Button>
            )}
            {at && (
              <Button size="s" tone="quiet" onPress={() => show(at)}>
                {words.showOnMap}
              </Button>
            )}
          </Entry>
        ))}
        {notes.map((message) => (
          <Entry key={message} icon={Info} look={styles.note} message={message} />
        ))}
      </ul>
      {findings.map(
        (finding) =>
          finding.at && <FindingMarker key={finding.message} finding={finding} at={finding.at} onFix={onFix} />,
      )}
    </>
  )
}

type EntryProps = { icon: LucideIcon; look: string | undefined; message: string; children?: React.ReactNode }

function Entry({ icon: Icon, look, message, children }: EntryProps) {
  return (
    <li className={classNames(styles.finding, look)}>
      <Icon size={14} aria-hidden />
      <div className={styles.words}>
        <span>{message}</span>
        {children && <div className={styles.actions}>{children}</div>}
      </div>
    </li>
  )
}
