import { useEffect, useRef } from 'react'
import { useMapState } from './use-map.ts'

export type FeatureId = string | number

/** Sets the feature-state `key` to true on these features of a source, and clears it on those that were set before. */
export function useFeatureState(source: string, key: 'selected' | 'hover', ids: readonly FeatureId[]): void {
  const { map, styleRevision } = useMapState()
  const marked = useRef({ styleRevision: 0, source: '', ids: new Set<FeatureId>() })

  useEffect(() => {
    if (!map?.getSource(source)) return
    const now = new Set(ids)
    // A source made anew has no states yet.
    const isNew = marked.current.styleRevision !== styleRevision || marked.current.source !== source
    const before = isNew ? new Set<FeatureId>() : marked.current.ids
    for (const id of before) if (!now.has(id)) map.removeFeatureState({ source, id }, key)
    for (const id of now) if (!before.has(id)) map.setFeatureState({ source, id }, { [key]: true })
    marked.current = { styleRevision, source, ids: now }
  })
}
