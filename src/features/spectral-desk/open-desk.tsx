import { Keyboard, Maximize } from 'lucide-react'
import { useMemo, useRef, useState, type ComponentProps, type ReactNode } from 'react'
import { gridOutline } from '#src/imagery/raster-grid.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { ShortcutList } from '#src/ui/shortcuts/shortcut-list.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { CompareLayer } from './compare/compare.layer.tsx'
import { ComparePart } from './compare/compare-part.tsx'
import { ComparisonProvider } from './compare/comparison-provider.tsx'
import { CompareOverMap } from './compare/compare-over-map.tsx'
import { DeskContext, type DeskScene } from './desk-context.ts'
import { DeskDock } from './desk-dock.tsx'
import { DeskLayer } from './desk.layer.tsx'
import { ExportMenu } from './export/export-menu.tsx'
import { useSaveValues } from './export/use-save-values.ts'
import { WritingLine } from './export/writing-line.tsx'
import { PicturePart } from './picture/picture-part.tsx'
import { PixelControls } from './picture/pixel-controls.tsx'
import { LikenessPart } from './spectra/likeness-part.tsx'
import { SpectraProvider } from './spectra/spectra-provider.tsx'
import { useShownPicture } from './picture/use-shown-picture.ts'
import { SceneChooser } from './source/scene-chooser.tsx'
import type { ViewOfDesk } from './use-view.ts'

/** Of the panel at the left. */
export const firstWidthPx = 372

type OpenDeskProps = {
  scene: DeskScene
  view: ViewOfDesk
  panel: Omit<ComponentProps<typeof Panel>, 'children'>
  /** Why the raster that was asked for is not on the map; the scene is the last that was. */
  problem?: ReactNode
}

/** The desk with a raster on it: controls at the left, charts below, the picture on the map. */
export function OpenDesk({ scene, view, panel, problem }: OpenDeskProps) {
  const { picture, changePicture } = view
  const [widthPx, setWidthPx] = useState(firstWidthPx)
  const [isListing, setListing] = useState(false)
  const formula = useRef<HTMLTextAreaElement>(null)
  const { read, shown } = useShownPicture(scene.cog, picture)
  const { grid } = scene.cog.info
  const outline = useMemo(() => gridOutline(grid), [grid])
  const fit = useFitBounds()
  const values = useSaveValues()
  const isMissing = problem !== undefined
  const desk = useMemo(
    () => ({ scene, picture, changePicture, read, shown, isMissing }),
    [scene, picture, changePicture, read, shown, isMissing],
  )
  useShortcuts([
    { keys: '1', does: 'Show a composite', run: () => changePicture({ show: 'composite' }) },
    { keys: '2', does: 'Show a formula', run: () => changePicture({ show: 'formula' }) },
    { keys: '3', does: 'Show one band', run: () => changePicture({ show: 'band' }) },
    {
      keys: '/',
      does: 'Type a formula',
      run: () => {
        changePicture({ show: 'formula' })
        // The field comes with the change.
        requestAnimationFrame(() => formula.current?.focus())
      },
    },
    { keys: 'F', does: 'Fit the picture into view', run: () => fit(outline) },
    {
      keys: 'H',
      does: 'Hide the picture, and show it again',
      run: () => changePicture({ opacity: picture.opacity === 0 ? 100 : 0 }),
    },
    { keys: '?', does: 'List these keys', run: () => setListing(true) },
  ])
  return (
    <DeskContext value={desk}>
      <ComparisonProvider view={view}>
        <SpectraProvider>
          <Panel
            {...panel}
            widthPx={widthPx}
            onWidthChange={setWidthPx}
            actions={
              <>
                <SceneChooser />
                <ExportMenu onSaveValues={(result) => void values.save(result)} />
                <IconButton
                  icon={Maximize}
                  label="Fit the picture into view"
                  shortcut="F"
                  onPress={() => fit(outline)}
                />
                <IconButton icon={Keyboard} label="Keyboard shortcuts" shortcut="?" onPress={() => setListing(true)} />
              </>
            }
          >
            {values.writing && <WritingLine writing={values.writing} onCancel={values.cancel} />}
            {problem ?? (
              <>
                <DeskLayer />
                <CompareLayer />
              </>
            )}
            <LikenessPart />
            <PicturePart formulaRef={formula} />
            <ComparePart />
            <PixelControls />
          </Panel>
          <DeskDock />
          <CompareOverMap />
        </SpectraProvider>
      </ComparisonProvider>
      <ShortcutList isOpen={isListing} onOpenChange={setListing} />
    </DeskContext>
  )
}
