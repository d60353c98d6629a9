// A value as it goes over the wire to a page.

/** `{ value }` as JSON in UTF-8, in a buffer of its own that can be handed from thread to thread; undefined is null. */
export const writtenValue = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`{"value":${JSON.stringify(value ?? null)}}`)
