import { useState, type ReactNode } from 'react'
import { LinkedMap } from '#src/map/linked-map.tsx'
import { Marker } from '#src/map/marker.tsx'
import { useMapEvent } from '#src/map/use-map.ts'
import type { ViewBox } from '#src/map/view-inset.ts'
import { useSpectra } from '../spectra/spectra-context.ts'
import { SpectraMarks } from '../spectra/spectra.layer.tsx'
import styles from './compare.module.css'
import { ValuesReadout } from './values-readout.tsx'
import { words } from './words.ts'

type Place = [lng: number, lat: number]

/** The map of picture B, beside that of A: with the same pins, and where the pointer is on the other. */
export function HalfOfB({ box, children }: { box: ViewBox; children: ReactNode }) {
  const [onA, setOnA] = useState<Place>()
  const [onB, setOnB] = useState<Place>()
  return (
    <>
      <PointerOf onMove={setOnA} />
      <Echo at={onB} />
      <LinkedMap label={words.mapB} box={box}>
        {children}
        <SpectraMarks />
        <PinByClick />
        <PointerOf onMove={setOnB} />
        <Echo at={onA} />
        <ValuesReadout />
      </LinkedMap>
    </>
  )
}

function PointerOf({ onMove }: { onMove: (place: Place | undefined) => void }) {
  useMapEvent('mousemove', ({ lngLat }) => onMove(lngLat.wrap().toArray() as Place))
  useMapEvent('mouseout', () => onMove(undefined))
  return null
}

function Echo({ at }: { at: Place | undefined }) {
  if (!at) return null
  return (
    <Marker position={at}>
      <span className={styles.echo} aria-hidden />
    </Marker>
  )
}

function PinByClick() {
  const { addPoint, tool } = useSpectra()
  useMapEvent('click', ({ lngLat }) => {
    if (tool === null || tool.kind === 'crosshair') addPoint(lngLat.wrap().toArray() as Place)
  })
  return null
}
