// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { bestFirst, SearchList } from './search-list.tsx'

afterEach(cleanup)

const options = [
  { id: 'gndvi', label: 'GNDVI', description: 'Green' },
  { id: 'ndvi705', label: 'NDVI_705' },
  { id: 'ndvi', label: 'NDVI' },
]

test('what is called as typed comes first, then what begins so', () => {
  expect(bestFirst(options, 'ndvi').map(({ id }) => id)).toEqual(['ndvi', 'ndvi705', 'gndvi'])
  expect(bestFirst(options, ' ').map(({ id }) => id)).toEqual(['gndvi', 'ndvi705', 'ndvi'])
})

test('empty groups leave no heading', () => {
  const { queryByText } = render(
    <SearchList
      label="Search"
      groups={[
        { title: 'Mine', options: [] },
        { title: 'All', options },
      ]}
      onPick={() => undefined}
    />,
  )
  expect(queryByText('Mine')).toBeNull()
  expect(queryByText('All')).not.toBeNull()
})
