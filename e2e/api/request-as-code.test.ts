import { execFile, execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeLanguages, requestAsCode } from '#src/api/request-as-code.ts'

type Heard = { method?: string; url?: string; body: string; authorization?: string }
let heard: Heard
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  heard = { method: request.method, url: request.url, body, authorization: request.headers.authorization }
  response.setHeader('content-type', 'application/json')
  response.end('{"ok":true}')
})
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)))
afterAll(() => void server.close())

const commands = { cURL: 'sh', Python: 'python3', TypeScript: process.execPath }
const flags = { cURL: ['-c'], Python: ['-c'], TypeScript: ['--input-type=module-typescript', '-e'] }

// The awkward characters: quotes of all kinds, a backslash, a line break within a JSON text, letters beyond ASCII.
const body = JSON.stringify({ name: `it's "Müritz" \\ $HOME \`ls\``, note: 'two\nlines' })

test.each(codeLanguages)('%s sends the same request again', async (language) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v0/aois?search=a%20b&limit=2`
  const code = requestAsCode({ at: 0, method: 'POST', url, body }, language, false)
  await new Promise<void>((done, fail) => {
    execFile(commands[language], [...flags[language], code], (error) => (error ? fail(error) : done()))
  })
  expect(heard).toMatchObject({ method: 'POST', url: '/v0/aois?search=a%20b&limit=2' })
  expect(JSON.parse(heard.body)).toEqual(JSON.parse(body))
  expect(heard.authorization).toBeUndefined()
})

test('the live service is asked itself, with a token that is only named', () => {
  for (const language of codeLanguages) {
    const code = requestAsCode(
      { at: 0, method: 'GET', url: 'http://localhost:8080/v0/projects', body: null },
      language,
      true,
    )
    expect(code).toContain('https://api.pixxel.space/v0/projects')
    expect(code).toContain('PIXXEL_TOKEN')
    expect(code).not.toContain('localhost')
  }
})

test('python code without a body is whole too', () => {
  const code = requestAsCode({ at: 0, method: 'GET', url: 'http://localhost:8080/ping', body: null }, 'Python', true)
  execFileSync('python3', ['-c', `compile(${JSON.stringify(code)}, 'code', 'exec')`])
})
