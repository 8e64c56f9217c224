import * as library from 'mgrs'

// Bundlers find its module; Node finds its CommonJS file, whose names it can not list.
const { forward, toPoint } = (Reflect.get(library, 'default') as typeof library | undefined) ?? library

export { forward as toMgrs, toPoint as fromMgrs }
