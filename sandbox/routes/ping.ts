import { api } from './implement.ts'

export const pingRoutes = {
  ping: api.ping.ping.handler(() => 'pong from the Swath sandbox'),
}
