import { useRouteError } from 'react-router'
import { wordsFor } from '#src/api/errors.ts'
import { paths } from '#src/paths.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { words } from './words.ts'

/** Stands where a screen broke; the map and the navigation stay. */
export function ErrorScreen() {
  const error = useRouteError()
  // After an update the files of the old build are gone: its screens can only come with a reload.
  const isStale = error instanceof TypeError && /module|import/i.test(error.message)
  const { title, whatToDo, serverWords } = wordsFor(error)
  return (
    <Panel title={words.brokenTitle}>
      <title>{words.pageTitle(words.brokenTitle)}</title>
      <ErrorNotice
        what={isStale ? words.screenNotLoaded : title}
        advice={isStale ? words.screenNotLoadedAdvice : whatToDo}
        details={isStale ? undefined : (serverWords ?? String(error))}
        actions={
          <>
            <Button size="s" onPress={() => window.location.reload()}>
              {words.reload}
            </Button>
            <LinkButton size="s" tone="quiet" href={paths.explore()}>
              {words.toExplore}
            </LinkButton>
          </>
        }
      />
    </Panel>
  )
}
