// The two channels between a page and the main process. src/preload/index.ts repeats the names.

/** A page runs a call of the contract: `invoke(callChannel, name, args)`. */
export const callChannel = 'groundwork:call'

/** The main process tells a page what happened: `send(eventChannel, event)`. */
export const eventChannel = 'groundwork:event'
