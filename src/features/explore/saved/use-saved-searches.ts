import { useSyncExternalStore } from 'react'
import { notify } from '#src/ui/status/notice-store.ts'
import { words } from '../words.ts'
import { createSavedSearches, type SavedSearch } from './saved-searches.ts'

export const savedSearches = createSavedSearches(() => localStorage)

/** By name. */
export function useSavedSearches(): readonly SavedSearch[] {
  return useSyncExternalStore(savedSearches.subscribe, savedSearches.read)
}

/** Keeps a search, and says so; one that had the name before can be brought back. */
export function saveSearch(name: string, search: string): void {
  const replaced = savedSearches.save(name, search)
  notify({
    id: 'saved-search',
    tone: savedSearches.isKept() ? 'ok' : 'warn',
    title: replaced ? words.searchReplaced(replaced.name) : words.searchSaved(name),
    ...(!savedSearches.isKept() && { body: words.searchNotKept }),
    ...(replaced && { action: { label: words.undo, onPress: () => savedSearches.putBack(replaced) } }),
  })
}

export function removeSearch(entry: SavedSearch): void {
  savedSearches.remove(entry.id)
  notify({
    id: `saved-search-${entry.id}`,
    tone: 'ok',
    title: words.searchDeleted(entry.name),
    action: { label: words.undo, onPress: () => savedSearches.putBack(entry) },
  })
}
