// What is used of jsdom, which brings no types.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { pretendToBeVisual?: boolean; url?: string })
    readonly window: Window & Record<string, unknown>
  }
}
