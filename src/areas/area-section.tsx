import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Area } from '#src/geo/rings.ts'
import { DrawArea, type DrawCombine, type DrawHandle } from '#src/map/draw-area.tsx'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { Section } from '#src/ui/panel/section.tsx'
import { figuresOf } from './area-figures.ts'
import { AreaFindings } from './area-findings.tsx'
import { AreaText } from './area-text.tsx'
import { DrawOptions } from './draw-options.tsx'
import { DrawShortcuts } from './draw-shortcuts.tsx'
import { AreaTools, type AreaTool } from './area-tools.tsx'
import styles from './area-section.module.css'
import { checkArea, type CheckedArea, type Finding } from './checked-area.ts'
import { ExportMenu } from './export/export-menu.tsx'
import { ImportButton } from './import/import-button.tsx'
import { ImportPart } from './import/import-part.tsx'
import { PasteOrDrop } from './import/paste-or-drop.tsx'
import { takenName } from './import/taken-name.ts'
import { useAreaImport } from './import/use-area-import.ts'
import { words } from './words.ts'

type AreaSectionProps = {
  area: Area | null
  checked: CheckedArea | null
  /** How it was checked: what the hand makes of it is checked alike. */
  check?: (area: Area) => CheckedArea
  tool: AreaTool
  onToolChange: (tool: AreaTool) => void
  onChange: (area: Area | null) => void
  /** What the service has against it. */
  refusals?: readonly string[]
  /** The address speaks of an area that can not be read. */
  isAddressUnread?: boolean
  /** The area with what the hand is doing to it, once a frame. */
  onLive?: (area: Area | null) => void
  /** What corners snap to besides the area itself. */
  snapTargets?: readonly Area[]
}

/** Draw the area, or type it; its size, and in words what is wrong with it. */
export function AreaSection(props: AreaSectionProps) {
  const {
    area,
    checked,
    check = checkArea,
    tool,
    onToolChange,
    onChange,
    refusals = [],
    isAddressUnread = false,
    onLive,
    snapTargets,
  } = props
  const draw = useRef<DrawHandle>(null)
  const tools = useRef<HTMLDivElement>(null)
  const [live, setLive] = useState<Area | null>(null)
  const [said, setSaid] = useState('')
  const [combine, setCombine] = useState<DrawCombine>('replace')
  const [isSnapping, setSnapping] = useState(true)
  const [reading, setReading] = useState<{ of: Area; notes: readonly string[] }>()
  const [history, setHistory] = useState({ undo: false, redo: false })
  const [isOpen, setOpen] = useState(true)
  const fit = useFitBounds()
  const importButton = useRef<HTMLButtonElement>(null)
  const imports = useAreaImport((taken, { isFirst, wasChosen }) => {
    onChange(taken)
    if (isFirst) fit(taken)
    // The list or the field that had the focus is gone.
    if (wasChosen || tool === 'text') importButton.current?.focus()
    onToolChange(null)
  })
  const openFiles = (files: readonly File[], isToldElsewhere?: boolean) => {
    // What comes of a file is told in here.
    setOpen(true)
    return imports.open(files, isToldElsewhere)
  }
  const importing = imports.state?.step === 'taken' && imports.state.given !== area ? null : imports.state
  const mode = tool === 'text' ? null : tool
  // The hand may hold a shape that is not finished; else the area speaks, also before the map is there.
  const shown = (mode && live) || area
  // Limits are told before they are hit; mended is what has been drawn, not what is being drawn.
  const inHand = useDeferredValue(mode && live !== area ? live : null)
  const foundInHand = useMemo(
    () => inHand && check(inHand).findings.map(({ severity, message }): Finding => ({ severity, message })),
    [inHand, check],
  )
  const take = (next: AreaTool) => {
    if (next === null || next === 'edit' || next === 'split') setCombine('replace')
    onToolChange(next)
  }
  const closeText = () => {
    onToolChange(null)
    tools.current?.querySelector<HTMLElement>(`[aria-label="${words.typeCoordinates}"]`)?.focus()
  }
  const hasHand = mode !== null
  useEffect(() => (hasHand ? () => onLive?.(null) : undefined), [hasHand, onLive])
  const isMeasurable = mode !== null || (checked?.isMeasurable ?? false)
  const figures = useMemo(() => shown && figuresOf(shown, isMeasurable), [shown, isMeasurable])
  return (
    <Section
      title={words.area}
      isExpanded={isOpen}
      onExpandedChange={setOpen}
      summary={
        <span data-figures className={styles.measure}>
          {figures ?? words.areaNone}
        </span>
      }
      actions={
        <>
          <ImportButton ref={importButton} onFiles={openFiles} />
          <ExportMenu area={area} name={importing?.step === 'taken' ? takenName(importing) : undefined} />
        </>
      }
    >
      <PasteOrDrop onFiles={openFiles} />
      <DrawArea
        ref={draw}
        mode={mode}
        value={area}
        onChange={onChange}
        // Holes and parts come in numbers: the tool stays in hand for the next.
        onFinish={() => combine === 'replace' && take(null)}
        onCancel={() => {
          setSaid('')
          take(null)
        }}
        onLive={(next) => {
          setLive(next)
          onLive?.(mode ? next : null)
        }}
        onHistory={setHistory}
        onSay={setSaid}
        combine={area ? combine : 'replace'}
        snapTargets={isSnapping ? snapTargets : null}
      />
      <AreaTools
        ref={tools}
        tool={tool}
        onToolChange={(next) => {
          setSaid('')
          take(next)
        }}
        hasArea={area !== null}
        history={history}
        onUndo={() => draw.current?.undo()}
        onRedo={() => draw.current?.redo()}
        onZoom={() => area && fit(area)}
        onRemove={() => {
          onChange(null)
          if (tool === 'edit' || tool === 'split') take(null)
        }}
      />
      {mode && (
        <>
          <DrawShortcuts mode={mode} draw={draw} />
          <DrawOptions
            mode={mode}
            combine={area ? combine : null}
            onCombineChange={setCombine}
            isSnapping={isSnapping}
            onSnappingChange={setSnapping}
          />
          <p className={styles.hint}>{words.hints[mode]}</p>
        </>
      )}
      {/* There before its first words, so that screen readers hear them. */}
      <p role="status" className={styles.said}>
        {said}
      </p>
      {tool === 'text' && (
        <AreaText
          area={area}
          onUse={(typed, notes) => {
            onChange(typed)
            setReading({ of: typed, notes })
            fit(typed)
            // What is wrong with it is mended here: the text stays.
            if (checkArea(typed).usable) closeText()
          }}
          onImport={openFiles}
          onClose={closeText}
        />
      )}
      {importing && (
        <ImportPart
          {...imports}
          state={importing}
          close={() => {
            // The view had gone to what could be chosen.
            if (importing.step === 'choosing' && area) fit(area)
            imports.close()
            importButton.current?.focus()
          }}
        />
      )}
      <AreaFindings
        isInHand={foundInHand !== null}
        findings={
          foundInHand ?? [...(isAddressUnread ? [unread] : []), ...(checked?.findings ?? []), ...refusals.map(toError)]
        }
        onFix={onChange}
        notes={[
          ...(reading?.of === area && reading.notes.length > 0 ? [words.asRead(reading.notes)] : []),
          ...(checked?.notes ?? []),
        ]}
      />
    </Section>
  )
}

const toError = (message: string): Finding => ({ severity: 'error', message })
const unread = toError(words.addressUnread)
