import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const root = resolve(import.meta.dirname, '..')

/** A word of the command line or the environment that can not be used; the message names it. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'
}

export type Settings = ReturnType<typeof readSettings>

/** How the server is to run. @throws WrongSetting */
export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>) {
  const options = optionsOf(args)
  return {
    port: number('PORT', env['PORT'] || '8080', { from: 0, to: 65_535, isWhole: true }),
    /** Undefined: all addresses of this machine. */
    host: env['SWATH_HOST'] || undefined,
    folder: resolve(env['SWATH_DATA'] || join(root, '.swath')),
    dist: resolve(env['SWATH_APP'] || join(root, 'dist')),
    reset: options.reset,
    speed: number('--speed', options.speed, { from: 0, to: 1e9 }),
    sandbox: {
      scenes: number('--scenes', options.scenes, { from: 0, to: 1e8, isWhole: true }),
      controls: options.controls,
      faults: {
        latencyMs: number('--latency', options.latency, { from: 0, to: 3_600_000 }),
        failRate: number('--fail', options.fail, { from: 0, to: 1 }),
        cutAfterBytes: 0,
      },
      token: env['SWATH_TOKEN'] || undefined,
      secret: env['SWATH_SECRET'] || undefined,
      s3Endpoint: env['SWATH_S3_ENDPOINT'] || undefined,
    },
  }
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        reset: { type: 'boolean', default: false },
        speed: { type: 'string', default: '1' },
        latency: { type: 'string', default: '0' },
        fail: { type: 'string', default: '0' },
        scenes: { type: 'string', default: '20000' },
        controls: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new WrongSetting(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function number(
  name: string,
  text: string,
  { from, to, isWhole = false }: { from: number; to: number; isWhole?: boolean },
): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (value >= from && value <= to && (!isWhole || Number.isInteger(value))) return value
  throw new WrongSetting(`${name} is "${text}"; it has to be a ${isWhole ? 'whole ' : ''}number from ${from} to ${to}.`)
}
