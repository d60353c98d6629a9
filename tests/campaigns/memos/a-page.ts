// A page without a window, so that the editor runs in a plain process: the globals it asks for. Import it first.
import { JSDOM } from 'jsdom'

if (typeof document === 'undefined') {
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true, url: 'http://127.0.0.1/' })
  Object.assign(globalThis, { window })
  for (const name of Object.getOwnPropertyNames(window)) {
    // The process has events of its own, which elements of the page do not take.
    if (name in globalThis && !/^(Custom)?Event$/.test(name)) continue
    const value = window[name]
    const isPlainFunction = typeof value === 'function' && !/^[A-Z]/.test(name)
    Object.defineProperty(globalThis, name, { value: isPlainFunction ? (value as () => void).bind(window) : value, configurable: true, writable: true })
  }
}
