import { MapPinned } from 'lucide-react'
import { Button } from '#src/ui/button/button.tsx'
import { Badge } from '#src/ui/status/badge.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { SkeletonRows, SkeletonText } from '#src/ui/status/skeleton.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { Row, Sample } from './sample.tsx'

export function StatusSamples() {
  return (
    <>
      <Sample title="States">
        {(['plain', 'pill'] as const).map((look) => (
          <Row key={look}>
            <StatusBadge look={look} tone="ok" word="Ready" raw="SUCCESSFUL" />
            <StatusBadge look={look} tone="busy" word="Preparing" raw="in_progress" />
            <StatusBadge look={look} tone="warn" word="Partly ready" raw="PARTIAL" />
            <StatusBadge look={look} tone="fail" word="Failed" raw="FAILED" />
            <StatusBadge look={look} tone="idle" word="Waiting" raw="created" />
          </Row>
        ))}
        <Row>
          <Badge>L2A</Badge>
          <Badge>135 bands</Badge>
          <Badge tone="accent">In cart</Badge>
        </Row>
      </Sample>
      <Sample title="Progress">
        <ProgressBar label="scene_0412.tif" done={412} total={1024} amount="412 of 1,024 MB" secondsLeft={94} />
        <ProgressBar label="Preparing AOI" done={3} total={7} amount="3 of 7 scenes" />
        <ProgressBar label="Waiting for the server" />
        <ProgressBar label="Paused" done={640} total={1024} amount="640 of 1,024 MB" tone="paused" />
        <ProgressBar label="Saved" done={100} tone="ok" />
        <ProgressBar label="Row progress" done={35} isBare />
      </Sample>
      <Sample title="Errors">
        <ErrorNotice
          what="The scenes could not be fetched: the service does not answer."
          kept="Your area and filters are still here."
          advice="Check the connection, then try again."
          onRetry={() => notify({ tone: 'info', title: 'Trying again' })}
          details={
            'GET /v0/archives/search\n503 Service Unavailable\n{"code":"unavailable","message":"upstream timeout"}'
          }
        />
        <ErrorNotice tone="warn" what="3 of 12 scenes have no quicklook." kept="They can still be ordered." />
      </Sample>
      <Sample title="Loading and empty">
        <SkeletonRows rows={3} label="Loading scenes" />
        <SkeletonRows rows={2} look="tall" label="Loading AOIs" />
        <p>
          Quote: <SkeletonText />
        </p>
        <EmptyState icon={MapPinned} action={<Button tone="primary">Draw an area</Button>}>
          Draw or drop an area on the map to see which scenes cover it.
        </EmptyState>
      </Sample>
      <Sample title="Short notices">
        <Row>
          <Button onPress={() => notify({ tone: 'ok', title: 'Saved scene_0412.tif', body: '1,024 MB in 2 min' })}>
            Saved
          </Button>
          <Button
            onPress={() =>
              notify({
                tone: 'fail',
                title: 'Delivery failed',
                body: 'The store refused the key.',
                action: { label: 'Open stores', onPress: () => undefined },
              })
            }
          >
            Failed
          </Button>
          <Button onPress={() => notify({ id: 'one', tone: 'warn', title: 'The quote has changed to 1,310 tokens' })}>
            Replaced
          </Button>
        </Row>
      </Sample>
    </>
  )
}
