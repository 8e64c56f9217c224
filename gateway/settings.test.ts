import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('without a word everything is as the README says', () => {
  const { port, host, folder, reset, speed, sandbox } = readSettings([], {})
  expect({ port, host, reset, speed }).toEqual({ port: 8080, host: undefined, reset: false, speed: 1 })
  expect(folder).toMatch(/\.swath$/)
  expect(sandbox).toMatchObject({ scenes: 20_000, controls: false, faults: { latencyMs: 0, failRate: 0 } })
})

test('an empty variable is none, as containers leave it', () => {
  expect(readSettings([], { PORT: '', SWATH_TOKEN: '', SWATH_DATA: '' })).toMatchObject({
    port: 8080,
    sandbox: { token: undefined },
  })
})

test.each([
  [['--speed', 'fast'], {}, '--speed is "fast"'],
  [['--speed', ''], {}, '--speed'],
  [['--latency', '-1'], {}, '--latency'],
  [['--fail', '2'], {}, 'from 0 to 1'],
  [['--scenes', '1.5'], {}, 'whole number'],
  [['--sped', '2'], {}, '--sped'],
  [['reset'], {}, 'reset'],
  [[], { PORT: '70000' }, 'PORT is "70000"'],
  [[], { PORT: 'http' }, 'PORT'],
])('%s %o is refused in words', (args, env, word) => {
  expect(() => readSettings(args, env)).toThrow(word)
})
