// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import type { Sort } from './sort-rows.ts'
import { Table, type Column } from './table.tsx'

afterEach(cleanup)

type Scene = { id: string; cloud: number }
const scenes: Scene[] = [
  { id: 'b', cloud: 40 },
  { id: 'a', cloud: 3 },
]
const columns: Column<Scene>[] = [
  { id: 'id', header: 'Scene', cell: (scene) => scene.id },
  { id: 'cloud', header: 'Cloud', unit: '%', isNumeric: true, cell: (scene) => scene.cloud, sortValue: (s) => s.cloud },
]

function Host({ onRowPress }: { onRowPress?: (scene: Scene) => void }) {
  const [sort, setSort] = useState<Sort>()
  return (
    <Table
      label="Scenes"
      columns={columns}
      rows={scenes}
      rowKey={(scene) => scene.id}
      sort={sort}
      onSortChange={setSort}
      selectedKey="a"
      onRowPress={onRowPress}
    />
  )
}

const firstCells = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.firstElementChild?.textContent)

test('sorts by a header, says the direction, and turns it', () => {
  render(<Host />)
  expect(firstCells()).toEqual(['b', 'a'])
  fireEvent.click(screen.getByRole('button', { name: /Cloud/ }))
  expect(firstCells()).toEqual(['a', 'b'])
  expect(screen.getByRole('columnheader', { name: /Cloud/ }).getAttribute('aria-sort')).toBe('ascending')
  fireEvent.click(screen.getByRole('button', { name: /Cloud/ }))
  expect(firstCells()).toEqual(['b', 'a'])
})

test('a column without a value to sort by has no button', () => {
  render(<Host />)
  expect(screen.queryByRole('button', { name: 'Scene' })).toBeNull()
})

test('opens a row once, by its button or a click beside it', () => {
  const open = vi.fn()
  render(<Host onRowPress={open} />)
  fireEvent.click(screen.getByRole('button', { name: 'a' }))
  fireEvent.click(screen.getByText('40'))
  expect(open.mock.calls.map(([scene]) => scene.id)).toEqual(['a', 'b'])
  expect(screen.getByRole('row', { current: true }).textContent).toBe('a3')
})
