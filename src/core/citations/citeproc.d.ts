// What of citeproc is used here; the package brings no types.
declare module 'citeproc' {
  export interface CiteprocItem {
    id: string
    locator?: string
    label?: string
    prefix?: string
    suffix?: string
    'suppress-author'?: boolean
  }
  export interface CiteprocCitation {
    citationID: string
    citationItems: CiteprocItem[]
    properties: { noteIndex: number }
  }
  export interface CiteprocSystem {
    retrieveLocale(tag: string): string
    retrieveItem(id: string): unknown
  }
  export class Engine {
    constructor(system: CiteprocSystem, style: string, locale: string, force?: boolean)
    opt: { xclass: string }
    setOutputFormat(format: 'html' | 'text'): void
    /** What it keeps of each citation that it was told. */
    registry: { citationreg: { citationById: Record<string, CiteprocCitation> } }
    /** All items that are cited, in the order of their first citation. */
    updateItems(items: string[]): void
    updateUncitedItems(items: string[]): void
    /** For each citation its identifier, its note's number and its text. */
    rebuildProcessorState(citations: CiteprocCitation[], format: 'html' | 'text', uncited: string[]): [string, number, string][]
    /** What changed: for each citation its place, its text and its identifier. */
    processCitationCluster(
      citation: CiteprocCitation,
      before: [string, number][],
      after: [string, number][],
      /** `CSL.ASSUME_ALL_ITEMS_REGISTERED`, 2. */
      flag?: number,
    ): [unknown, [number, string, string][]]
    /** The items of each entry, and the entries. */
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false
  }
}
