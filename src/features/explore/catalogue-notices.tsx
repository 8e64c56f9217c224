import { noticeForQuery } from '#src/api/errors.ts'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import type { CatalogueState } from './use-found-scenes.ts'
import { words } from './words.ts'

/** What went wrong with one catalogue or both. One that failed takes nothing from the other. */
export function CatalogueNotices({ catalogues }: { catalogues: readonly CatalogueState[] }) {
  const failed = catalogues.filter(({ error }) => error)
  return (
    <>
      {failed.map(({ source, error, retry, isFetching }) => {
        const { what, ...notice } = noticeForQuery({ error, refetch: retry, isFetching })
        return (
          <PanelPart key={source}>
            <ErrorNotice
              {...notice}
              what={words.catalogueFailed(words.catalogues[source], what)}
              kept={failed.length < catalogues.length ? words.othersShown : undefined}
            />
          </PanelPart>
        )
      })}
      {catalogues.map(
        ({ source, isCut }) =>
          isCut && (
            <PanelPart key={`${source} cut`}>
              <p role="status">{words.catalogueCut(words.catalogues[source])}</p>
            </PanelPart>
          ),
      )}
    </>
  )
}
