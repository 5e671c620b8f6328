/** Stands in the page itself, for the case that its scripts do not come: there is nothing else to say it with. */
export const NOT_ALIVE = {
  zh: '看板的程序没有运行起来（没有取到，或浏览器太旧），这一页只是一张图：可以看，不能筛选和点开。',
  en: 'The program of this page did not start (not fetched, or this browser is too old): it is a picture only.',
  reload: '重新载入 / Reload',
}
