import type { LoggedRequest } from './request-log.ts'

export const codeLanguages = ['cURL', 'Python', 'TypeScript'] as const
export type CodeLanguage = (typeof codeLanguages)[number]

/** The service that the gateway forwards to; outside of this page it is asked directly, with one's own token. */
const liveOrigin = 'https://api.pixxel.space'

/**
 * A request of this page as code that runs elsewhere. For the live service it carries a token from the environment, as the
 * gateway's own never reaches the page; the sandbox is asked at its own address and wants none.
 */
export function requestAsCode(request: LoggedRequest, language: CodeLanguage, isLive: boolean): string {
  const { origin, pathname, search } = new URL(request.url)
  const said = { ...request, url: (isLive ? liveOrigin : origin) + pathname + search, isLive }
  if (language === 'cURL') return asCurl(said)
  return language === 'Python' ? asPython(said) : asTypeScript(said)
}

type Said = LoggedRequest & { isLive: boolean }

function asCurl({ method, url, body, isLive }: Said): string {
  const parts = [
    `curl -X ${method} ${shellQuote(url)}`,
    ...(isLive ? ['-H "Authorization: Bearer $PIXXEL_TOKEN"'] : []),
    ...(body ? [`-H 'content-type: application/json'`, `--data-raw ${shellQuote(body)}`] : []),
  ]
  return parts.join(' \\\n  ')
}

function asPython({ method, url, body, isLive }: Said): string {
  const lines = [
    ...(isLive ? ['import os'] : []),
    'import json',
    'import urllib.request',
    '',
    'request = urllib.request.Request(',
    `    ${JSON.stringify(url)},`,
    `    method=${JSON.stringify(method)},`,
    `    headers={${[
      ...(isLive ? [`"Authorization": "Bearer " + os.environ["PIXXEL_TOKEN"]`] : []),
      ...(body ? [`"content-type": "application/json"`] : []),
    ].join(', ')}},`,
    // A JSON text within a JSON text: Python reads its escapes the same way.
    ...(body ? [`    data=${JSON.stringify(body)}.encode(),`] : []),
    ')',
    'with urllib.request.urlopen(request) as answer:',
    '    print(json.load(answer))',
  ]
  return lines.join('\n')
}

function asTypeScript({ method, url, body, isLive }: Said): string {
  const headers = [
    ...(isLive ? ['authorization: `Bearer ${process.env.PIXXEL_TOKEN}`'] : []),
    ...(body ? [`'content-type': 'application/json'`] : []),
  ]
  return [
    `const answer = await fetch(${JSON.stringify(url)}, {`,
    `  method: ${JSON.stringify(method)},`,
    ...(headers.length > 0 ? [`  headers: { ${headers.join(', ')} },`] : []),
    ...(body ? [`  body: JSON.stringify(${body}),`] : []),
    '})',
    'console.log(await answer.json())',
  ].join('\n')
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
