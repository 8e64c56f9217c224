// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Panel } from './panel.tsx'

afterEach(cleanup)

function Host({ start }: { start: number }) {
  const [isFolded, setFolded] = useState(false)
  const [widthPx, setWidth] = useState(start)
  return (
    <Panel title="AOIs" isFolded={isFolded} onFoldedChange={setFolded} widthPx={widthPx} onWidthChange={setWidth}>
      Body
    </Panel>
  )
}

test('is a region named by its title, and folds to it', () => {
  render(<Host start={360} />)
  expect(screen.getByRole('region', { name: 'AOIs' }).textContent).toContain('Body')
  const fold = screen.getByRole('button', { name: 'Fold panel' })
  expect(fold.getAttribute('aria-expanded')).toBe('true')
  fireEvent.click(fold)
  expect(screen.queryByText('Body')).toBeNull()
  expect(screen.getByRole('button', { name: 'Unfold panel' }).getAttribute('aria-expanded')).toBe('false')
})

test('its width follows the arrow keys, within limits', () => {
  render(<Host start={290} />)
  const edge = screen.getByRole('separator', { name: 'Panel width' })
  fireEvent.keyDown(edge, { key: 'ArrowRight' })
  expect(edge.getAttribute('aria-valuenow')).toBe('306')
  fireEvent.keyDown(edge, { key: 'ArrowLeft' })
  fireEvent.keyDown(edge, { key: 'ArrowLeft' })
  expect(edge.getAttribute('aria-valuenow')).toBe('280')
})
