import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import './global.css'

type UiRootProps = {
  /** The router's navigate, so that links in components change the URL without loading the page again. */
  navigate?: (href: string) => void
  children: ReactNode
}

/** Wraps the app once: styles, one language for numbers and screen-reader words, client-side links. */
export function UiRoot({ navigate, children }: UiRootProps) {
  claimInjectedStyles(document)
  return (
    <I18nProvider locale="en-GB">
      {navigate ? <RouterProvider navigate={navigate}>{children}</RouterProvider> : children}
    </I18nProvider>
  )
}

/**
 * React Aria adds a <style> tag on first use unless an element with its id exists. `style-src 'self'` blocks that tag
 * and reports a violation, so an inert element takes the id; global.css holds the rule.
 */
function claimInjectedStyles(page: Document): void {
  const id = 'react-aria-pressable-style'
  if (page.getElementById(id)) return
  const claim = page.createElement('meta')
  claim.id = id
  page.head.append(claim)
}
