import { ToggleButton } from 'react-aria-components'
import styles from './results.module.css'

type ClassSwatchProps = { colour: string; label: string; isShown: boolean; onChange: (isShown: boolean) => void }

/** The colour of a class in a legend, which shows and hides the class on the map. */
export function ClassSwatch({ colour, label, isShown, onChange }: ClassSwatchProps) {
  return (
    <ToggleButton
      aria-label={`Show ${label} on the map`}
      isSelected={isShown}
      onChange={onChange}
      className={styles.swatch}
      style={{ '--class-colour': colour } as React.CSSProperties}
    />
  )
}
