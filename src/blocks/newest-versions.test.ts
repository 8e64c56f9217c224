import { expect, test } from 'vitest'
import type { BlockSpec } from './block-spec.ts'
import { newestVersions } from './newest-versions.ts'

test('of several versions the newest is left, by numbers and not by letters', () => {
  const block = (name: string, version: string) => ({ name, version }) as BlockSpec
  const list = [block('a', '1.9.0'), block('b', '1.0.0'), block('a', '1.10.0'), block('a', '1.2.0')]
  expect(newestVersions(list).map(({ name, version }) => `${name} ${version}`)).toEqual(['b 1.0.0', 'a 1.10.0'])
})
