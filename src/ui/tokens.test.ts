import { describe, expect, test } from 'vitest'

type Colour = { red: number; green: number; blue: number; alpha: number }
type Theme = 'light' | 'dark'

// Node's types stay out of src, and Vitest empties imported CSS: the file is read through a name only Node resolves.
const nodeFiles = 'node:fs/promises'
const { readFile }: { readFile: (file: URL, encoding: 'utf8') => Promise<string> } = await import(nodeFiles)
const css = await readFile(new URL('./tokens.css', import.meta.url), 'utf8')

const surfaces = ['--surface-panel', '--surface-raised', '--surface-field'] as const
const hovered = ['--overlay-hover', '--overlay-press', '--accent-soft'] as const
const states = ['ok', 'busy', 'warn', 'fail', 'idle'] as const

describe.each<Theme>(['dark', 'light'])('%s theme', (theme) => {
  // WCAG 2.2, 1.4.3: text.
  test.each(surfaces)('text on %s is at least 4.5:1', (surface) => {
    for (const text of ['--text', '--text-muted', '--text-faint', '--accent', ...states.map((state) => `--${state}`)]) {
      expect.soft(contrast(theme, text, [surface]), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each(hovered)('text stays readable under %s', (overlay) => {
    for (const surface of ['--surface-panel', '--surface-raised']) {
      for (const text of ['--text', '--text-muted', '--text-faint', '--accent']) {
        expect.soft(contrast(theme, text, [surface, overlay]), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test.each(states)('%s is readable on its own tint', (state) => {
    for (const surface of ['--surface-panel', '--surface-raised']) {
      for (const text of [`--${state}`, '--text', '--text-muted']) {
        expect.soft(contrast(theme, text, [surface, `--${state}-soft`]), text).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test.each([
    ['--on-accent', '--accent-solid'],
    ['--on-accent', '--accent-solid-hover'],
    ['--on-accent', '--danger-solid'],
    ['--on-accent', '--danger-solid-hover'],
    ['--text', '--surface-button'],
    ['--text', '--surface-selected'],
    ['--text-inverse', '--surface-inverse'],
  ])('%s on %s is at least 4.5:1', (text, surface) => {
    expect(contrast(theme, text, [surface])).toBeGreaterThanOrEqual(4.5)
  })

  // WCAG 2.2, 1.4.11: outlines of controls, focus, marks that carry meaning.
  test.each(['--line-control', '--focus', '--accent', '--accent-solid'])('%s is at least 3:1', (mark) => {
    for (const surface of ['--surface-panel', '--surface-raised']) {
      expect.soft(contrast(theme, mark, [surface]), surface).toBeGreaterThanOrEqual(3)
    }
  })

  test('every line of a chart is at least 3:1', () => {
    for (let series = 1; series <= 8; series += 1) {
      expect.soft(contrast(theme, `--series-${series}`, ['--surface-panel']), `${series}`).toBeGreaterThanOrEqual(3)
    }
  })

  test('greys are true greys', () => {
    for (const token of [...surfaces, '--surface-window', '--surface-button', '--line', '--text', '--text-muted']) {
      const { red, green, blue } = read(theme, token)
      expect.soft([red, green, blue], token).toEqual([red, red, red])
    }
  })
})

/** Contrast ratio of WCAG 2.2 between a colour and the layers under it, the lowest first. */
function contrast(theme: Theme, front: string, layers: readonly string[]): number {
  const ground = layers.map((layer) => read(theme, layer)).reduce((below, above) => over(above, below))
  const [lighter, darker] = [luminance(over(read(theme, front), ground)), luminance(ground)].sort((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function read(theme: Theme, token: string): Colour {
  const value = new RegExp(`${token}: ([^;]+);`).exec(css)?.[1]?.trim()
  if (!value) throw new Error(`tokens.css has no ${token}`)
  const alias = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  if (alias) return read(theme, alias)
  const both = /^light-dark\((.+), (#\w+|rgb\(.+\))\)$/.exec(value)
  return parse((theme === 'light' ? both?.[1] : both?.[2]) ?? value)
}

function parse(text: string): Colour {
  const hex = /^#(\w\w)(\w\w)(\w\w)$/.exec(text)?.slice(1)
  if (hex) {
    const [red = 0, green = 0, blue = 0] = hex.map((pair) => Number.parseInt(pair, 16))
    return { red, green, blue, alpha: 1 }
  }
  const parts = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(text)?.slice(1).map(Number)
  if (!parts) throw new Error(`Not a colour of the tokens: ${text}`)
  const [red = 0, green = 0, blue = 0, percent = 0] = parts
  return { red, green, blue, alpha: percent / 100 }
}

function over(above: Colour, below: Colour): Colour {
  const mix = (a: number, b: number) => a * above.alpha + b * (1 - above.alpha)
  return {
    red: mix(above.red, below.red),
    green: mix(above.green, below.green),
    blue: mix(above.blue, below.blue),
    alpha: 1,
  }
}

/** Relative luminance, WCAG 2.2. */
function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
