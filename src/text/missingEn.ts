import type { missingZh } from './missingZh.ts'

export const missingEn: typeof missingZh = {
  loadFailed: 'This part of the board could not be fetched: no network, or the board has just been updated.',
  drawFailed: 'Something went wrong here, and this part was not drawn.',
  retry: 'Try again',
  reload: 'Reload the page',
  reasonNotKept: '(the browser has no room: the reason is gone when the page is reloaded)',
}
