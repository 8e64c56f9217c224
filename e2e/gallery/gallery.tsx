import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Notices } from '#src/ui/status/notices.tsx'
import { applyStoredTheme, chooseTheme, useThemeChoice } from '#src/ui/theme.ts'
import { UiRoot } from '#src/ui/ui-root.tsx'
import { ButtonSamples } from './button-samples.tsx'
import { DataSamples } from './data-samples.tsx'
import { FieldSamples } from './field-samples.tsx'
import styles from './gallery.module.css'
import { OverlaySamples } from './overlay-samples.tsx'
import { PanelSamples } from './panel-samples.tsx'
import { StatusSamples } from './status-samples.tsx'

const themes = [
  { id: 'dark', label: 'Dark' },
  { id: 'light', label: 'Light' },
  { id: 'auto', label: 'System' },
] as const

/** Every component in every state, for eyes, screenshots and accessibility checks; served in development only. */
function Gallery() {
  return (
    <UiRoot>
      <div className={styles.page}>
        <header className={styles.header}>
          <h1 className={styles.title}>Components</h1>
          <ToggleButtonGroup label="Theme" options={themes} value={useThemeChoice()} onChange={chooseTheme} />
        </header>
        <main>
          <PanelSamples />
          <div className={styles.columns}>
            <ButtonSamples />
            <FieldSamples />
            <StatusSamples />
            <DataSamples />
            <OverlaySamples />
          </div>
        </main>
      </div>
      <Notices />
    </UiRoot>
  )
}

applyStoredTheme()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
)
