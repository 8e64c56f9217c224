// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ProgressBar } from './progress-bar.tsx'

afterEach(cleanup)

test('says the real numbers and how long is left', () => {
  render(<ProgressBar label="scene.tif" done={256} total={1024} amount="256 of 1,024 MB" secondsLeft={120} />)
  const bar = screen.getByRole('progressbar', { name: 'scene.tif' })
  expect(bar.getAttribute('aria-valuenow')).toBe('0.25')
  expect(bar.getAttribute('aria-valuetext')).toBe('256 of 1,024 MB, 2 min left')
})

test('never says 100 % before the end', () => {
  render(<ProgressBar label="scene.tif" done={99.9} />)
  expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('99 %')
})

test('has no value while the amount is unknown', () => {
  render(<ProgressBar label="Waiting" />)
  expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false)
})
