import styles from './kbd.module.css'

const appleNames: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }
const otherNames: Record<string, string> = { Mod: 'Ctrl' }

/** A key or a chord such as "Mod+K"; `Mod` is Command on Apple machines and Ctrl elsewhere. */
export function Kbd({ keys }: { keys: string }) {
  const names = isApple() ? appleNames : otherNames
  return (
    <span className={styles.chord}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles.key}>
          {names[key] ?? key}
        </kbd>
      ))}
    </span>
  )
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}
