/** How long a test waits for a state, in milliseconds: no measure of anything, only longer than any machine needs. */
export const PATIENCE = 60_000
